"""Rows are the same whether they were wrapped at once or when they came near."""

from __future__ import annotations

import random

import pytest

from inquit.model.article import paragraphs_of
from widgets.text_layout import TextLayout

DICE = random.Random(7)  # noqa: S311 - tests need no secrecy
WORDS = ["a", "ferry", "parliamentary", "“yes”", "漢字漢字", "up"]
TEXT = "\n".join(
    " ".join(DICE.choice(WORDS) for _ in range(DICE.randint(1, 90))) for _ in range(120)
)
BLOCKS = paragraphs_of(TEXT)


def whole(width: int) -> TextLayout:
    layout = TextLayout(TEXT, BLOCKS, width)
    while not layout.complete:
        layout.wrap_some(1)
    layout.commit(0)
    return layout


@pytest.mark.parametrize("width", [7, 30, 72])
def test_rows_show_every_word_in_order(width: int) -> None:
    layout = whole(width)
    lines = [layout.line(row) for row in range(layout.height)]
    shown = " ".join(TEXT[line[0] : line[1]] for line in lines if line)
    assert "".join(shown.split()) == "".join(TEXT.split())


@pytest.mark.parametrize("width", [7, 30, 72])
def test_offsets_and_rows_agree(width: int) -> None:
    layout = whole(width)
    for row in range(layout.height):
        offset = layout.offset_at(row)
        assert layout.row_of(offset) == row
        line = layout.line(row)
        assert offset == (line[0] if line else offset)


def test_settling_keeps_the_same_text_at_the_top() -> None:
    layout, exact = TextLayout(TEXT, BLOCKS, 20), whole(20)
    row = layout.row_of(len(TEXT) // 2)
    offset = layout.offset_at(row)
    for _ in range(40):
        row = layout.settle(row, 30)
        assert layout.offset_at(row) == offset
        row = layout.settle(row - 11, 30)
        offset = layout.offset_at(row)
    wanted = exact.offset_at(exact.row_of(len(TEXT) // 2) - 40 * 11)
    assert offset == wanted


def test_committing_idle_work_keeps_the_same_text_at_the_top() -> None:
    layout = TextLayout(TEXT, BLOCKS, 20)
    row = layout.settle(layout.row_of(3000), 30)
    offset = layout.offset_at(row)
    while not layout.complete:
        layout.wrap_some(0)
    row = layout.commit(row)
    assert layout.offset_at(row) == offset
    assert layout.height == whole(20).height


def test_between_paragraphs_there_is_one_blank_row() -> None:
    layout = TextLayout("one\ntwo\n\n\nthree", paragraphs_of("one\ntwo\n\n\nthree"), 20)
    assert [layout.line(row) for row in range(layout.height)] == [
        (0, 3), None, (4, 7), None, (10, 15),
    ]  # fmt: skip


def test_between_paragraphs_the_next_one_counts() -> None:
    layout = TextLayout("one\ntwo", paragraphs_of("one\ntwo"), 20)
    blocks = [layout.block_at(offset) for offset in (0, 2, 3, 4, 99)]
    assert [block.start if block else None for block in blocks] == [0, 0, 4, 4, 4]


def test_an_empty_text_has_no_rows() -> None:
    layout = TextLayout("", (), 20)
    assert (layout.height, layout.line(0), layout.row_of(0), layout.offset_at(3)) == (0, None, 0, 0)
