"""One correction for every quote whose source is told in the same words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inquit.correcting import describe_correction
from inquit.correcting.actions import Attribute, Unattribute, cover_wording
from inquit.correcting.source_wording import words_for_source
from inquit.correcting.widening import with_every, without_every
from inquit.errors import UserError
from inquit.model.quotation import MentionKind
from tests.correcting.sample import (
    ADA,
    ANALYSIS,
    CRANES,
    NOBODY,
    NOT,
    QUOTES,
    RAIN,
    READY,
    RUNS,
    SECOND,
    TEXT,
    WORKER,
    credited,
    laid,
    made,
    speaker,
)

_SECOND = next(each for each in ANALYSIS.attributions if each.quote_id == QUOTES[NOBODY].id)
assert _SECOND.mention is not None
_WORDED_ALIKE = replace(
    _SECOND,
    mention=replace(
        _SECOND.mention, span=replace(_SECOND.mention.span, end=_SECOND.mention.span.end - 5)
    ),
)
ALIKE = replace(
    ANALYSIS,
    attributions=tuple(
        _WORDED_ALIKE if each is _SECOND else each for each in ANALYSIS.attributions
    ),
)
"""The sample with both quotes of a dock worker worded so."""


@pytest.mark.parametrize("words", ["A dock worker", "a Dock  worker"])
def test_every_quote_worded_so_gets_the_source_by_one_correction(words: str) -> None:
    to_runs = Attribute.propose(QUOTES[CRANES], WORKER, speaker(RUNS))
    result = laid(cover_wording(to_runs, words, every=True), analysis=ALIKE).analysis
    assert credited(result, CRANES)[2] == credited(result, NOBODY)[2] == "A. Byrne"
    assert credited(result, NOBODY)[1].reason.endswith("here")
    assert credited(result, READY)[2] == credited(result, NOT)[2] == "Ada Byrne"
    assert credited(result, RAIN)[2] == "A. Byrne"


def test_without_every_the_others_stay() -> None:
    to_runs = Attribute.propose(QUOTES[CRANES], WORKER, speaker(RUNS))
    result = laid(cover_wording(to_runs, "A dock worker", every=False), analysis=ALIKE).analysis
    assert credited(result, CRANES)[2] == "A. Byrne"
    assert credited(result, NOBODY)[2] == "A dock worker"


def test_every_quote_worded_so_is_credited_to_one_new_source_or_to_nobody() -> None:
    new = cover_wording(
        Attribute.propose_new(QUOTES[CRANES], WORKER, "Eve"), "A dock worker", every=True
    )
    result = laid(new, analysis=ALIKE).analysis
    assert credited(result, CRANES)[1].source_id == credited(result, NOBODY)[1].source_id
    gone = cover_wording(Unattribute.propose(QUOTES[CRANES], WORKER), "A dock worker", every=True)
    result = laid(gone, analysis=ALIKE).analysis
    assert credited(result, CRANES)[2] == credited(result, NOBODY)[2] == ""


def test_a_later_correction_of_one_of_them_wins() -> None:
    every = cover_wording(
        Attribute.propose_new(QUOTES[CRANES], WORKER, "Eve"), "A dock worker", every=True
    )
    one = Attribute.propose(QUOTES[NOBODY], SECOND, speaker(ADA))
    result = laid(every, one, analysis=ALIKE).analysis
    assert credited(result, CRANES)[2] == "Eve"
    assert credited(result, NOBODY)[2] == "Ada Byrne"


def test_a_pronoun_words_nobody() -> None:
    given = {each.quote_id: each for each in ANALYSIS.attributions}
    assert words_for_source(TEXT, given[QUOTES[READY].id], ADA) == "Ada Byrne"
    she = given[QUOTES[NOT].id]
    assert she.mention is not None
    assert she.mention.kind is MentionKind.PRONOUN
    assert words_for_source(TEXT, she, ADA) is None
    assert words_for_source(TEXT, replace(she, mention=None), ADA) == "Ada Byrne"
    assert words_for_source(TEXT, replace(she, mention=None), None) is None


def test_a_correction_is_widened_and_narrowed_and_says_what_it_counts_for() -> None:
    one = made(
        cover_wording(
            Attribute.propose_new(QUOTES[CRANES], WORKER, "Eve"), "A dock worker", every=False
        )
    )
    assert describe_correction(one) == "said by “Eve”"
    wide = with_every(one)
    assert describe_correction(wide) == "said by “Eve”, every “A dock worker”"
    assert without_every(wide) == one
    nobody = cover_wording(Unattribute.propose(QUOTES[CRANES], WORKER), "A dock worker", every=True)
    assert describe_correction(made(nobody)) == "not said by “A dock worker”, every “A dock worker”"
    for refused, change in ((wide, with_every), (one, without_every)):
        with pytest.raises(UserError):
            change(refused)
    with pytest.raises(UserError):
        with_every(made(Attribute.propose_new(QUOTES[CRANES], WORKER, "Eve")))
