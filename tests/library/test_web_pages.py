"""Pages opened by address: fetched once, kept, versions, all of the text."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from inquit.errors import InputError
from inquit.library.web_pages import open_url, open_version, versions_of
from inquit.loaders.net.fetching import Limits, fetch
from inquit.model.article import Article
from inquit.model.span import Span
from inquit.store.anchors.anchoring import find
from inquit.store.pages.kept_pages import KeptPage, KeptPages
from inquit.store.pages.page_paths import PagePaths
from inquit.store.pages.page_quota import set_limit, size_of
from inquit.store.records.record_factory import new_bookmark
from tests.loaders import making
from tests.loaders.server import Server, running, say
from tests.store.making import FailingDisk

QUICK = Limits(retries=0)
WORDS = "The harbour council met for hours on Tuesday and decided to close the pier for good. "
RAN = "The mayor said that nobody had been hurt and that the ferry would be running by June. "


def _told(article: Article) -> tuple[str, ...]:
    """Return the notices but the one on how much of the page is shown."""
    return tuple(line for line in article.notices if "words are shown" not in line)


def _source(end: str) -> bytes:
    nav = "".join(f"<li><a href='/{n}'>Story {n}</a></li>" for n in range(30))
    return (
        f"<html><head><title>Pier</title></head><body><nav><ul>{nav}</ul></nav><article>"
        f"<p>{WORDS * 2}</p><p>{RAN * 2}</p><p>{end}</p></article></body></html>"
    ).encode()


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INQUIT_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("INQUIT_CACHE_DIR", str(tmp_path / "cache"))


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "*")
    with running() as served:
        served.leads("/go", "/pier?utm_source=x", status=301)
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


def test_kept_pages_are_the_readers_alone(server: Server, pages: KeptPages, tmp_path: Path) -> None:
    open_url(server.url("/go"), whole=True, pages=pages, limits=QUICK)
    for path in (tmp_path / "data", *(tmp_path / "data").rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def _spoil(pages: KeptPages, version: KeptPage) -> None:
    (path,) = (path for path, page in pages.all() if page == version)
    path.write_bytes(path.read_bytes()[:-9])


def test_a_damaged_page_is_set_aside_and_fetched_again(server: Server, pages: KeptPages) -> None:
    url = server.url("/go")
    before = open_url(url, pages=pages, limits=QUICK)
    _spoil(pages, versions_of(url, pages=pages)[0])
    after = open_url(url, pages=pages, limits=QUICK)
    assert after.text == before.text
    assert _told(after) == ("The page as it was kept was damaged and is set aside",)
    assert _told(open_url(url, pages=pages, limits=QUICK)) == ()
    assert len(list((pages.folder / "damaged").iterdir())) == 1


def test_where_a_damaged_page_cannot_be_had_an_older_version_opens(
    server: Server, pages: KeptPages
) -> None:
    url = server.url("/pier?utm_source=x")
    old = open_url(url, pages=pages, limits=QUICK)
    server.gives("/pier?utm_source=x", _source("It was dry on the day of the vote."))
    open_url(url, refresh=True, pages=pages, limits=QUICK)
    _spoil(pages, versions_of(url, pages=pages)[1])
    server.answers.clear()
    opened = open_url(url, pages=pages, limits=QUICK)
    assert opened.text == old.text
    damage, older = _told(opened)
    assert "damaged" in damage
    assert older.startswith("This is as it was on 2")
    assert "no such page" in older
    _spoil(pages, versions_of(url, pages=pages)[0])
    with pytest.raises(InputError, match=r"no such page.*damaged and is set aside"):
        open_url(url, pages=pages, limits=QUICK)
    with pytest.raises(InputError, match="no such page"):
        open_url(url, pages=pages, limits=QUICK)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("name", ["create", "write", "sync", "replace"])
def test_a_page_that_cannot_be_kept_is_opened_and_told(
    server: Server, tmp_path: Path, code: int, name: str
) -> None:
    disk = FailingDisk()
    pages = KeptPages(tmp_path / "data", disk=disk)
    disk.fail(code, name, within=tmp_path / "data")
    article = open_url(server.url("/go"), pages=pages, limits=QUICK)
    assert "It rained" in article.text
    assert _told(article) == (f"The page was not kept: {os.strerror(code)}",)
    assert article.retrieved is not None
    assert article.retrieved.version is None
    assert versions_of(server.url("/go"), pages=pages) == ()
    disk.heal()
    assert _told(open_url(server.url("/go"), pages=pages, limits=QUICK)) == ()
    assert not list((tmp_path / "data").rglob("*.tmp"))


def test_a_page_opens_where_no_folder_can_be_made(server: Server, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file in its place")
    pages = KeptPages(tmp_path / "data" / "inquit")
    article = open_url(server.url("/go"), whole=True, pages=pages, limits=QUICK)
    assert "Story 7" in article.text
    kept, choice = _told(article)
    assert "not kept" in kept
    assert "not kept" in choice


def test_a_bookmarks_article_opens_offline_as_it_was_and_is_anchored_anew_when_refreshed(
    server: Server, pages: KeptPages
) -> None:
    url = server.url("/pier?utm_source=x")
    before = open_url(url, pages=pages, limits=QUICK)
    at = before.text.index("It rained")
    bookmark = new_bookmark(before, Span(at, at + 9))
    given, served = dict(server.answers), len(server.asked)
    server.answers.clear()
    offline = open_url(bookmark.target.article_id, pages=pages, limits=QUICK)
    assert offline == before
    assert find(bookmark.target, offline) == Span(at, at + 9)
    assert len(server.asked) == served
    server.answers.update(given)
    server.gives("/pier?utm_source=x", _source("Nobody came. It rained on the day of the vote."))
    after = open_url(url, refresh=True, pages=pages, limits=QUICK)
    span = find(bookmark.target, after)
    assert span is not None
    assert span.of(after.text) == "It rained"
    assert span != Span(at, at + 9)
    as_it_was = next(
        page
        for page in versions_of(url, pages=pages)
        if page.text_digest == bookmark.target.text_digest
    )
    assert open_version(as_it_was, pages=pages) == before


def test_kept_pages_make_room_for_new_ones_and_it_is_told(server: Server, pages: KeptPages) -> None:
    set_limit(3000)
    told = []
    for number in range(6):
        body = _source(f"Number {number}. {os.urandom(900).hex()}")
        server.gives(f"/{number}", body)
        told += open_url(server.url(f"/{number}"), pages=pages, limits=QUICK).notices
        assert versions_of(server.url(f"/{number}"), pages=pages)
    assert any(line.startswith("To make room, 1 kept versions of pages of 2") for line in told)
    assert size_of(pages) <= 3000


def test_a_page_that_has_not_changed_by_its_date_is_not_sent_again(
    server: Server, pages: KeptPages
) -> None:
    date = "Sun, 01 Mar 2026 10:00:00 GMT"
    server.gives("/dated", _source("Dated."), Last_Modified=date)
    first = open_url(server.url("/dated"), pages=pages, limits=QUICK)
    server.answers["/dated"] = lambda handler: say(handler, b"", status=304)
    assert open_url(server.url("/dated"), refresh=True, pages=pages, limits=QUICK) == first
    assert server.asked[-1][1]["if-modified-since"] == date


def test_a_page_that_is_gone_stays_as_it_was_kept(server: Server, pages: KeptPages) -> None:
    url = server.url("/pier?utm_source=x")
    kept = open_url(url, pages=pages, limits=QUICK)
    server.answers["/pier?utm_source=x"] = lambda handler: say(handler, b"", status=410)
    with pytest.raises(InputError, match="the page is gone"):
        open_url(url, refresh=True, pages=pages, limits=QUICK)
    assert open_url(url, pages=pages, limits=QUICK) == kept


def test_a_server_that_is_busy_for_a_moment_is_asked_again_when_it_says(server: Server) -> None:
    times = []

    def busy(handler: BaseHTTPRequestHandler) -> None:
        times.append(time.monotonic())
        if len(times) == 1:
            say(handler, b"", status=503, Retry_After="1")
        else:
            say(handler, b"<p>here</p>")

    server.answers["/busy"] = busy
    assert fetch(server.url("/busy"), limits=Limits(retries=1, pause=0.01)).data == b"<p>here</p>"
    assert times[1] - times[0] >= 1


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


def test_a_page_that_changes_its_address_stays_the_article_that_was_bookmarked(
    server: Server, pages: KeptPages
) -> None:
    url = server.url("/first")
    server.gives("/first", _source("It rained on the day of the vote."))
    before = open_url(url, pages=pages, limits=QUICK)
    link = f"<link rel='canonical' href='{server.url('/renamed')}'>".encode()
    page = _source("It was dry on the day of the vote.").replace(b"<head>", b"<head>" + link)
    server.gives("/first", page)
    after = open_url(url, refresh=True, pages=pages, limits=QUICK)
    assert after.id == before.id
    assert open_url(url, pages=pages, limits=QUICK) == after
    assert len(versions_of(url, pages=pages)) == 2


@pytest.mark.parametrize(
    ("path", "data", "content_type", "words"),
    [
        ("/a.epub?x=1", making.epub(one="<p>In a book.</p>"), "application/epub+zip", "In a book."),
        ("/a", making.docx("<w:p><w:r><w:t>Typed.</w:t></w:r></w:p>"), "text/html", "Typed."),
        ("/a.md", b"*Marked* words.", "text/plain", "Marked words."),
        ("/a.eml", making.MAIL, "message/rfc822", "She confirmed it."),
    ],
    ids=["epub", "docx", "markdown", "mail"],
)
def test_a_document_of_the_web_is_read_as_what_it_is_and_kept(
    server: Server, pages: KeptPages, path: str, data: bytes, content_type: str, words: str
) -> None:
    server.gives(path, data, Content_Type=content_type)
    article = open_url(server.url(path), pages=pages, limits=QUICK)
    assert words in article.text
    assert article.id == server.url(path)
    server.answers.clear()
    assert open_url(server.url(path), pages=pages, limits=QUICK).text == article.text


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return a data folder that the system lets nobody look into, not even the user."""
    folder, stat_of, listed = tmp_path / "data", Path.stat, os.scandir
    folder.mkdir(mode=0o700)

    def refused(path: object) -> None:
        if Path(str(path)).is_relative_to(folder) and str(path) != str(folder):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    def stat(path: Path, **options: bool) -> os.stat_result:
        refused(path)
        return stat_of(path, **options)

    def scandir(path: str = ".") -> object:
        refused(Path(path) / "x")
        return listed(path)

    monkeypatch.setattr(Path, "stat", stat)
    monkeypatch.setattr(os, "scandir", scandir)
    return folder


def test_a_page_opens_where_its_folder_may_not_be_looked_into(server: Server, locked: Path) -> None:
    article = open_url(server.url("/go"), whole=True, pages=KeptPages(locked), limits=QUICK)
    assert "Story 7" in article.text
    kept, choice = _told(article)
    assert kept == "The page was not kept: Permission denied"
    assert choice == "The choice was not kept: Permission denied"
    assert PagePaths(locked).shows_whole("/a/file.txt") is False
