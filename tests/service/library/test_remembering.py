"""What is remembered without being asked, and how it gets into the index."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inquit.library.settings import LibrarySettings
from inquit.service.library.own_work import OwnWork
from inquit.service.library.remembering import (
    index_article,
    is_remembered_unasked,
    remember_text,
)
from tests.library.index.making import make_analysis, make_article
from tests.service.library.conftest import ENGINE, SCHOOLS, TARIFFS, Shelf


@pytest.mark.parametrize(
    ("article_id", "usual", "with_files"),
    [
        ("https://a.example/x", True, True),
        ("entry:abc", True, True),
        ("/home/me/a.txt", False, True),
        ("sha256:abc", False, True),
        ("seed:harbour-inquiry", False, False),
    ],
)
def test_pages_and_entries_are_remembered_and_files_only_on_demand(
    shelf: Shelf, article_id: str, *, usual: bool, with_files: bool
) -> None:
    article = make_article("Words.", article_id=article_id)
    wanted = {
        LibrarySettings(): usual,
        LibrarySettings(files=True): with_files,
        LibrarySettings(enabled=False, files=True): False,
    }
    for settings, expected in wanted.items():
        library = replace(shelf.library, settings=settings)
        assert is_remembered_unasked(article, library) is expected


def test_an_article_that_is_kept_is_indexed_at_once(shelf: Shelf) -> None:
    article = make_article(TARIFFS, article_id="entry:x")
    analysis = make_analysis(article, ENGINE)
    assert not index_article(article, analysis, shelf.library, OwnWork())
    remember_text(article, shelf.library)
    assert index_article(article, analysis, shelf.library, OwnWork())
    assert shelf.find("by:ryder") == ["entry:x"]
    assert shelf.catch_up().put == 0
    assert shelf.library.analyses.get(article) == analysis


def test_an_older_version_does_not_take_the_place_of_the_newest(shelf: Shelf) -> None:
    older = shelf.keep(TARIFFS, "sha256:a")
    shelf.keep(SCHOOLS, "sha256:a")
    shelf.catch_up()
    assert not index_article(older, None, shelf.library, OwnWork())
    assert shelf.find("doors") == ["sha256:a"]
