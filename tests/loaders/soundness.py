"""What holds for whatever a loader makes, whatever it was given."""

from __future__ import annotations

import itertools

from inquit.loaders.article_builder import web_address
from inquit.loaders.normalization import normalise
from inquit.loaders.quick_title import quick_title
from inquit.loaders.sniffing import HEAD, kind_of
from inquit.model.article import Article, digest_of
from inquit.model.feed import Feed
from inquit.model.printable import clean_line, printable


def require_sound(article: Article) -> None:
    """Assert what holds for an article of any loader."""
    assert normalise(article.text) == article.text
    require_offsets(article)
    told = (article.title, article.byline, article.published, article.site, article.language)
    for words in (*told, *article.notices):
        assert words is None or (words and printable(words) == words)


def require_glance(data: bytes, name: str) -> None:
    """Assert what holds for what a list says of any file: it can be shown."""
    title = quick_title(data[:HEAD], kind_of(data[:HEAD], name))
    assert title is None or (title and printable(title) == title)


def require_offsets(article: Article) -> None:
    """Assert that every offset of an article is right and that its name can be shown."""
    text, spans = article.text, article.block_spans
    assert digest_of(text) == article.text_digest
    assert printable(article.display_title) == article.display_title
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    assert all(span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))
    kinds = [block.span for block in article.blocks]
    assert set(kinds) <= set(spans)
    assert kinds == sorted(kinds, key=lambda span: span.start)
    links = [link.span for link in article.links]
    assert all(span.end <= len(text) and span.of(text).strip() for span in links)
    assert all(one.end <= two.start for one, two in itertools.pairwise(links))
    assert all(web_address(link.target) == link.target for link in article.links)


def require_sound_feed(feed: Feed) -> None:
    """Assert what holds for any feed: every line of it can be shown."""
    assert clean_line(feed.title) == feed.title
    for entry in feed.entries:
        assert entry.title
        assert entry.id.isprintable()
        for words in (entry.title, entry.summary, entry.published or ""):
            assert clean_line(words) == words
        assert web_address(entry.link) == entry.link


def require_sound_listing(listed: tuple[tuple[str, str], ...]) -> None:
    """Assert what holds for the feeds that any OPML lists."""
    assert len({url for url, _ in listed}) == len(listed)
    assert all(web_address(url) == url and clean_line(title) == title for url, title in listed)
