"""Blocks stand as what they are, and offsets, rows and widths stay right."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from inquit.loaders.article_builder import compose
from inquit.loaders.piece import LINE_BREAK, Piece
from inquit.model.article import article_of
from inquit.model.structure import BlockKind
from tests.app.structured import structured
from widgets.block_shapes import fit_lead, shape_blocks
from widgets.text_layout import TextLayout

ARTICLE = structured()


def laid_out(width: int) -> TextLayout:
    layout = TextLayout(ARTICLE.text, ARTICLE.block_spans, width, shape_blocks(ARTICLE))
    while not layout.complete:
        layout.wrap_some(1)
    layout.commit(0)
    return layout


def drawn(width: int) -> list[str]:
    layout = laid_out(width)
    rows = [layout.line(row) for row in range(layout.height)]
    return [layout.lead(row[0]) + ARTICLE.text[row[0] : row[1]] if row else "" for row in rows]


def test_a_plain_article_has_no_shapes() -> None:
    assert shape_blocks(article_of("One.\n\nTwo.")) == {}


def test_list_items_hang_from_their_bullet_or_their_number_without_blank_rows() -> None:
    rows = drawn(40)
    first = rows.index("• Ferries leave at seven from the")
    assert rows[first : first + 6] == [
        "• Ferries leave at seven from the",
        "  northern pier, and not from the old",
        "  one.",
        "  ◦ Only on weekdays.",
        "12. Cargo waits until the cranes, all of",
        "    them, are inspected and certified.",
    ]


def test_every_line_of_a_block_quote_has_a_bar() -> None:
    quoted = [row for row in drawn(30) if row.startswith("│")]
    assert quoted == [
        "│ It has been a long winter",
        "│ for everyone who works here",
        "│ and lives from it.",
    ]


def test_lines_of_a_preformatted_passage_that_the_text_parts_stay_apart() -> None:
    assert "┊ pier = 7" in drawn(40)
    assert "┊ open = True" in drawn(40)


@pytest.mark.parametrize("width", [6, 12, 30, 72])
def test_no_line_is_wider_than_the_column(width: int) -> None:
    assert max(cell_len(row) for row in drawn(width)) <= width


@pytest.mark.parametrize("width", [6, 12, 30, 72])
def test_rows_and_offsets_agree_and_no_word_is_lost(width: int) -> None:
    layout, words = laid_out(width), ""
    for row in range(layout.height):
        line = layout.line(row)
        if line is not None:
            assert layout.row_of(line[0]) == row
            assert layout.row_of(line[1] - 1) == row
            words += ARTICLE.text[line[0] : line[1]]
    assert "".join(words.split()) == "".join(ARTICLE.text.split())


def test_settling_keeps_the_same_text_at_the_top() -> None:
    layout = TextLayout(ARTICLE.text, ARTICLE.block_spans, 24, shape_blocks(ARTICLE))
    row = layout.row_of(len(ARTICLE.text) // 2)
    offset = layout.offset_at(row)
    row = layout.settle(row, 200)
    assert layout.offset_at(row) == offset


def test_what_stands_before_a_line_leaves_room_for_words() -> None:
    assert fit_lead("      • ", 12) == "  • "
    assert fit_lead("• ", 72) == "• "


def test_lines_of_one_piece_stand_together_and_keep_their_indentation() -> None:
    article = compose(
        [
            Piece(runs=(("def f():\n    return 1", None),), kind=BlockKind.PREFORMATTED),
            Piece(runs=((f"Roses{LINE_BREAK}Violets", None),), kind=BlockKind.BLOCK_QUOTE, level=1),
        ],
        article_id=None,
        origin="test",
    )
    layout = TextLayout(article.text, article.block_spans, 40, shape_blocks(article))
    layout.settle(0, 100)
    rows = [layout.line(row) for row in range(layout.height)]
    assert [layout.lead(row[0]) + article.text[row[0] : row[1]] if row else "" for row in rows] == [
        "┊ def f():",
        "┊     return 1",
        "",
        "│ Roses",
        "│ Violets",
    ]


def test_a_numbered_list_stands_apart_from_one_with_bullets() -> None:
    items = [("Ferries.", 1), ("1. Fast ones.", 2), ("1. Buy a ticket.", 1), ("2. Show it.", 1)]
    article = compose(
        [Piece(((words, None),), BlockKind.LIST_ITEM, level) for words, level in items],
        article_id=None,
        origin="x",
    )
    shapes = shape_blocks(article)
    assert [shapes[span.start].tight for span in article.block_spans] == [False, True, True, True]
    flat = compose(
        [Piece(((words, None),), BlockKind.LIST_ITEM, 1) for words, _ in items],
        article_id=None,
        origin="x",
    )
    shapes = shape_blocks(flat)
    assert [shapes[span.start].tight for span in flat.block_spans] == [False, False, True, True]


def test_an_item_of_several_lines_has_one_bullet_and_rows_stand_together() -> None:
    item, row = BlockKind.LIST_ITEM, BlockKind.TABLE_ROW
    article = compose(
        [
            Piece(runs=((f"One{LINE_BREAK}and more", None),), kind=item, level=1),
            Piece(runs=(("Inner", None),), kind=item, level=2),
            Piece(runs=(("and more", None),), kind=BlockKind.ITEM_CONTINUED, level=2),
            Piece(runs=(("Line | Delay", None),), kind=row),
            Piece(runs=(("North | 45", None),), kind=row),
        ],
        article_id=None,
        origin="test",
    )
    layout = TextLayout(article.text, article.block_spans, 40, shape_blocks(article))
    layout.settle(0, 100)
    rows = [layout.line(row) for row in range(layout.height)]
    assert [layout.lead(row[0]) + article.text[row[0] : row[1]] if row else "" for row in rows] == [
        "• One",
        "  and more",
        "  ◦ Inner",
        "    and more",
        "",
        "┆ Line | Delay",
        "┆ North | 45",
    ]
