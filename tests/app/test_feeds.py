"""The feeds' screen: what is unread, opened in full, refreshed, added and removed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from textual.widgets import Static

from inquit.errors import StoreWriteError
from inquit.model.feed import FeedEntry, Subscription
from inquit.store.records.subscriptions import Subscriptions
from tests.app.test_keeping import message, source
from tests.app.test_reader import Reader, reader
from tests.app.test_visiting import until
from tests.loaders.server import Server, running, say
from tui.dialogs.confirm import Confirm
from tui.dialogs.feeds import FeedsScreen
from tui.reader.app import ReaderApp
from tui.services.dependencies import ReaderServices
from tui.services.feed_executor import FeedExecutor
from tui.services.opening import open_article

URL = "https://herald.example/feed"
POST = "https://post.example/feed"


def rss(*titles: str, server: Server | None = None) -> bytes:
    def link(title: str) -> str:
        return f"<link>{server.url('/' + title)}</link>" if server else ""

    items = "".join(
        f"<item><title>{title}</title><guid>{title}</guid>{link(title)}"
        f"<description>&lt;p&gt;What {title} is about.&lt;/p&gt;</description>"
        f"<pubDate>Sun, 0{n + 1} Mar 2026 10:00:00 GMT</pubDate></item>"
        for n, title in enumerate(titles)
    )
    return f"<rss version='2.0'><channel><title>Herald</title>{items}</channel></rss>".encode()


def entries(*names: str, link: str | None = None) -> tuple[FeedEntry, ...]:
    return tuple(
        FeedEntry(
            id=name,
            title=name,
            link=link,
            summary=f"What {name} is about.",
            published=f"2026-03-{number:02}T10:00:00+00:00",
        )
        for number, name in enumerate(names, 1)
    )


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "*")
    with running() as served:
        served.gives("/feed", rss("one", "two", server=served), Content_Type="text/xml")
        yield served


@pytest.fixture
def real(desk: ReaderServices, monkeypatch: pytest.MonkeyPatch) -> ReaderServices:
    monkeypatch.setenv("INQUIT_DATA_DIR", str(desk.data))
    return replace(desk, open_article=open_article)


@pytest.fixture
def kept(desk: ReaderServices) -> Iterator[Subscriptions]:
    assert desk.data is not None
    with Subscriptions(desk.data) as opened:
        yield opened


@asynccontextmanager
async def feeds(desk: ReaderServices, article: Any, size: tuple[int, int] = (120, 30)) -> Any:
    async with reader(desk, article, size=size) as at_work:
        await at_work.pilot.press("I")
        await until(at_work, lambda: bool(told(at_work)))
        yield at_work


def screen(at_work: Reader) -> FeedsScreen:
    shown = next(s for s in at_work.app.screen_stack if isinstance(s, FeedsScreen))
    assert isinstance(shown, FeedsScreen)
    return shown


def told(at_work: Reader) -> str:
    return str(screen(at_work)._told.render())


def listed(at_work: Reader) -> list[tuple[str, str, str]]:
    return [(row.sign, row.text, row.tail) for row in screen(at_work)._feeds.rows]


def offered(at_work: Reader) -> list[tuple[str, str]]:
    return [(row.sign, row.text) for row in screen(at_work)._entries.rows]


async def test_without_feeds_the_screen_says_how_to_get_some(real, article) -> None:
    async with feeds(real, article) as at_work:
        assert told(at_work).startswith("No feeds yet: press a")
        await at_work.pilot.press("r", "R", "x", "u", "m", "n", "enter", "escape")
        await until(at_work, lambda: at_work.app.screen is at_work.screen)


async def test_feeds_tell_what_is_unread_and_entries_come_newest_first(real, article, kept) -> None:
    kept.put(Subscription(url=URL, title="Herald [b]x[/b]"), entries("one", "two [/b]"))
    kept.put(Subscription(url=POST, title="Post"), entries("three"))
    kept.mark_read(URL, "one")
    async with feeds(real, article) as at_work:
        assert listed(at_work) == [
            ("●", "All feeds", "2"), ("●", "Herald [b]x[/b]", "1"), ("●", "Post", "1"),
        ]  # fmt: skip
        assert offered(at_work) == [("●", "two [/b]"), (" ", "one"), ("●", "three")]
        await at_work.pilot.press("j")
        await until(at_work, lambda: offered(at_work) == [("●", "two [/b]"), (" ", "one")])
        row = screen(at_work)._entries.rows[0]
        assert row.style.bold
        assert row.sign_style.color is not None
        assert row.tail == "2 Mar 2026"


async def test_an_entry_opens_in_full_and_is_read_from_then_on(real, article, kept, server) -> None:
    server.gives("/one", source("It rained."))
    kept.put(Subscription(url=URL, title="Herald"), entries("one", link=server.url("/one")))
    async with feeds(real, article) as at_work:
        await at_work.pilot.press("tab", "enter")
        await until(at_work, lambda: "It rained." in at_work.screen.reading.article.text)
        await at_work.pilot.press("I")
        await until(at_work, lambda: offered(at_work) == [(" ", "one")])
        assert listed(at_work)[0] == (" ", "All feeds", "")
        assert screen(at_work)._entries.has_focus
        await at_work.pilot.press("m")
        await until(at_work, lambda: offered(at_work) == [("●", "one")])


async def test_where_the_page_cannot_be_had_the_feeds_own_text_is_shown_with_a_remark(
    real, article, kept, server
) -> None:
    given = replace(
        entries("one", link=server.url("/gone"))[0],
        content="<p>The first [b] paragraph.</p><blockquote><p>The second.</p></blockquote>",
    )
    kept.put(Subscription(url=URL, title="Herald"), (given,))
    async with feeds(real, article) as at_work:
        await at_work.pilot.press("n", "enter")
        await until(at_work, lambda: message(at_work).startswith("Only what the feed gives of it"))
        assert "there is no such page (404)" in message(at_work)
        shown = at_work.screen.reading.article
        assert shown.text == "The first [b] paragraph.\n\nThe second."
        assert (shown.title, shown.blocks[0].kind) == ("one", "block quote")
        await until(at_work, lambda: kept.refresh() is None or not kept.unread_counts()[URL])


async def test_the_next_unread_entry_is_gone_to_over_all_feeds_and_opened_from_the_text(
    real, article, kept
) -> None:
    kept.put(Subscription(url=URL, title="Herald"), entries("one", "two"))
    kept.put(Subscription(url=POST, title="Post"), entries("three"))
    kept.mark_read(URL, "one")
    async with feeds(real, article) as at_work:
        await at_work.pilot.press("down", "n")
        await until(at_work, lambda: screen(at_work)._entries.cursor == f"{URL}\ntwo")
        assert screen(at_work)._data.shown.at == URL
        await at_work.pilot.press("n")
        await until(at_work, lambda: screen(at_work)._entries.cursor == f"{POST}\nthree")
        await at_work.pilot.press("p")
        await until(at_work, lambda: screen(at_work)._entries.cursor == f"{URL}\ntwo")
        await at_work.pilot.press("escape")
        for words in ("What two is about.", "What three is about."):
            await at_work.press("J")
            await until(at_work, lambda words=words: at_work.screen.reading.article.text == words)
            await at_work.settle()
        await at_work.press("J")
        await until(at_work, lambda: message(at_work).startswith("No unread entry"))


async def test_a_feed_is_followed_by_its_address_and_refreshed(real, article, server) -> None:
    async with feeds(real, article) as at_work:
        await at_work.pilot.press("a", *server.url("/feed"), "enter")
        await until(at_work, lambda: told(at_work) == "2 unread")
        assert offered(at_work) == [("●", "two"), ("●", "one")]
        assert screen(at_work)._feeds.cursor == server.url("/feed")
        server.gives("/feed", rss("one", "two", "new", server=server), Content_Type="text/xml")
        await at_work.pilot.press("r")
        await until(at_work, lambda: told(at_work) == "3 unread")
        assert offered(at_work)[0] == ("●", "new")
        server.answers["/feed"] = lambda handler: say(handler, b"", status=500)
        await at_work.pilot.press("R")
        await until(at_work, lambda: bool(at_work.app._notifications))
        await until(at_work, lambda: listed(at_work)[1][0] == "!")
        assert "the server has failed (500)" in str(screen(at_work)._summary.render())


async def test_what_is_no_feed_is_told_and_not_followed(real, article, server) -> None:
    server.gives("/page", source("x"))
    async with feeds(real, article) as at_work:
        await at_work.pilot.press("a", *server.url("/page"), "enter")
        await until(at_work, lambda: bool(at_work.app._notifications))
        assert listed(at_work) == []


async def test_escape_stops_a_refresh_and_leaves_the_screen_open(
    real, article, kept, server
) -> None:
    def slow(handler: BaseHTTPRequestHandler) -> None:
        say(handler, b"<rss>", Content_Length="9000")
        server.stop.wait(10)

    server.answers["/slow"] = slow
    kept.put(Subscription(url=server.url("/slow"), title="Slow"))
    kept.put(Subscription(url=server.url("/feed", host="localhost"), title="Quick"))
    async with feeds(real, article) as at_work:
        await at_work.pilot.press("R")
        await until(at_work, lambda: told(at_work) == "Refreshing, 1 of 2 … Esc stops")
        assert ("●", "Herald", "2") in listed(at_work)
        await at_work.pilot.press("escape")
        await until(at_work, lambda: told(at_work).startswith("Stopped"))
        assert at_work.app.screen is screen(at_work)


async def test_a_malformed_feed_is_told_and_the_others_of_its_host_are_refreshed(
    real, article, kept, server
) -> None:
    place = b"<x:pos xmlns:x='http://www.opengis.net/gml'>north</x:pos></item>"
    server.gives("/bad", rss("one").replace(b"</item>", place))
    server.gives("/date", rss("one"), Retry_After="Mon, 01 Jan 2026 00:00:00 +99999999999999")
    for path in ("/bad", "/date", "/feed"):
        kept.put(Subscription(url=server.url(path), title=path))
    async with feeds(real, article) as at_work:
        await at_work.pilot.press("R")
        await until(at_work, lambda: told(at_work) == "3 unread")
        (fault,) = [str(each.message) for each in at_work.app._notifications]
        assert "malformed" in fault
        assert [sign for sign, *_ in listed(at_work)[1:]].count("!") == 1


async def test_escape_gives_up_a_large_feed_while_it_is_parsed(real, article, server) -> None:
    deep = rss("one").replace(b"</description>", b"&lt;b&gt;" * 600_000 + b"</description>")
    server.gives("/deep", deep)
    async with feeds(real, article) as at_work:
        await at_work.pilot.press("a", *server.url("/deep"), "enter")
        await until(at_work, lambda: bool(server.asked))
        await at_work.pilot.press("escape")
        await until(at_work, lambda: told(at_work).startswith("Stopped"))
        assert listed(at_work) == []
        assert at_work.app.screen is screen(at_work)


async def test_a_feed_is_removed_after_asking_and_put_back(real, article, kept) -> None:
    kept.put(Subscription(url=URL, title="Herald"), entries("one", "two"))
    kept.mark_read(URL, "one")
    async with feeds(real, article) as at_work:
        await at_work.pilot.press("down", "x", "n")
        await until(at_work, lambda: at_work.app.screen is screen(at_work))
        assert len(listed(at_work)) == 2
        await at_work.pilot.press("x", "y")
        await until(at_work, lambda: told(at_work) == "Removed “Herald”; u puts it back")
        assert listed(at_work) == []
        await at_work.pilot.press("u")
        await until(at_work, lambda: told(at_work) == "Put back: feed Herald")
        assert listed(at_work)[1] == ("●", "Herald", "1")
        await at_work.pilot.press("down", "M")
        await until(at_work, lambda: listed(at_work)[1] == (" ", "Herald", ""))


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_the_screen_fits_on_small_terminals(real, article, kept, size) -> None:
    kept.put(Subscription(url=URL, title="Herald"), entries("one", "two"))
    async with feeds(real, article, size=size) as at_work:
        shown = screen(at_work)
        assert shown._entries.region.height > 0
        assert shown._told.region.bottom <= size[1]
        assert shown._entries.region.right <= size[0]


async def test_what_cannot_be_written_is_told_and_still_shown(
    real, article, kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.put(Subscription(url=URL, title="Herald"), entries("one"))
    async with feeds(real, article) as at_work:

        def full(*_: object, **__: object) -> None:
            raise StoreWriteError("No space left on device")

        monkeypatch.setattr("inquit.store.durability.storage.FileStorage._commit", full)
        await at_work.pilot.press("tab", "m")
        await until(at_work, lambda: bool(at_work.app._notifications))
        assert "No space left on device" in next(iter(at_work.app._notifications)).message
        await until(at_work, lambda: offered(at_work) == [(" ", "one")])


@pytest.mark.parametrize(("theme", "size"), [("night", (120, 30)), ("newsprint", (80, 24))])
def test_looks_as_before(snap_compare: Any, desk, article, kept, theme: str, size) -> None:
    kept.put(Subscription(url=URL, title="Herald"), entries("Cranes are late", "Ferry sails"))
    kept.put(Subscription(url=POST, title="Post", fault="cannot open it: no such host"))
    kept.mark_read(URL, "Ferry sails")
    app = ReaderApp(desk, article)
    app.theme = theme

    async def prepare(pilot: Any) -> None:
        at_work = Reader(app, pilot)
        await at_work.settle()
        await pilot.press("I")
        await until(at_work, lambda: bool(told(at_work)))
        await pilot.press("n")
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=prepare)


async def test_without_an_article_the_reader_begins_with_the_feeds_and_ends_with_them(
    real, kept, server
) -> None:
    server.gives("/one", source("It rained."))
    two = replace(entries("two", link=server.url("/two"))[0], summary="")
    kept.put(Subscription(url=URL, title="Herald"), (two, *entries("one", link=server.url("/one"))))
    app = ReaderApp(real)
    async with app.run_test() as pilot:
        at_work = Reader(app, pilot)
        await until(at_work, lambda: isinstance(app.screen, FeedsScreen) and bool(told(at_work)))
        await pilot.press("n", "enter")
        await until(at_work, lambda: bool(app._notifications))
        await until(at_work, lambda: isinstance(app.screen, FeedsScreen) and bool(told(at_work)))
        await pilot.press("n", "n", "enter")
        await until(at_work, lambda: at_work.screen.reading is not None)
        assert "It rained." in at_work.screen.reading.article.text
    app = ReaderApp(replace(real, feeds=FeedExecutor(real.data)))
    async with app.run_test() as pilot:
        at_work = Reader(app, pilot)
        await until(at_work, lambda: isinstance(app.screen, FeedsScreen) and bool(told(at_work)))
        await pilot.press("q")
        await until(at_work, lambda: app.return_code == 0)


async def test_an_entrys_address_is_copied_and_shown_whole_before_the_browser_has_it(
    real, article, kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = "https://hafen.example/" + "long/" * 30
    kept.put(Subscription(url=URL, title="Herald"), entries("one", link=link))
    used: list[tuple[str, str]] = []
    monkeypatch.setattr(
        "tui.reader.controllers.addresses.Addresses.use",
        lambda _, what, to: used.append((what, to)),
    )
    async with feeds(real, article) as at_work:
        await at_work.pilot.press("y", "o")
        await until(at_work, lambda: isinstance(at_work.app.screen, Confirm))
        assert link in [str(each.render()) for each in at_work.app.screen.query(Static)]
        await at_work.pilot.press("n", "o")
        await until(at_work, lambda: isinstance(at_work.app.screen, Confirm))
        await at_work.pilot.press("y")
        await until(at_work, lambda: len(used) == 2)
        assert used == [("copy", link), ("browse", link)]
