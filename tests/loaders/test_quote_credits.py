"""Who a block quote is credited to stands apart from its words, however a page sets it."""

from __future__ import annotations

import pytest

from inquit.loaders.article_builder import compose
from inquit.loaders.page.loader import load_page
from inquit.loaders.piece import Piece
from inquit.model.article import Article
from inquit.model.structure import BlockKind

FILLER = "The council met for three hours on Tuesday and heard from residents of the old port."
WORDS = "The shops needed this more than anyone."


def _page(body: str) -> Article:
    source = (
        f"<html><body><article><h1>Reactions</h1><p>{FILLER}</p>{body}<p>{FILLER}</p></article>"
    )
    return load_page(f"{source}</body></html>".encode(), origin="a.html")


def _told(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(article.text)) for block in article.blocks[1:]]


@pytest.mark.parametrize(
    ("body", "credit"),
    [
        (f"<blockquote>{WORDS} <cite>Vera Lund, baker</cite></blockquote>", "Vera Lund, baker"),
        (f"<blockquote><p>{WORDS} <cite>Vera Lund</cite></p></blockquote>", "Vera Lund"),
        (f"<blockquote><p>{WORDS}</p><cite>Vera Lund</cite></blockquote>", "Vera Lund"),
        (f"<blockquote><p>{WORDS}</p><small>Vera Lund in <cite>Roads</cite></small></blockquote>",
         "Vera Lund in Roads"),
        (f"<blockquote><p>{WORDS}</p><footer>— Vera Lund</footer></blockquote>", "— Vera Lund"),
        (f"<blockquote><p>{WORDS}</p><p class='quote-author'>Vera Lund</p></blockquote>",
         "Vera Lund"),
        (f"<figure><blockquote>{WORDS}</blockquote><figcaption>Vera Lund</figcaption></figure>",
         "Vera Lund"),
        (f"<div><blockquote>{WORDS}</blockquote><div class='pullquote__attribution'>Vera Lund</div>"
         "</div>", "Vera Lund"),
        (f"<blockquote>{WORDS}</blockquote><p><cite>Vera Lund</cite></p>", "Vera Lund"),
        (f"<blockquote>{WORDS}</blockquote><p>— Vera Lund, baker</p>", "— Vera Lund, baker"),
        (f"<blockquote>{WORDS}<br>— Vera Lund</blockquote>", "— Vera Lund"),
        (f"<blockquote>{WORDS} — Vera Lund</blockquote>", "— Vera Lund"),
        (f"<blockquote>{WORDS} &mdash; <cite>Vera Lund</cite></blockquote>", "— Vera Lund"),
        (f"<blockquote><p>{WORDS}</p><p><strong>Vera Lund</strong></p></blockquote>", "Vera Lund"),
    ],
)  # fmt: skip
def test_a_credit_is_a_block_of_its_own(body: str, credit: str) -> None:
    assert _told(_page(body)) == [("block quote", WORDS), ("credit", credit)]


def test_a_credit_may_stand_before_its_quote() -> None:
    figure = f"<figure><figcaption>Vera Lund:</figcaption><blockquote>{WORDS}</blockquote></figure>"
    assert _told(_page(figure)) == [("credit", "Vera Lund:"), ("block quote", WORDS)]


def test_a_break_and_a_dash_end_words_that_end_no_sentence() -> None:
    article = _page("<blockquote>Nobody will miss it<br>— Tom Holt</blockquote>")
    assert _told(article) == [("block quote", "Nobody will miss it"), ("credit", "— Tom Holt")]


@pytest.mark.parametrize(
    ("words", "credit"),
    [
        ("The ferry stops", "- Tom Holt"),
        ("“Shops need it,”", "-- Vera Lund"),
        ("“Nobody will miss the ferry”", "— Tom Holt"),
        ("We waited two winters,", "– Anna Brisk, mayor of Torvale"),
        ("We won (at last)", "—Karl van der Denz"),
    ],
)
def test_a_name_after_a_dash_is_the_credit_of_words_that_end_no_sentence(
    words: str, credit: str
) -> None:
    body = f"<blockquote><p>{words} {credit}</p></blockquote>" * 2
    assert _told(_page(body)) == [("block quote", words), ("credit", credit)] * 2


@pytest.mark.parametrize(
    "quote",
    [
        "Nobody will miss it — ever",
        "One of us — I mean the deputy — Tom Holt",
        "<p>We asked one man - Tom Holt</p><p>He said no.</p>",
        "I read about it in <cite>The Torvale Post</cite>",
        "As <cite>The Torvale Post</cite> wrote, nobody cared.",
        "We lost. — And then we won it all back.",
        "We met one man. — He was the only one who had stayed.",
        "Small words",
    ],
)
def test_the_words_of_a_quote_stay_whole_where_they_name_no_credit(quote: str) -> None:
    assert {kind for kind, _ in _told(_page(f"<blockquote>{quote}</blockquote>"))} == {
        "block quote"
    }


def test_lines_of_a_quoted_dialogue_are_no_credits() -> None:
    lines = "<p>— Where will you go now?</p><p>— Home, and then we shall see what comes.</p>"
    kinds = [kind for kind, _ in _told(_page(f"<blockquote>{lines}</blockquote>"))]
    assert kinds == ["block quote", "block quote"]


def test_a_quote_set_small_as_a_whole_is_no_credit() -> None:
    body = f"<blockquote><small>{WORDS}</small></blockquote>" * 2
    assert _told(_page(body)) == [("block quote", WORDS)] * 2


def test_the_caption_of_a_picture_stays_one() -> None:
    figure = "<figure><img src='a.png'><figcaption>Vera Lund at the bridge.</figcaption></figure>"
    assert _told(_page(figure)) == [("caption", "Vera Lund at the bridge.")]


def test_a_block_quote_tells_where_it_begins() -> None:
    article = _page(f"<blockquote><p>{WORDS}</p><p>One more.</p></blockquote>"
                    f"<blockquote>{WORDS}</blockquote>")  # fmt: skip
    assert [block.opens for block in article.blocks[1:]] == [True, False, True]


def test_a_credit_at_the_end_of_a_page_is_kept() -> None:
    quote = f"<figure><blockquote>{WORDS}</blockquote><figcaption>Vera Lund</figcaption></figure>"
    source = f"<html><body><h1>Reactions</h1><p>{FILLER}</p><p>{FILLER} Two.</p>{quote}</body>"
    assert load_page(source.encode(), origin="a.html").text.endswith(f"{WORDS}\n\nVera Lund")


def test_links_stay_right_where_a_line_is_parted() -> None:
    runs = ((f"{WORDS} — ", None), ("Vera Lund", "https://x.example/v"), (", baker", None))
    article = compose([Piece(runs, BlockKind.BLOCK_QUOTE, 1)], article_id=None, origin="a")
    assert [link.span.of(article.text) for link in article.links] == ["Vera Lund"]
    assert article.text == f"{WORDS}\n\n— Vera Lund, baker"
