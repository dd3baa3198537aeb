"""Web pages: what is the article, in which blocks; and pages that mean harm."""

from __future__ import annotations

import pytest

from inquit.errors import InputError
from inquit.loaders.page.loader import load_page
from inquit.model.article import Article
from inquit.model.structure import BlockKind

FILLER = "The council met for three hours on Tuesday and heard from residents of the old port."
PAGE = f"""<!doctype html><html lang="en-GB"><head><title>Ferry hits pier - The Herald</title>
<meta property="og:title" content="Ferry hits pier"><meta name="author" content="Ines Castro">
<meta property="og:site_name" content="The Herald">
<meta property="article:published_time" content="2026-03-01T10:00:00Z">
<link rel="canonical" href="/news/ferry"><script>var x = "scripted words";</script>
<style>p {{ color: red }}</style></head><body>
<nav><ul><li><a href="/a">Home</a></li><li><a href="/b">Sport</a></li></ul></nav>
<article><h1>Ferry hits pier</h1><p>{FILLER} One.</p>
<p>“We saw it <em>coming</em>,” said <a href="/people/mayor">Mayor Ana Silva</a>,<br>“and nobody
 moved.”</p><h2>What comes next</h2><blockquote><p>The pier will be shut until June, and perhaps
 until July, said the harbour.</p></blockquote>
<ul><li>The first thing that will be done is to close the pier to everybody.<ul><li>A thing inside
 the first thing that will be done there.</li></ul></li></ul>
<figure><img src="x.png"><figcaption>The ferry Lua at the broken pier.</figcaption></figure>
<p hidden>Hidden words that nobody is to see on the page.</p>
<p>He said <q>the sea was calm all day</q> and left the meeting early. {FILLER}</p>
<p>{FILLER} Two.</p></article><footer>Copyright The Herald</footer></body></html>"""


def _page(source: str, **options: object) -> Article:
    given_options = {"origin": "page.html", **options}
    return load_page(source.encode(), **given_options)  # type: ignore[arg-type]


def _paragraphs(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.block_spans]


def _of_kind(article: Article, kind: BlockKind) -> list[tuple[str, int]]:
    return [
        (block.span.of(article.text), block.level) for block in article.blocks if block.kind is kind
    ]


def test_the_article_is_what_the_page_is_about() -> None:
    article = _page(PAGE, url="https://herald.example/news/ferry?utm_source=x")
    assert (article.title, article.byline) == ("Ferry hits pier", "Ines Castro")
    assert (article.site, article.language) == ("The Herald", "en-GB")
    assert article.published == "2026-03-01"
    assert article.id == "https://herald.example/news/ferry"
    for unwanted in ("scripted", "color", "Hidden words", "Sport", "Copyright"):
        assert unwanted not in article.text


def test_blocks_are_the_pages_own_and_quotes_stay_whole() -> None:
    article = _page(PAGE)
    paragraphs = _paragraphs(article)
    assert "“We saw it coming,” said Mayor Ana Silva, “and nobody moved.”" in paragraphs
    assert any("He said “the sea was calm all day” and left" in each for each in paragraphs)
    assert (FILLER + " Two.") in paragraphs
    assert ("What comes next", 2) in _of_kind(article, BlockKind.HEADING)
    assert _of_kind(article, BlockKind.CAPTION) == [("The ferry Lua at the broken pier.", 0)]
    ((quote, level),) = _of_kind(article, BlockKind.BLOCK_QUOTE)
    assert quote.startswith("The pier will be shut")
    assert level == 1
    assert [level for _, level in _of_kind(article, BlockKind.LIST_ITEM)] == [1, 2]


def test_links_lead_to_whole_addresses_of_the_web_only() -> None:
    article = _page(PAGE, url="https://herald.example/news/ferry")
    (link,) = article.links
    assert link.span.of(article.text) == "Mayor Ana Silva"
    assert link.target == "https://herald.example/people/mayor"
    assert _page(PAGE.replace('"/people/mayor"', '"javascript:alert(1)"')).links == ()


def test_all_of_the_page_is_given_where_that_is_asked_for() -> None:
    article = _page(PAGE, whole=True)
    assert all(word in article.text for word in ("Sport", "Copyright"))
    assert not any(word in article.text for word in ("scripted", "Hidden words"))


def test_a_break_after_a_sentence_begins_a_paragraph() -> None:
    turns = "<br>".join(f"SPEAKER {n}: {FILLER}" for n in range(4))
    paragraphs = _paragraphs(_page(f"<html><body><div>{turns}</div></body></html>"))
    assert [each.split(":")[0] for each in paragraphs] == [f"SPEAKER {n}" for n in range(4)]


def test_what_a_page_leaves_out_is_told() -> None:
    rest = "".join(f"<li><a href='/{n}'>Another story number {n}</a></li>" for n in range(60))
    article = _page(PAGE.replace("<footer>", f"<aside><ul>{rest}</ul></aside><footer>"))
    assert any("words are shown as the article" in notice for notice in article.notices)


@pytest.mark.parametrize(
    "source",
    [
        "<html><body><div id=root></div><script src=app.js></script></body></html>",
        "<html><body><p>Please enable JavaScript.</p><script>x()</script></body></html>",
    ],
)
def test_a_page_made_by_scripts_is_told_as_such(source: str) -> None:
    with pytest.raises(InputError, match="nothing readable came"):
        _page(source)


def test_a_page_for_subscribers_is_told_as_such() -> None:
    mark = '<script type="application/ld+json">{"isAccessibleForFree": "False"}</script></head>'
    article = _page(PAGE.replace("</head>", mark))
    assert any("subscribers" in notice for notice in article.notices)


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        ('<meta charset="windows-1252"><p>“Olá”, disse ela à noite.</p>'.encode("cp1252"), None),
        ("<p>“Olá”, disse ela à noite.</p>".encode("cp1252"), "iso-8859-1"),
        ('<meta charset="latin-1"><p>“Olá”, disse ela à noite.</p>'.encode(), "latin-1"),
        ("<p>“Olá”, disse ela à noite.</p>".encode("utf-8-sig"), "latin-1"),
        ("<p>“Olá”, disse ela à noite.</p>".encode("utf-16"), "no-such-set"),
        ('<meta charset="utf-8"><p>“Olá”, disse ela à noite.</p>'.encode("cp1252"), "latin-1"),
        ('<meta charset="utf-8"><p>“Olá”, disse ela à noite.</p>'.encode("cp1252"), None),
        ('<meta charset="utf-16"><p>“Olá”, disse ela à noite.</p>'.encode(), None),
        ('<meta charset="koi8-r"><p>“Olá”, disse ela à noite.</p>'.encode("cp1252"), "cp1252"),
    ],
)
def test_text_is_read_in_the_character_set_that_it_is_in(data: bytes, charset: str | None) -> None:
    article = load_page(data, origin="x.html", charset=charset)
    assert article.text == "“Olá”, disse ela à noite."


@pytest.mark.parametrize("charset", ["punycode", "idna", "undefined", "unicode_escape", "zlib"])
def test_a_page_in_what_is_no_character_set_is_read_as_if_it_named_none(charset: str) -> None:
    data = f"<meta charset={charset}><p>“Olá”, disse ela à noite.</p>".encode("cp1252")
    assert load_page(data, origin="x.html").text == "“Olá”, disse ela à noite."


def test_nothing_that_a_terminal_obeys_is_left() -> None:
    bad = "\x1b]0;owned\x07\u202e\x9b31m"
    article = _page(
        f"<html><head><title>A {bad} title</title><meta name='author' content='A {bad} B'></head>"
        f"<body><p>Words {bad} <a href='https://x.example/{bad}'>here</a>.</p></body></html>"
    )
    targets = "".join(link.target for link in article.links)
    shown = f"{article.text}{article.title}{article.byline}{targets}"
    assert not set(shown) & set("\x1b\x07\u202e\x9b")


@pytest.mark.parametrize("bad", ["\x1f", "&#31;", "&#x1F;", "\ufffe", "&#65535;"])
def test_a_character_that_xml_has_not_harms_no_page(bad: str) -> None:
    article = _page(PAGE.replace("<h1>Ferry", f"<h1><p>{bad}Ferry"))
    assert article.text.startswith("Ferry hits pier")


@pytest.mark.parametrize(
    "sequence", ["\x1b[31m", "&#27;[31m", "&#x1b;[31m", "\x1b]0;owned\x07", "&#27;]0;owned&#7;"]
)
def test_an_escape_sequence_goes_as_a_whole(sequence: str) -> None:
    assert _page(f"<p>{FILLER} Words {sequence}here.</p>").text == f"{FILLER} Words here."


def test_no_entity_reads_a_file() -> None:
    article = _page(
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        "<html><body><p>Before &x; after.</p></body></html>"
    )
    assert "root:" not in article.text


def test_text_below_and_after_endless_nesting_is_kept() -> None:
    source = "<p>Before.</p>" + "<div>" * 100_000 + "Deep." + "</div>" * 100_000 + "<p>After.</p>"
    assert _paragraphs(_page(source)) == ["Before.", "Deep.", "After."]


def test_a_paragraph_of_ten_megabytes_is_kept() -> None:
    article = _page("<p>" + "word “quote” " * 900_000 + "</p>")
    assert article.text.count("quote") == 900_000


def test_a_page_of_very_many_elements_is_shown_whole() -> None:
    article = _page("<p>One more line." * 60_000)
    assert len(article.block_spans) == 60_000
    assert "too large" in article.notices[0]
