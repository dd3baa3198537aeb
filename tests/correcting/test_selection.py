"""A selection as the content of a quote."""

from __future__ import annotations

import pytest

from inquit.correcting.selection import content_from_selection
from inquit.model.quotation import QuoteType
from inquit.model.span import Span

TEXT = 'He said “we go,” and that it was "late". “One,” he said, “two.” It’s odd.'


@pytest.mark.parametrize(
    ("selected", "content", "kind"),
    [
        ("we go,", "we go,", QuoteType.DIRECT),
        ("“we go,”", "we go,", QuoteType.DIRECT),
        (' "late"', "late", QuoteType.DIRECT),
        ('that it was "late"', 'that it was "late"', QuoteType.MIXED),
        ("that it was ", "that it was", QuoteType.INDIRECT),
        ("“One,” he said, “two.”", "One,|two.", QuoteType.DIRECT),
        ("“One,” he said, “two.” It", "One,|two.", QuoteType.DIRECT),
        ("One,” he said, “tw", "One,|two", QuoteType.DIRECT),
        ("One,” he said, “", "One,", QuoteType.DIRECT),
        ('said “we go,” and that it was "late"', 'said “we go,” and that it was "late"',
         QuoteType.MIXED),
        ("go,” and th", "go,” and that", QuoteType.MIXED),
        ("e g", "we go", QuoteType.INDIRECT),
        ("It’s odd.", "It’s odd.", QuoteType.INDIRECT),
        ("We", "", None),
    ],
)  # fmt: skip
def test_marks_and_spaces_around_the_words_are_left_out(selected, content, kind) -> None:
    start = TEXT.index(selected) if kind else 0
    found = content_from_selection(TEXT, Span(start, start + len(selected)) if kind else Span(2, 3))
    if kind is None:
        assert found is None
    else:
        assert found is not None
        assert "|".join(span.of(TEXT) for span in found[0]) == content
        assert found[1] is kind


def test_an_inquit_alone_between_two_quotations_is_no_content() -> None:
    start = TEXT.index(",” he said, “")
    assert content_from_selection(TEXT, Span(start, start + len(",” he said, “"))) is None


@pytest.mark.parametrize("text", ["“”", '" "', "", "“ ”"])
def test_marks_with_nothing_between_them_are_no_content(text: str) -> None:
    assert content_from_selection(text, Span(0, len(text))) is None


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“One.\n“Two,” he said, “three.”", "One.|Two,|three."),
        ("“One.\n\n“Two.”", "One.|Two."),
        ("‘It’s one,’ he said, ‘or two.’", "It’s one,|or two."),
    ],
)
def test_quoted_parts_are_told_apart_by_paragraph_and_in_single_marks(
    text: str, content: str
) -> None:
    found = content_from_selection(text, Span(0, len(text)))
    assert found is not None
    assert "|".join(span.of(text) for span in found[0]) == content
    assert found[1] is QuoteType.DIRECT


@pytest.mark.parametrize(
    ("text", "selected", "content"),
    [
        ('"A one," she said, "b two."', 'one," she said, "b', "one,|b"),
        ("«A one», she said, «b two».", "one», she said, «b", "one|b"),
        ("« A one », she said, « b two ».", "one », she said, « b", "one|b"),
        ("»A one«, she said, »b two.«", "one«, she said, »b", "one|b"),
        ("„A one“, she said, „b two.“", "one“, she said, „b", "one|b"),
        ("‘It’s the boys’ one,’ she said, ‘b two.’", "boys’ one,’ she said, ‘b", "boys’ one,|b"),
        ("'It's one,' she said, 'b two.'", "It's one,' she said, 'b", "It's one,|b"),
        ("“A ‘late’ one,” she said, “b.”", "‘late’ one,” she said, “b", "‘late’ one,|b"),
        ("“A ‘late’ one,” she said, “b.”", "late’ one,” she said, “b", "late’ one,|b"),
        ("“I said ‘no,’ I said, ‘two.’”", "‘no,’ I said, ‘two.’", "no,|two."),
        ("“One.\n“Two,” he said, “three.”", "Two,” he said, “three", "Two,|three"),
        ("“A,” he said. “B,” she said. “C.”", "A,” he said. “B,” she said. “C", "A,|B,|C"),
    ],
)
def test_an_inquit_stays_out_whatever_the_marks(text: str, selected: str, content: str) -> None:
    start = text.index(selected)
    found = content_from_selection(text, Span(start, start + len(selected)))
    assert found is not None
    assert "|".join(span.of(text) for span in found[0]) == content


@pytest.mark.parametrize(
    "text", ["he called it a “waste” of money", "the boys’ “waste” and ‘odd’ b"]
)
def test_a_report_that_holds_a_quoted_term_whole_is_one_piece(text: str) -> None:
    assert content_from_selection(text, Span(0, len(text))) == (
        (Span(0, len(text)),),
        QuoteType.MIXED,
    )
