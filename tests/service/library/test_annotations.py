"""Searches for what the reader wrote: notes on sources, and bookmarks where they are now."""

from __future__ import annotations

import pytest

from inquit.model.article import Article
from inquit.model.span import Span
from inquit.service.library.own_work import OwnWork
from inquit.store.records.record_factory import new_bookmark, new_note
from tests.service.library.conftest import TARIFFS, Shelf


def bookmark(
    article: Article, words: str, comment: str = "", tags: tuple[str, ...] = ("trade",)
) -> OwnWork:
    start = article.text.index(words)
    span = Span(start, start + len(words))
    return OwnWork(bookmarks=(new_bookmark(article, span, comment=comment, tags=tags),))


@pytest.mark.parametrize("words", ["raise tariffs", "Traders waited"])
def test_a_bookmark_is_found_by_its_tag_on_a_quote_or_beside_one(shelf: Shelf, words: str) -> None:
    own = bookmark(shelf.keep(TARIFFS, "sha256:a"), words)
    shelf.keep(TARIFFS + " Twice.", "sha256:b")
    shelf.catch_up()
    assert shelf.find("tag:Trade", own) == ["sha256:a"]
    assert shelf.find("has:bookmark", own) == ["sha256:a"]
    assert shelf.find("tag:other", own) == []
    assert shelf.find("has:note", own) == []


def test_a_comment_on_a_bookmark_counts_as_a_note(shelf: Shelf) -> None:
    own = bookmark(shelf.keep(TARIFFS, "sha256:a"), "Traders", comment="call them")
    shelf.catch_up()
    assert shelf.find("has:note", own) == ["sha256:a"]


def test_a_bookmark_is_found_where_its_words_are_in_a_text_that_changed(shelf: Shelf) -> None:
    own = bookmark(shelf.keep(TARIFFS, "sha256:a"), "Traders waited")
    shelf.keep("A new beginning. “Quiet.” said Ana Ruiz.\n" + TARIFFS, "sha256:a")
    shelf.catch_up()
    assert shelf.find("tag:trade traders", own) == ["sha256:a"]
    assert shelf.find("tag:trade by:ruiz", own) == []


def test_a_bookmark_whose_words_are_gone_finds_nothing(shelf: Shelf) -> None:
    own = bookmark(shelf.keep(TARIFFS, "sha256:a"), "Traders waited")
    shelf.keep("“Quiet.” said Ana Ruiz. All else is another matter.", "sha256:a")
    shelf.catch_up()
    assert shelf.find("tag:trade", own) == []


def test_a_bookmark_is_found_in_an_article_that_is_not_analysed_yet(shelf: Shelf) -> None:
    own = bookmark(shelf.keep(TARIFFS, "sha256:a", analysed=False), "Traders waited")
    shelf.catch_up()
    assert shelf.find("tag:trade", own) == ["sha256:a"]


def test_a_note_is_found_by_the_quotes_of_its_source(shelf: Shelf) -> None:
    shelf.keep(TARIFFS, "sha256:a")
    shelf.catch_up()
    own = OwnWork(notes=(new_note("Pat Ryder", "called back", tags=("trade",)),))
    assert shelf.find("tag:trade said:tariffs", own) == ["sha256:a"]
    assert shelf.find("has:note", own) == ["sha256:a"]
    assert shelf.find("has:bookmark", own) == []
