"""Pages opened by address: fetched once, kept, versions, all of the text."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from inquit.errors import InputError, StoreError
from inquit.loaders.fetching import Limits
from inquit.online import open_url, open_version, versions_of
from inquit.store.kept_pages import KeptPages
from tests.loaders.server import Server, running, say

QUICK = Limits(connect=2, silence=1, total=5, retries=0)
WORDS = "The harbour council met for hours on Tuesday and decided to close the pier for good. "
RAN = "The mayor said that nobody had been hurt and that the ferry would be running by June. "


def _source(end: str) -> bytes:
    nav = "".join(f"<li><a href='/{n}'>Story {n}</a></li>" for n in range(30))
    return (
        f"<html><head><title>Pier</title></head><body><nav><ul>{nav}</ul></nav><article>"
        f"<p>{WORDS * 2}</p><p>{RAN * 2}</p><p>{end}</p></article></body></html>"
    ).encode()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "*")
    with running() as served:
        served.leads("/go", "/pier?utm_source=x")
        served.gives("/pier?utm_source=x", _source("It rained on the day of the vote."), ETag='"1"')
        yield served


@pytest.fixture
def pages(tmp_path: Path) -> KeptPages:
    return KeptPages(tmp_path / "data")


def test_a_page_is_fetched_once_and_opens_by_every_address(
    server: Server, pages: KeptPages
) -> None:
    article = open_url(server.url("/go"), pages=pages, limits=QUICK)
    assert article.id == server.url("/pier")
    asked = len(server.asked)
    for address in (server.url("/go"), article.id, server.url("/pier?utm_medium=y#part")):
        assert open_url(address, pages=pages, limits=QUICK) == article
    assert len(server.asked) == asked


def test_a_version_is_kept_for_every_change_of_the_text(server: Server, pages: KeptPages) -> None:
    url = server.url("/pier?utm_source=x")
    before = open_url(url, pages=pages, limits=QUICK)
    server.gives("/pier?utm_source=x", _source("It rained on the day of the vote.") + b"<!-- -->")
    open_url(url, refresh=True, pages=pages, limits=QUICK)
    assert len(versions_of(url, pages=pages)) == 1
    server.gives("/pier?utm_source=x", _source("It was dry on the day of the vote."))
    after = open_url(url, refresh=True, pages=pages, limits=QUICK)
    old, new = versions_of(url, pages=pages)
    assert open_version(old, pages=pages) == before
    assert open_version(new, pages=pages) == after
    assert before.text != after.text


def test_a_page_that_has_not_changed_is_not_fetched_again(server: Server, pages: KeptPages) -> None:
    url = server.url("/pier?utm_source=x")
    article = open_url(url, pages=pages, limits=QUICK)
    server.answers["/pier?utm_source=x"] = lambda handler: say(handler, b"", status=304)
    assert open_url(url, refresh=True, pages=pages, limits=QUICK) == article
    assert server.asked[-1][1]["if-none-match"] == '"1"'


def test_what_fails_leaves_what_is_kept(server: Server, pages: KeptPages) -> None:
    url = server.url("/pier?utm_source=x")
    article = open_url(url, pages=pages, limits=QUICK)
    del server.answers["/pier?utm_source=x"]
    with pytest.raises(InputError, match="no such page"):
        open_url(url, refresh=True, pages=pages, limits=QUICK)
    assert open_url(url, pages=pages, limits=QUICK) == article


def test_the_choice_of_all_the_text_is_remembered(server: Server, pages: KeptPages) -> None:
    url = server.url("/go")
    assert "Story 7" not in open_url(url, pages=pages, limits=QUICK).text
    assert "Story 7" in open_url(url, whole=True, pages=pages, limits=QUICK).text
    assert "Story 7" in open_url(url, pages=pages, limits=QUICK).text
    assert "Story 7" not in open_url(url, whole=False, pages=pages, limits=QUICK).text


def test_what_is_no_page_is_told(server: Server, pages: KeptPages) -> None:
    server.gives("/picture", b"\x89PNG", Content_Type="image/png")
    with pytest.raises(InputError, match="it is image/png, not a page"):
        open_url(server.url("/picture"), pages=pages, limits=QUICK)
    server.gives("/plain", b"Plain words, not a page.", Content_Type="text/plain")
    assert open_url(server.url("/plain"), pages=pages, limits=QUICK).id == server.url("/plain")


def test_kept_pages_are_the_readers_alone_and_damage_is_told(
    server: Server, pages: KeptPages, tmp_path: Path
) -> None:
    open_url(server.url("/go"), pages=pages, limits=QUICK)
    found = list((tmp_path / "data").rglob("*"))
    assert all(not stat.S_IMODE(path.stat().st_mode) & 0o077 for path in found)
    (file,) = (path for path in found if path.suffix == ".page")
    head, _, body = file.read_bytes().partition(b"\n")
    file.write_bytes(head + b"\n" + body[:-9])
    with pytest.raises(StoreError):
        open_url(server.url("/go"), pages=pages, limits=QUICK)


def test_a_version_opens_as_article_or_as_whole_page_without_its_being_remembered(
    server: Server, pages: KeptPages
) -> None:
    article = open_url(server.url("/go"), pages=pages, limits=QUICK)
    (version,) = versions_of(article.id, pages=pages)
    page = open_version(version, whole=True, pages=pages)
    assert (article.whole, page.whole) == (False, True)
    assert article.word_count < page.word_count == article.page_words == page.page_words
    assert "Story 7" in page.text
    assert open_version(version, pages=pages) == article
