"""Adding in bulk goes on where it ended, and keeps what nothing else keeps."""

from __future__ import annotations

from dataclasses import replace

from inquit.model.article import Article
from inquit.model.quotation import Analysis
from inquit.service.library.adding import Added, add_article, make_room_for_added, open_entries
from inquit.service.library.own_work import OwnWork
from tests.library.index.making import make_analysis, make_article
from tests.service.library.conftest import ENGINE, TARIFFS, Shelf


def analyse(article: Article) -> Analysis:
    return make_analysis(article, ENGINE)


def add(shelf: Shelf, article: Article) -> Added:
    return add_article(article, shelf.library, OwnWork(), analyse)


def test_an_article_is_kept_analysed_and_indexed_once(shelf: Shelf) -> None:
    article = make_article(TARIFFS, article_id="/home/me/a.txt")
    assert add(shelf, article) is Added.ADDED
    assert add(shelf, article) is Added.THERE
    assert shelf.find("by:ryder") == ["/home/me/a.txt"]
    assert shelf.library.pages.newest("/home/me/a.txt") is not None


def test_an_end_between_keeping_and_indexing_is_made_up_for(shelf: Shelf) -> None:
    article = shelf.keep(TARIFFS, "/home/me/a.txt", analysed=False)
    assert add(shelf, article) is Added.ADDED
    assert shelf.find("by:ryder") == ["/home/me/a.txt"]


def test_a_corpus_article_that_is_called_like_a_page_is_kept_all_the_same(shelf: Shelf) -> None:
    article = make_article(TARIFFS, article_id="https://never.example/fetched")
    assert add(shelf, article) is Added.ADDED
    assert shelf.find("by:ryder") == [f"sha256:{article.text_digest}"]


def test_samples_are_not_remembered(shelf: Shelf) -> None:
    assert add(shelf, make_article(TARIFFS, article_id="seed:x")) is Added.SAMPLE
    assert shelf.find("by:ryder") == []


def test_the_entries_of_a_feed_are_articles_or_say_why_not() -> None:
    items = (
        "<item><title>One</title><guid>1</guid><description>Words of it.</description></item>"
        "<item><title>Two</title><guid>2</guid></item>"
    )
    feed = f"<rss version='2.0'><channel><title>H</title>{items}</channel></rss>".encode()
    one, two = open_entries(feed, "feed.xml")
    assert isinstance(one, Article)
    assert one.text == "Words of it."
    assert "gives no text" in str(two)


def test_there_is_room_as_long_as_the_limit_is_kept(shelf: Shelf) -> None:
    add(shelf, replace(make_article(TARIFFS, article_id="sha256:a")))
    assert make_room_for_added(shelf.library) is None
