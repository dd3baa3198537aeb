"""A quotation that touches an inquit is that one's."""

from __future__ import annotations

from inquit.attribution.extraction import Extraction, Method
from inquit.attribution.finding.near_inquits import near_inquit, owners_of_runs
from inquit.attribution.marks import pair_marks
from inquit.model.span import Span

TEXT = "“Where is it?” asked Tom. “On the hook!” cried the porter."


def opinion(content: str, cue: str, source: str) -> Extraction:
    return Extraction(
        content_spans=(span(content),),
        cue=span(cue),
        cue_lemma=cue,
        source=span(source),
        addressee=None,
        method=Method.INQUIT,
        confidence=0.9,
        reason="",
    )


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_each_run_is_of_the_inquit_that_follows_it() -> None:
    opinions = [
        opinion("Where is it?", "asked", "Tom"),
        opinion("On the hook!", "cried", "the porter"),
    ]
    assert owners_of_runs(pair_marks(TEXT), opinions, TEXT) == {0: span("asked"), 1: span("cried")}


def test_a_run_beyond_a_full_stop_is_not() -> None:
    opinions = [opinion("On the hook!", "asked", "Tom")]
    assert owners_of_runs(pair_marks(TEXT), opinions, TEXT) == {}


def test_who_speaks_stands_beside_the_reporting_word() -> None:
    assert near_inquit(opinion("Where is it?", "asked", "the porter")) is None
