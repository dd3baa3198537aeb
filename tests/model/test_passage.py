"""A passage as the article has it, with the marks around it."""

from __future__ import annotations

import pytest

from inquit.model.annotation import target_of
from inquit.model.article import article_of
from inquit.model.passage import passage_beginning, passage_of, with_marks
from inquit.model.span import Span

TEXT = (
    "“It was cold,” Cook said. “It rained.” She said the bill was paid. 'No', he said, 'never'. "
    "“Long (so long)”"
)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("It was cold", "“It was cold,”"),
        ("It was cold,” Cook said. “It rained.", "“It was cold,” Cook said. “It rained.”"),
        ("the bill was paid", "the bill was paid"),
        ("No', he said, 'never", "'No', he said, 'never'"),
        ("It was", "It was"),
        ("“It was cold,” Cook said.", "“It was cold,” Cook said."),
        ("Long (so long)", "“Long (so long)”"),
    ],
)
def test_marks_are_taken_in_where_they_stand_on_both_sides(words: str, shown: str) -> None:
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    assert with_marks(TEXT, span).of(TEXT) == shown
    target = target_of(article_of(TEXT, article_id="a"), span)
    assert passage_of(target) == shown


def test_a_passage_is_cut_inside_its_marks_and_has_none_that_the_article_has_not() -> None:
    article = article_of(TEXT, article_id="a")
    said, told = TEXT.index("It was"), TEXT.index("the bill")
    assert passage_beginning(target_of(article, Span(said, said + 11)), 9) == "“It was …”"
    assert passage_beginning(target_of(article, Span(said, said + 11)), 40) == "“It was cold,”"
    assert passage_beginning(target_of(article, Span(told, told + 17)), 9) == "the bill…"
