"""Some words around what was found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inquit.library.index.snippets import snippet_of
from inquit.model.span import Span


def test_a_short_text_is_shown_whole() -> None:
    snippet = snippet_of("one  two\nthree", (Span(5, 8),), 100)
    assert snippet.text == "one two three"
    assert [mark.of(snippet.text) for mark in snippet.marks] == ["two"]


def test_a_long_text_is_cut_between_words_around_what_was_found() -> None:
    text = "word " * 100 + "needle and needle " + "word " * 100
    marks = [Span(at, at + 6) for at in range(len(text)) if text.startswith("needle", at)]
    snippet = snippet_of(text, marks, 80)
    assert snippet.text.startswith("…word")
    assert snippet.text.endswith("word…")
    assert [mark.of(snippet.text) for mark in snippet.marks] == ["needle", "needle"]


@given(st.text(max_size=300), st.lists(st.integers(0, 300), max_size=8), st.integers(1, 80))
def test_any_snippet_is_one_printable_line_with_its_marks_inside(
    text: str, edges: list[int], longest: int
) -> None:
    ends = sorted({edge for edge in edges if edge <= len(text)})
    marks = [Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False)]
    snippet = snippet_of(text, marks, longest)
    assert "\n" not in snippet.text
    assert "\x1b" not in snippet.text
    assert all(0 <= mark.start <= mark.end <= len(snippet.text) for mark in snippet.marks)
