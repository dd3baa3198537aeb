"""Markdown keeps its lists, tables and words, however deep or odd."""

from __future__ import annotations

import pytest

from inquit.loaders.markdown import loader as markdown
from inquit.loaders.markdown.loader import load_markdown
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


NOTED = """Mayor Brisk said "we will open it in May[^a]." Her deputy agreed^[After a while.].

Buses will run[^a] again[^b].

[^a]: "In May or in June," she said *later*.

    To the radio.
[^b]: Shortly.
[^c]: Never referred to.
"""


def test_footnotes_follow_what_refers_to_them_and_no_reference_stands_in_the_words() -> None:
    article = _load(NOTED)
    assert article.text == (
        'Mayor Brisk said "we will open it in May." Her deputy agreed.\n\n'
        '1. "In May or in June," she said later.\nTo the radio.\n2. After a while.\n\n'
        "Buses will run again.\n\n3. Shortly.\n4. Never referred to."
    )
    kinds = [kind for _, kind, _ in _blocks(article)]
    assert kinds[:2] == [BlockKind.LIST_ITEM, BlockKind.ITEM_CONTINUED]


def test_footnotes_that_refer_to_each_other_come_once() -> None:
    text = _load("Words[^1].\n\n[^1]: One[^2].\n[^2]: Two[^1].\n").text
    assert text == "Words.\n\n1. One.\n2. Two."


def test_a_reference_to_no_footnote_stays_a_word() -> None:
    assert _load("Words[^1].\n").text == "Words[^1]."


def test_a_footnote_in_a_list_or_table_comes_after_it() -> None:
    text = _load(
        "- One[^1]\n- Two\n\n| a[^2] |\n|---|\n| b |\n\n[^1]: First.\n[^2]: Second.\n"
    ).text
    assert text == "One\nTwo\n1. First.\n\na\nb\n\n2. Second."


@pytest.mark.parametrize(
    "source",
    [
        "> Nobody will miss it.\n> — Tom Holt",
        "> Nobody will miss it.\\\n> --- Tom Holt",
        "> Nobody will miss it. -- Tom Holt",
        "> Nobody will miss it.\n>\n> <cite>Tom Holt</cite>",
        "> Nobody will miss it.\n>\n> *Tom Holt*",
        "> Nobody will miss it.\n\n— Tom Holt",
        "<figure><blockquote>Nobody will miss it.</blockquote>\n<figcaption>Tom Holt</figcaption>"
        "</figure>",
    ],
)
def test_the_credit_of_a_quotation_is_a_block_of_its_own(source: str) -> None:
    (words, kind, _), (credit, credited, _) = _blocks(_load(source))
    assert (words, kind, credited) == (
        "Nobody will miss it.",
        BlockKind.BLOCK_QUOTE,
        BlockKind.CREDIT,
    )
    assert credit.endswith("Tom Holt")


@pytest.mark.parametrize("end", ["  \n", "\\\n", "<br>", "\n", "\n\n"])
def test_bold_names_above_what_is_said_are_put_before_it(end: str) -> None:
    source = f"Rowe waits.\n\n**Post**{end}Why so long?\n\n**Ida Rowe**{end}The frost came early."
    told = "Rowe waits.\n\nPost: Why so long?\n\nIda Rowe: The frost came early."
    assert _load(source).text == told
