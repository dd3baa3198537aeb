"""Corrections in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inquit.correcting import describe_correction
from inquit.correcting.actions import (
    AddQuote,
    Attribute,
    ChangeBounds,
    ChangeRole,
    ChangeSourceKind,
    ChangeType,
    MergeSources,
    NotAQuote,
    RenameSource,
    SplitSource,
    Unattribute,
)
from inquit.model.correction import Proposal
from inquit.model.quotation import QuoteType, SourceKind
from tests.correcting.sample import ADA, NOT, QUOTES, RUNS, made, speaker

QUOTE = QUOTES[NOT]


@pytest.mark.parametrize(
    ("proposal", "words"),
    [
        (Attribute.propose(QUOTE, ADA, speaker(RUNS)), "said by “A. Byrne”"),
        (Attribute.propose_new(QUOTE, ADA, "X\x1b[31m"), "said by “X[31m”"),
        (Unattribute.propose(QUOTE, ADA), "not said by “Ada Byrne”"),
        (SplitSource.propose(QUOTE, ADA, "her sister"), "“her sister” is not “Ada Byrne”"),
        (MergeSources.propose(QUOTE, speaker(RUNS), speaker(ADA)), "“A. Byrne” is “Ada Byrne”"),
        (RenameSource.propose(QUOTE, speaker(RUNS), "Al"), "“A. Byrne” is called “Al”"),
        (ChangeRole.propose(QUOTE, speaker(RUNS), ""), "role of “A. Byrne”: none"),
        (
            ChangeSourceKind.propose(QUOTE, speaker(RUNS), SourceKind.GROUP),
            "“A. Byrne” is of the kind group",
        ),
        (NotAQuote.propose(QUOTE), "not a quote"),
        (ChangeType.propose(QUOTE, QuoteType.MIXED), "mixed quote"),
        (ChangeBounds.propose(QUOTE, QUOTE.content_spans), "other ends"),
        (AddQuote.propose([QUOTE.span], QuoteType.DIRECT, "X"), "a quote (direct), said by “X”"),
    ],
)
def test_a_correction_is_told_in_a_few_words(proposal: Proposal, words: str) -> None:
    assert describe_correction(made(proposal)) == words


def test_what_only_a_later_version_knows_is_told_by_its_name() -> None:
    later = replace(made(NotAQuote.propose(QUOTE)), action="re\x1b-date")
    assert describe_correction(later) == "'re-date', which this version does not know"
