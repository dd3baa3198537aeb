"""Lists, tables, quotes and captions of pages read as the page shows them."""

from __future__ import annotations

import pytest

from inquit.loaders.page.loader import load_page
from inquit.loaders.table_columns import MOST_COLUMNS
from inquit.model.article import Article
from inquit.model.structure import BlockKind

FILLER = "The council met for three hours on Tuesday and heard from residents of the old port."


def _page(body: str, *, whole: bool = True) -> Article:
    return load_page(f"<html><body>{body}</body></html>".encode(), origin="a.html", whole=whole)


def _blocks(article: Article) -> list[tuple[str, BlockKind, int]]:
    return [(block.span.of(article.text), block.kind, block.level) for block in article.blocks]


def test_each_row_of_a_table_of_data_is_one_line() -> None:
    article = _page(
        "<table><caption>Delays</caption><tr><th>Line<th>Minutes</tr>"
        "<tr><td><p>North</p></td><td>4<br>5</td></tr><tr><td></td><td></td></tr></table>"
    )
    assert article.text == "Delays\n\nLine | Minutes\nNorth | 4 5"
    assert [kind for _, kind, _ in _blocks(article)] == [
        BlockKind.CAPTION,
        BlockKind.TABLE_ROW,
        BlockKind.TABLE_ROW,
    ]


@pytest.mark.parametrize(
    ("rows", "read"),
    [
        ("<tr><td colspan=2>All<td>48", "All | | 48"),
        ("<tr><td colspan=3>In all", "In all"),
        ("<tr><td rowspan=2>North<td>1<td>2<tr><td>3<td>4<tr><td>South<td>5",
         "North | 1 | 2\n| 3 | 4\nSouth | 5"),
        ("<tr><td>a<td rowspan=2 colspan=2>b<tr><td>c<td>d", "a | b\nc | | | d"),
        ("<tr><td colspan=x>a<td colspan=0>b<td rowspan=-1>c<tr><td>d", "a | b | c\nd"),
    ],
)  # fmt: skip
def test_a_cell_over_several_columns_or_rows_leaves_the_others_in_theirs(
    rows: str, read: str
) -> None:
    head = "<table><tr><th>Line<th>Mon<th>Tue"
    assert _page(f"{head}{rows}</table>").text == f"Line | Mon | Tue\n{read}"


def test_cells_that_span_without_end_add_little() -> None:
    rows = "<tr><td colspan=99999 rowspan=99999>a<td rowspan=9>b" * 200
    text = _page(f"<table><tr><th>Line<th>Mon{rows}</table>").text
    assert text.count("a") == text.count("b") == 200
    assert text.count("|") < 200 * 3 * MOST_COLUMNS


@pytest.mark.parametrize(
    "table",
    [
        f"<table role=presentation><tr><td>{FILLER}</td><td>Two.</td></tr></table>",
        f"<table><tr><td><table><tr><td>{FILLER}</td></tr></table></td><td>Two.</td></tr></table>",
        f"<table><tr><td><h2>{FILLER}</h2></td><td>Two.</td></tr><tr><td>a<td>b</table>",
        f"<table><tr><td>{FILLER}</td></tr><tr><td>Two.</td></tr></table>",
        f"<table><tr><td>{FILLER * 9}</td><td>Two.</td></tr><tr><td>a<td>b</table>",
    ],
)
def test_a_table_that_lays_out_is_read_as_paragraphs(table: str) -> None:
    article = _page(table)
    assert BlockKind.TABLE_ROW not in {kind for _, kind, _ in _blocks(article)}
    assert "Two." in article.text.split("\n\n")[1]


def test_an_item_of_several_paragraphs_is_one_item_and_nested_lists_are_deeper() -> None:
    article = _page(
        "<ul><li><p>One.</p><p>More of one.</p><ul><li>Inner.</li></ul>Rest of one.</li>"
        "<li>Two.</li></ul>"
    )
    assert _blocks(article) == [
        ("One.", BlockKind.LIST_ITEM, 1),
        ("More of one.", BlockKind.ITEM_CONTINUED, 1),
        ("Inner.", BlockKind.LIST_ITEM, 2),
        ("Rest of one.", BlockKind.ITEM_CONTINUED, 1),
        ("Two.", BlockKind.LIST_ITEM, 1),
    ]
    assert "\n\n" not in article.text


def test_items_of_a_numbered_list_keep_their_numbers() -> None:
    article = _page("<ol start=3><li>Then.<p>Still.</p><li value=7>Seven.<li>Eight.</ol>")
    assert article.text == "3. Then.\nStill.\n7. Seven.\n8. Eight."


def test_a_list_of_articles_is_no_list() -> None:
    entry = f"<li><article><h3>14:32 Pier shut</h3><p>{FILLER}</p></article></li>"
    article = _page(f"<ol>{entry}{entry}</ol>")
    assert {kind for _, kind, _ in _blocks(article)} == {BlockKind.HEADING}


def test_terms_and_what_is_said_of_them_are_items() -> None:
    article = _page("<dl><dt>Pier<dd>It is old.<dd>It is shut.</dl>")
    assert [kind for _, kind, _ in _blocks(article)] == [
        BlockKind.LIST_ITEM,
        BlockKind.ITEM_CONTINUED,
        BlockKind.ITEM_CONTINUED,
    ]


def test_a_block_quote_keeps_who_said_it_and_marked_quotes_their_marks() -> None:
    article = _page(
        "<blockquote cite='https://x.example/'><p>The pier is shut.</p>"
        "<footer>— <cite>Ana Silva</cite></footer></blockquote>"
        "<p>He said <q>she told me <q>no</q> twice</q> and left.</p>"
    )
    assert article.text == (
        "The pier is shut.\n\n— Ana Silva\n\nHe said “she told me ‘no’ twice” and left."
    )
    assert [level for _, kind, level in _blocks(article)] == [1, 1]


def test_exponents_stay_raised_and_words_for_readers_aloud_are_left_out() -> None:
    article = _page(
        "<p>It is 10<sup>3</sup> m high<sup><a href='#n'>[1]</a></sup>.</p>"
        "<p class='x visually-hidden'>Image source</p>"
    )
    assert article.text == "It is 10³ m high[1]."


@pytest.mark.parametrize("name", ["caption", "thumbcaption", "wp-caption-text", "image_caption"])
def test_what_sites_call_a_caption_is_one(name: str) -> None:
    article = _page(f"<div class='left {name}'>The ferry.</div><p>Words.</p>")
    assert _blocks(article) == [("The ferry.", BlockKind.CAPTION, 0)]


def test_preformatted_words_keep_their_lines_and_spaces() -> None:
    article = _page("<pre>For      7\nAgainst  2</pre>")
    assert article.text == "For      7\nAgainst  2"


def test_what_stands_between_the_paragraphs_of_an_article_is_not_dropped() -> None:
    entry = (
        "<li><article><header><time>14:0{0}</time><h3>Entry {0}</h3></header>"
        f"<p>{FILLER} {{0}}.</p></article></li>"
    )
    entries = "".join(map(entry.format, range(4)))
    article = _page(
        f"<nav><a href=/>Home</a></nav><main><h1>Live</h1><p>{FILLER}</p>"
        f"<table><tr><th>Line<th>Min<tr><td>North<td>4</table><p>{FILLER} Now.</p>"
        f"<ol>{entries}</ol>"
        "</main><footer>Contact us</footer>",
        whole=False,
    )
    for number in range(1, 4):
        assert f"14:0{number}\n\nEntry {number}\n\n{FILLER} {number}." in article.text
    assert "North | 4" in article.text
    assert "Contact us" not in article.text


def test_an_advertisement_and_links_to_other_articles_are_not_the_article() -> None:
    links = "".join(f"<li><a href='/{n}'>Story {n}</a></li>" for n in range(5))
    article = _page(
        f"<article><h1>Head</h1><p>{FILLER}</p><div>ADVERTISEMENT</div><p>{FILLER} Two.</p>"
        f"<h3>Related</h3><ul>{links}</ul><p>{FILLER} Three.</p></article>",
        whole=False,
    )
    for unwanted in ("ADVERTISEMENT", "Related", "Story"):
        assert unwanted not in article.text


@pytest.mark.parametrize("tag", ["ul", "ol", "dl"])
@pytest.mark.parametrize("around", ["{}", "<main>{}</main>", "<div>{}</div>"])
@pytest.mark.parametrize("last", [True, False])
def test_a_list_between_or_after_paragraphs_is_the_articles(
    tag: str, around: str, last: bool
) -> None:
    said = ("“We did not test the well in March.”", "“Nobody asked us to do it.”")
    item = "<dt>Then</dt><dd>{}</dd>" if tag == "dl" else "<li>{}</li>"
    items = "".join(map(item.format, said))
    rest = "" if last else f"<p>{FILLER} Three.</p>"
    article = _page(
        around.format(
            f"<h1>Head</h1><p>{FILLER}</p><p>{FILLER} Two.</p><{tag}>{items}</{tag}>{rest}"
        ),
        whole=False,
    )
    assert all(words in article.text for words in said)
    assert article.notices == ()


@pytest.mark.parametrize(
    "form",
    [
        "<p>{0}</p><div class='box'><div>{1}</div></div><p>{0} Two.</p>",
        "<section><p>{0}</p></section><section>{1}</section><section><p>{0} Two.</p></section>",
        "{1}<p>{0}</p><p>{0} Two.</p>",
        "<p>{0}</p><p>{0} Two.</p><h2>What she said</h2>{1}",
        "<p>{0}</p><h2>What she said</h2>{1}<h2>Two</h2><p>{0} Two.</p>",
    ],
)
def test_a_list_is_the_articles_in_a_container_of_its_own_or_under_a_heading(form: str) -> None:
    items = "<ul><li>“We did not test the well.”</li><li>“Nobody asked us to do it.”</li></ul>"
    article = _page(f"<h1>Head</h1>{form.format(FILLER, items)}", whole=False)
    assert "“We did not test the well.”\n“Nobody asked us to do it.”" in article.text


@pytest.mark.parametrize(
    "furniture",
    [
        "<ul><li><a href='/a'>The first of other stories today</a></li>"
        "<li><a href='/b'>The second of other stories</a></li></ul>",
        "<ul><li>Share</li><li>Print</li><li>Send</li></ul>",
    ],
)
def test_a_list_of_links_or_buttons_after_an_article_is_left_out(furniture: str) -> None:
    article = _page(f"<h1>Head</h1><p>{FILLER}</p><p>{FILLER} Two.</p>{furniture}", whole=False)
    assert article.text == f"Head\n\n{FILLER}\n\n{FILLER} Two."


@pytest.mark.parametrize(
    "lists",
    [
        "<ol><li>“We did not test the well,” said Holt.<ul><li>Not at all</li></ul></li></ol>",
        "<ul><li>“We did not test the well,” he said.</li></ul><menu><li>Not at all</li></menu>",
        "<ul><li>“We did not test the well,” he said.</li></ul><dir><li>Not at all</li></dir>",
        "<details><summary>What he said</summary><ul><li>“We did not test the well.”</li>"
        "<li>Not at all</li></ul></details>",
    ],
)
def test_lists_at_the_end_of_an_article_are_whole(lists: str) -> None:
    article = _page(f"<h1>Head</h1><p>{FILLER}</p><p>{FILLER} Two.</p>{lists}", whole=False)
    assert "We did not test the well" in article.text
    assert article.text.endswith("Not at all")


def test_cells_that_span_without_end_are_read_once_each() -> None:
    """Whoever lays such a table out makes millions of cells of it."""
    rows = "".join(f"<tr><td rowspan=60000 colspan=1000>Word {n}</td></tr>" for n in range(2000))
    article = _page(f"<article><p>{FILLER}</p><table>{rows}</table></article>", whole=False)
    assert article.text.count(FILLER) == 1
    assert article.page_words == len(FILLER.split()) + 2 * 2000
