"""Passages find their place again, or say that they have none; never a look-alike's."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from inquit.model.annotation import Target, target_of
from inquit.model.span import Span
from inquit.store.anchors.anchoring import find, occurrences
from tests.store.making import article

PARAGRAPHS = (
    "The ferry between the two islands will sail again in May, the operator announced.",
    'Captain Mara Lindt said, "We have waited two winters for this crossing," and waved.',
    "Tickets go on sale on Monday at the harbour office and at three shops in the village.",
    '"The old ship is safe, whatever people say," the engineer Tomas Brandt told the council.',
    "Shopkeepers hope that the visitors will return, and have painted their fronts.",
    "A spokesman for the ministry declined to say who will pay for the second pier.",
)
TEXT = "\n".join(PARAGRAPHS)
PASSAGE = "We have waited two winters for this crossing"


def _target(passage: str = PASSAGE, text: str = TEXT) -> Target:
    start = text.index(passage)
    return target_of(article(text), Span(start, start + len(passage)))


def _found(text: str, target: Target | None = None) -> str | None:
    span = find(target or _target(), article(text))
    return None if span is None else span.of(text)


def test_in_the_same_text_the_position_counts() -> None:
    text = "No. No. No."
    target = target_of(article(text), Span(4, 7))
    assert find(target, article(text)) == Span(4, 7)


@pytest.mark.parametrize(
    "edited",
    [
        "A new first paragraph.\n" + TEXT,
        TEXT.replace(PARAGRAPHS[0] + "\n", ""),
        "\n".join(reversed(PARAGRAPHS)),
        TEXT.replace("said, ", "said on Tuesday, ").replace("waved", "then waved"),
        TEXT.replace("\n", "\n\n"),
    ],
    ids=["insertion", "deletion", "reordering", "words around", "spacing"],
)
def test_words_that_are_still_there_are_found(edited: str) -> None:
    assert _found(edited) == PASSAGE


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("two winters", "two long winters"),
        ("waited two", "waited, two"),
        ("crossing", "passage"),
        ("We have", "We've"),
    ],
)
def test_words_that_changed_a_little_are_found_where_they_were(old: str, new: str) -> None:
    edited = TEXT.replace(old, new)
    found = _found(edited)
    assert found is not None
    assert PASSAGE.replace(old, new).strip() in (
        found,
        "We've waited two winters for this crossing",
    )


def test_a_quote_retyped_with_curly_marks_is_found() -> None:
    passage = '"The old ship is safe, whatever people say,"'
    edited = TEXT.replace('"The old', "“The old").replace('say,"', "say,”").replace("\n", "\n\n")
    assert _found(edited, _target(passage)) == "“The old ship is safe, whatever people say,”"


def test_a_second_similar_quote_does_not_draw_the_passage_away() -> None:
    twin = 'A pilot said, "We have waited three winters for this crossing," and laughed.\n'
    assert _found(twin + TEXT) == PASSAGE


def test_a_removed_passage_is_orphaned_though_a_similar_one_stays() -> None:
    twin = (
        'At noon a pilot had told us, "We have waited three winters for this boat," and laughed.\n'
    )
    assert _found(twin + TEXT.replace(PARAGRAPHS[1] + "\n", "")) is None


def test_a_passage_that_stands_twice_alike_is_orphaned() -> None:
    block = "All rose for the vote.\nNo, he said.\nAll sat down after the vote.\n"
    text = "Intro.\n" + block + "Between.\n" * 5 + block
    target = target_of(article(text), Span(text.index("No, he"), text.index("No, he") + 12))
    assert find(target, article("New.\n" + text)) is None


def test_a_passage_is_attached_again_when_its_text_comes_back() -> None:
    target = _target()
    assert _found(TEXT.replace(PARAGRAPHS[1], "Removed by the editor."), target) is None
    assert _found("Restored.\n" + TEXT, target) == PASSAGE


def test_a_whole_paragraph_is_known_wherever_it_moves_with_those_beside_it() -> None:
    order = [PARAGRAPHS[index] for index in (5, 1, 2, 3, 0, 4)]
    assert _found("\n".join(order), _target(PARAGRAPHS[2])) == PARAGRAPHS[2]


def test_a_whole_paragraph_is_not_known_by_the_one_before_it_alone() -> None:
    order = [PARAGRAPHS[index] for index in (3, 5, 1, 2, 0, 4)]
    assert _found("\n".join(order), _target(PARAGRAPHS[2])) is None


def test_a_long_passage_is_found_though_its_middle_changed() -> None:
    text = "\n".join(f"Line {n}: {PARAGRAPHS[n % 6]}" for n in range(40))
    start, end = text.index("Line 5:"), text.index("Line 30:") - 1
    edited = "Update.\n" + text.replace("Line 17:", "Row seventeen, corrected:")
    found = _found(edited, target_of(article(text), Span(start, end)))
    assert found is not None
    assert found.startswith("Line 5:")
    assert found.endswith(text[start:end][-30:])


@pytest.mark.parametrize("text", ["", "x", "\n\n", "Nothing of the kind."])
def test_in_another_text_everything_is_orphaned(text: str) -> None:
    assert _found(text) is None


@settings(deadline=None)
@given(before=st.text(max_size=60), after=st.text(max_size=60))
def test_whatever_is_put_around_an_article_the_passage_is_found(before: str, after: str) -> None:
    edited = f"{before}\n{TEXT}\n{after}"
    assert _found(edited) == PASSAGE


@settings(deadline=None)
@given(order=st.permutations(PARAGRAPHS))
def test_in_any_order_of_paragraphs_the_passage_is_found(order: list[str]) -> None:
    assert _found("\n".join(order)) == PASSAGE


@settings(deadline=None)
@given(
    text=st.text(alphabet="ab “”\n", max_size=80),
    span=st.tuples(st.integers(0, 80), st.integers(0, 80)),
    other=st.text(alphabet="ab “”\n", max_size=80),
)
def test_what_is_found_lies_in_the_text(text: str, span: tuple[int, int], other: str) -> None:
    start, end = sorted(min(offset, len(text)) for offset in span)
    found = find(target_of(article(text), Span(start, end)), article(other))
    assert found is None or 0 <= found.start <= found.end <= len(other)


def test_occurrences_ignore_the_form_of_marks() -> None:
    text = "He said “no” and \"no\" and 'no'."
    assert [span.of(text) for span in occurrences(text, '"no"')] == ["“no”", '"no"']
    assert occurrences(text, "") == ()
