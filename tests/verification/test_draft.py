"""Which quotations a draft has, and what the writer's own marks in them stand for."""

from __future__ import annotations

import pytest

from inquit import analyse
from inquit.model.article import article_of
from inquit.model.span import Span
from inquit.verification.draft import DraftQuotation, Joint, quotations_of, read_quotation


def _read(words: str) -> DraftQuotation:
    quotation = read_quotation(words, (Span(0, len(words)),))
    assert quotation is not None
    return quotation


@pytest.mark.parametrize(
    ("words", "segments", "joints"),
    [
        ("We go … and win", ["we go", "and win"], [Joint.ELLIPSIS]),
        ("We go [...] and win", ["we go", "and win"], [Joint.ELLIPSIS]),
        ("We go. . . . And win", ["we go", "and win"], [Joint.ELLIPSIS]),
        ("[The mayor] will go", ["will go"], []),
        ("We [the council] go", ["we", "go"], [Joint.BRACKETS]),
        ("[W]e go", ["we go"], []),
        ("She need[ed] it", ["she", "it"], [Joint.BRACKETS]),
        ("We go [now] … and win", ["we go", "and win"], [Joint.ELLIPSIS]),
        ("… we go …", ["we go"], []),
    ],
)
def test_the_writers_marks_part_a_quotation(
    words: str, segments: list[str], joints: list[Joint]
) -> None:
    quotation = _read(words)
    assert [" ".join(each.forms) for each in quotation.segments] == segments
    assert list(quotation.joints) == joints


def test_marks_without_a_word_are_no_quotation() -> None:
    assert read_quotation("“…”", (Span(1, 2),)) is None


def test_sentences_that_an_inquit_parts_may_have_been_said_apart() -> None:
    text = "“We go.” She left. “We win.” “We go,” she said, “and we win.”"
    first, second, third, fourth = (
        Span(text.index(words), text.index(words) + len(words))
        for words in ("We go.", "We win.", "We go,", "and we win.")
    )
    apart = read_quotation(text, (first, second))
    whole = read_quotation(text, (third, fourth))
    assert apart is not None
    assert whole is not None
    assert apart.joints == (Joint.INQUIT,)
    assert whole.joints == ()


DRAFT = """“We will,” Ann Lee said, “go on Monday.”

She called the plan “a gift to the dredgers” and left.

His book “The Long and Winding Tide” is about “mud”."""


def test_direct_quotes_and_quoted_words_of_others_are_checked_and_titles_are_not() -> None:
    draft = article_of(DRAFT)
    found = quotations_of(draft, analyse(DRAFT))
    assert [" ".join(each.words.forms) for each in found] == [
        "we will go on monday",
        "a gift to the dredgers",
    ]
    assert [each.speaker.name for each in found if each.speaker] == ["Ann Lee", "Ann Lee"]


def test_without_the_engine_every_run_of_some_words_is_checked_and_nobody_is_credited() -> None:
    found = quotations_of(article_of(DRAFT), None)
    assert [" ".join(each.words.forms) for each in found] == [
        "go on monday",
        "a gift to the dredgers",
        "the long and winding tide",
    ]
    assert not any(each.speaker for each in found)


def test_what_the_draft_denies_is_told_as_such() -> None:
    text = "Ann Lee never said “the dredgers will go on Monday”."
    (quotation,) = quotations_of(article_of(text), analyse(text))
    assert quotation.denied
