"""What a feed escaped too often, or not at all, is read as it was meant."""

from __future__ import annotations

from xml.sax.saxutils import escape

import pytest

from inquit.library.feed_entries import article_from_feed
from inquit.loaders.feed.parser import load_feed
from inquit.loaders.page.markup_text import plain_words, undo_double_escape
from inquit.model.feed import FeedEntry

BODY = "<p>Mayor Anna Brisk said &ldquo;we will rebuild it&rdquo;.</p><p>Work starts in May.</p>"
WORDS = "Mayor Anna Brisk said “we will rebuild it”. Work starts in May."


def _entry(inside: str) -> FeedEntry:
    head = '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
    source = f"{head}<title>Post</title><item>{inside}</item></channel></rss>"
    (entry,) = load_feed(source.encode(), origin="a.xml").entries
    return entry


def _title(source: str) -> str:
    return plain_words(source, body=False)


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("wrapped", [False, True])
def test_a_body_is_read_as_html_however_often_it_was_escaped(times: int, wrapped: bool) -> None:
    body = BODY
    for _ in range(times):
        body = escape(body)
    inside = f"<content:encoded><![CDATA[{body}]]></content:encoded>" if wrapped else body
    entry = _entry(inside if wrapped else f"<title>T</title><description>{body}</description>")
    assert article_from_feed(entry, why="no page").text == WORDS.replace(". Work", ".\n\nWork")
    assert entry.summary == WORDS


def test_a_body_in_a_container_of_its_own_may_be_escaped_twice() -> None:
    assert undo_double_escape(f"<div>{escape(BODY)}</div>") == f"<div>{BODY}</div>"


def test_tags_that_an_article_shows_in_its_midst_stay_words() -> None:
    shown = "<p>Use <code>&lt;b&gt;so&lt;/b&gt;</code> and <code>&amp;amp;</code>.</p>"
    assert undo_double_escape(shown) == shown
    assert plain_words(shown, body=True) == "Use <b>so</b> and &amp;."
    entry = _entry(f"<description>{escape(shown)}</description>")
    assert article_from_feed(entry, why="no page").text == "Use <b>so</b> and &amp;."


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("Intent to remove: <a> as <area> in maps", "Intent to remove: <a> as <area> in maps"),
        ("Use &lt;a&gt; and <em>this</em>", "Use <a> and this"),
        ("List<T> and <p> and a </b> of old", "List<T> and <p> and a </b> of old"),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
        ("<b>The</b> un<i>believ</i>able <a href='/x'>mill", "The unbelievable mill"),
        ("One<br>two<br/>three", "One two three"),
        ("&lt;em&gt;The Post&lt;/em&gt; wins", "The Post wins"),
        ("How to use &lt;p&gt; and &lt;/p&gt; here", "How to use <p> and </p> here"),
        ("How to use <b> and </b> here", "How to use <b> and </b> here"),
        ("Why <p>text</p> needs an end", "Why <p>text</p> needs an end"),
        ("<p>The mill</p><p>is <b>shut</b></p>", "The mill is shut"),
    ],
)
def test_of_a_title_only_what_is_markup_is_taken_out(source: str, words: str) -> None:
    assert _title(source) == words


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("Three &#8220;quoted&#8221; &amp; twice", "Three “quoted” & twice"),
        ("Three &amp;#8220;quoted&amp;#8221; &amp;amp; twice", "Three “quoted” & twice"),
        ("Mill&amp;rsquo;s caf&amp;eacute;", "Mill’s café"),
        ("AT&T and R&D; done", "AT&T and R&D; done"),
    ],
)
def test_references_in_a_title_are_read_however_often_they_were_escaped(
    source: str, words: str
) -> None:
    assert _title(source) == words


def test_references_in_a_body_are_read_though_its_tags_were_escaped_once() -> None:
    body = "<p>The mill&amp;#8217;s plan</p>"
    assert plain_words(body, body=True) == "The mill’s plan"


def test_an_entry_without_markup_keeps_its_words_and_paragraphs() -> None:
    text = f"The mill keeps its <a> sign. {'It is old. ' * 250}\n\nNobody minds."
    entry = _entry(f"<title>T</title><content:encoded><![CDATA[{escape(text)}]]></content:encoded>")
    article = article_from_feed(entry, why="no page")
    assert article.text.startswith("The mill keeps its <a> sign.")
    assert article.text.endswith("\n\nNobody minds.")
