"""Markdown keeps its lists, tables and words, however deep or odd."""

from __future__ import annotations

import pytest

from inquit.loaders import markdown
from inquit.loaders.markdown import load_markdown
from inquit.model.article import Article
from inquit.model.structure import BlockKind


def _load(source: str) -> Article:
    return load_markdown(source.encode(), article_id=None, origin="a.md")


def _blocks(article: Article) -> list[tuple[str, BlockKind, int]]:
    return [(block.span.of(article.text), block.kind, block.level) for block in article.blocks]


def test_a_numbered_item_of_several_paragraphs_is_one_item() -> None:
    article = _load("3. Piles\n   go in.\n\n   Slowly.\n3. Deck\n   - oak\n")
    assert _blocks(article) == [
        ("3. Piles go in.", BlockKind.LIST_ITEM, 1),
        ("Slowly.", BlockKind.ITEM_CONTINUED, 1),
        ("4. Deck", BlockKind.LIST_ITEM, 1),
        ("oak", BlockKind.LIST_ITEM, 2),
    ]


def test_each_row_of_a_table_is_one_line() -> None:
    article = _load("| Line | Delay |\n|---|--:|\n| *North* | 45 |\n")
    assert article.text == "Line | Delay\nNorth | 45"
    assert {kind for _, kind, _ in _blocks(article)} == {BlockKind.TABLE_ROW}


def test_an_empty_cell_keeps_its_column() -> None:
    article = _load("| | Mon | Tue |\n|---|---|---|\n| North | | 45 |\n| | | |\n| | 3 |\n")
    assert article.text == "| Mon | Tue\nNorth | | 45\n| 3 |"


@pytest.mark.parametrize("unit", ["> ", "- ", "1. ", "- > "])
def test_no_word_is_lost_below_any_nesting(unit: str) -> None:
    article = _load(f"{unit * 500}deep\n\nafter")
    assert "deep" in article.text
    assert article.text.endswith("after")


def test_a_very_long_document_is_read_as_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "_LONGEST", 10)
    assert _load("# Head\n\n*One* two.").text == "# Head\n\n*One* two."
