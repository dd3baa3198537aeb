"""A page that is kept: all of its text, its versions, where it came from, and a slow one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tests.app.test_reader import Reader, reader
from tests.app.test_visiting import until, waiting
from tests.loaders.server import Server, running, say
from tui.dialogs.changes import ChangesScreen
from tui.dialogs.links import LinksScreen
from tui.dialogs.versions import VersionsScreen
from tui.services.dependencies import ReaderServices
from tui.services.opening import open_article
from widgets.dates import format_day

WORDS = "The harbour council met for hours on Tuesday and decided to close the pier for good. "
RAN = "The mayor said that nobody had been hurt and that the ferry would be running by June. "


def source(end: str) -> bytes:
    nav = "".join(f"<li><a href='/{n}'>Story {n}</a></li>" for n in range(30))
    return (
        f"<html><head><title>Pier</title></head><body><nav><ul>{nav}</ul></nav><article>"
        f"<p>{WORDS * 2}</p><p>{RAN * 2}</p><p>{end}</p></article></body></html>"
    ).encode()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "*")
    with running() as served:
        served.leads("/go", "/pier")
        served.gives("/pier", source("It rained on the day of the vote."))
        yield served


@pytest.fixture
def real(desk: ReaderServices, monkeypatch: pytest.MonkeyPatch) -> ReaderServices:
    assert desk.data is not None
    monkeypatch.setenv("INQUIT_DATA_DIR", str(desk.data))
    return replace(desk, open_article=open_article)


def header(at_work: Reader) -> str:
    return at_work.screen.panes.header.render_line(0).text


def message(at_work: Reader) -> str:
    return at_work.screen.panes.status.status.message


async def test_all_of_a_pages_text_is_a_key_away_without_the_network_and_remembered(
    real, server
) -> None:
    article = open_article(server.url("/go"))
    words = article.word_count
    asked = len(server.asked)
    async with reader(real, article) as at_work:
        assert f"{words} of {article.page_words} words" in header(at_work)
        assert "Story 7" not in at_work.screen.reading.article.text
        await at_work.press("W")
        await until(at_work, lambda: message(at_work).startswith("All of the page's"))
        assert "Story 7" in at_work.screen.reading.article.text
        assert f"{article.page_words} words, the whole page" in header(at_work)
    assert open_article(article.id).whole
    async with reader(real, open_article(article.id)) as at_work:
        await at_work.press("W")
        await until(at_work, lambda: message(at_work).startswith("The article alone"))
        assert at_work.screen.reading.article.text == article.text
    assert not open_article(article.id).whole
    assert len(server.asked) == asked


async def test_all_of_a_saved_pages_text_is_remembered_too(real, tmp_path: Path) -> None:
    path = tmp_path / "saved.html"
    path.write_bytes(source("It rained."))
    article = open_article(str(path))
    async with reader(real, article) as at_work:
        await at_work.press("G", "W")
        await until(at_work, lambda: message(at_work).startswith("All of the page's"))
        assert any("It rained." in line for line in at_work.lines())
    assert "Story 7" in open_article(str(path)).text


async def test_what_is_no_page_has_no_more_to_show(real, article) -> None:
    async with reader(real, article) as at_work:
        await at_work.press("W")
        assert message(at_work).startswith("Only of a web page")
        await at_work.press("V")
        assert message(at_work).startswith("Nothing is kept of this article")


async def test_a_choice_that_cannot_be_kept_is_told_and_the_text_is_shown(
    real, server, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = open_article(server.url("/pier"))
    async with reader(real, article) as at_work:

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("inquit.store.pages.page_paths.write_whole", full)
        await at_work.press("W")
        await until(at_work, lambda: bool(at_work.app._notifications))
        assert at_work.screen.reading.article.whole


async def test_versions_are_listed_opened_and_compared(real, server) -> None:
    first = open_article(server.url("/pier"))
    for end in ("It was dry on the day of the vote.", "It was dry. Nobody came to see it."):
        server.gives("/pier", source(end))
        async with reader(real, open_article(first.id)) as at_work:
            await at_work.press("R")
            await until(at_work, lambda: message(at_work).startswith("Opened anew"))
    async with reader(real, open_article(first.id)) as at_work:
        await at_work.press("V")
        screen = at_work.app.screen
        assert isinstance(screen, VersionsScreen)
        await until(at_work, lambda: all("words" in row.tail for row in screen._list.rows))
        today = format_day(datetime.now(UTC).isoformat())
        assert [row.text.split(":")[0][:-3] for row in screen._list.rows] == [
            f"Version {number} · {today}" for number in (3, 2, 1)
        ]
        assert (screen._list.rows[-1].tail, screen._list.cursor) == (
            f"{first.word_count} words",
            "3",
        )
        assert changed(await compared(at_work, "m", "down", "down", "d")) == (
            "From version 1 to version 3",
            ["− It rained on the day of the vote.", "+ It was dry. Nobody came to see it."],
        )
        title, _ = changed(await compared(at_work, "escape", "up", "m", "m", "d"))
        assert title == "From version 1 to version 2"
        await at_work.pilot.press("escape", "down", "d")
        await until(at_work, lambda: bool(at_work.app._notifications))
        await at_work.pilot.press("enter")
        await until(at_work, lambda: at_work.app.screen is at_work.screen)
        assert at_work.screen.reading.article.text == first.text
        assert message(at_work).startswith(f"Version 1 of 3, of {today}")
        assert f"fetched {today}, kept" in header(at_work)
        await at_work.press("comma")
        assert "version 3" in header(at_work)


async def compared(at_work: Reader, *keys: str) -> ChangesScreen:
    await at_work.pilot.press(*keys)
    await until(at_work, lambda: isinstance(at_work.app.screen, ChangesScreen))
    screen = at_work.app.screen
    assert isinstance(screen, ChangesScreen)
    return screen


def changed(screen: ChangesScreen) -> tuple[str, list[str]]:
    return screen._title, [line.plain.rstrip() for line in screen._lines]


async def test_where_a_page_came_from_is_told_in_details_and_links(real, server) -> None:
    article = open_article(server.url("/go"))
    async with reader(real, article) as at_work:
        told = str(at_work.screen.panes.details.render())
        assert f"From {server.url('/pier')}" in told
        assert "kept as version 1" in told
        day = format_day(datetime.now(UTC).isoformat())
        assert f" {server.url('')[7:]} · fetched {day}, kept · " in header(at_work)
        await at_work.press("l")
        screen = at_work.app.screen
        assert isinstance(screen, LinksScreen)
        assert [row.text for row in screen._list.rows] == ["≡ This page"]
        assert server.url("/pier") in str(screen._target.render())


async def test_a_slow_page_tells_its_bytes_and_escape_ends_the_fetch(real, article, server) -> None:
    def slow(handler: BaseHTTPRequestHandler) -> None:
        say(handler, b"<p>" + b"x" * 60_000, Content_Length="900000")
        server.stop.wait(10)

    server.answers["/slow"] = slow
    async with reader(real, article) as at_work:
        at_work.screen.controllers.articles.load(server.url("/slow"))
        await until(at_work, lambda: "59 kB" in waiting(at_work))
        assert waiting(at_work) == "Fetching 127.0.0.1 … 59 kB · Esc cancels"
        await at_work.press("n")
        assert at_work.current_words == "We are ready,"
        await at_work.press("escape")
        assert (message(at_work), waiting(at_work)) == ("Not opened", "")
        assert at_work.screen.reading.article is article


async def test_a_page_that_cannot_be_kept_opens_with_a_warning_and_shows_its_whole_text(
    real, server, article, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("inquit.store.pages.kept_pages.write_whole", full)
    async with reader(real, article) as at_work:
        at_work.screen.controllers.articles.load(server.url("/pier"))
        await until(at_work, lambda: "It rained" in at_work.screen.reading.article.text)
        await until(at_work, lambda: bool(at_work.app._notifications))
        (told,) = at_work.app._notifications
        assert (told.severity, "not kept" in told.message) == ("warning", True)
        assert "not kept" in header(at_work)
        await at_work.press("W")
        await until(at_work, lambda: "Story 7" in at_work.screen.reading.article.text)
        server.gives("/pier", source("It was dry."))
        await at_work.press("R")
        await until(at_work, lambda: message(at_work).startswith("Opened anew"))


async def test_leaving_waits_for_no_server(real, article, server) -> None:
    server.answers["/silent"] = lambda _: server.stop.wait(10) and None
    async with reader(real, article) as at_work:
        at_work.screen.controllers.articles.load(server.url("/silent"))
        await until(at_work, lambda: "Esc cancels" in waiting(at_work))
        errand = at_work.screen.controllers.loading.task
        await at_work.pilot.press("q")
    assert errand.cancelled()
    assert not server.stop.is_set()
