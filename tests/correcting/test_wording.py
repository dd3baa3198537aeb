"""Corrections in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inquit.correcting import proposals, told
from inquit.model.correction import Proposal
from inquit.model.quotation import QuoteType, SourceKind
from tests.correcting.sample import ADA, NOT, QUOTES, RUNS, made, speaker

QUOTE = QUOTES[NOT]


@pytest.mark.parametrize(
    ("proposal", "words"),
    [
        (proposals.attribute(QUOTE, ADA, speaker(RUNS)), "said by “A. Byrne”"),
        (proposals.attribute_to_new(QUOTE, ADA, "X\x1b[31m"), "said by “X[31m”"),
        (proposals.unattribute(QUOTE, ADA), "not said by “Ada Byrne”"),
        (proposals.split_off(QUOTE, ADA, "her sister"), "“her sister” is not “Ada Byrne”"),
        (proposals.merge(QUOTE, speaker(RUNS), speaker(ADA)), "“A. Byrne” is “Ada Byrne”"),
        (proposals.rename(QUOTE, speaker(RUNS), "Al"), "“A. Byrne” is called “Al”"),
        (proposals.set_role(QUOTE, speaker(RUNS), ""), "role of “A. Byrne”: none"),
        (
            proposals.set_source_kind(QUOTE, speaker(RUNS), SourceKind.GROUP),
            "“A. Byrne” is of the kind group",
        ),
        (proposals.not_a_quote(QUOTE), "not a quote"),
        (proposals.change_type(QUOTE, QuoteType.MIXED), "mixed quote"),
        (proposals.set_ends(QUOTE, QUOTE.content_spans), "other ends"),
        (proposals.add_quote([QUOTE.span], QuoteType.DIRECT, "X"), "a quote (direct), said by “X”"),
    ],
)
def test_a_correction_is_told_in_a_few_words(proposal: Proposal, words: str) -> None:
    assert told(made(proposal)) == words


def test_what_only_a_later_version_knows_is_told_by_its_name() -> None:
    later = replace(made(proposals.not_a_quote(QUOTE)), action="re\x1b-date")
    assert told(later) == "'re-date', which this version does not know"
