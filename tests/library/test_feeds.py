"""Feeds: read, followed, refreshed, imported."""

from __future__ import annotations

import html
import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from inquit.errors import InputError, UnknownRecordError
from inquit.export.opml import render
from inquit.library.feed_entries import article_from_feed
from inquit.library.feed_refresh import refresh_all
from inquit.library.feeds import follow, refresh
from inquit.loaders.feed.links import find_feed_links
from inquit.loaders.feed.parser import load_feed, load_opml
from inquit.loaders.net.address import is_web
from inquit.loaders.net.fetching import Limits
from inquit.model.feed import Subscription
from inquit.store.records.subscriptions import Subscriptions
from tests.loaders.server import Server, running, say
from tui.cli.commands import app


def _rss(*titles: str) -> bytes:
    items = "".join(
        f"<item><title>{title}</title><guid>{title}</guid><link>http://x.example/{n}</link>"
        f"<pubDate>Sun, 0{n + 1} Mar 2026 10:00:00 GMT</pubDate></item>"
        for n, title in enumerate(titles)
    )
    return f"<rss version='2.0'><channel><title>Herald</title>{items}</channel></rss>".encode()


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INQUIT_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("INQUIT_CACHE_DIR", str(tmp_path / "cache"))


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "*")
    with running() as served:
        served.gives("/feed", _rss("One", "Two"), Content_Type="application/rss+xml", ETag='"1"')
        yield served


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Subscriptions]:
    opened = Subscriptions(tmp_path)
    yield opened
    opened.close()


@pytest.mark.parametrize("length", range(78, 82))
def test_a_title_that_is_cut_from_the_summary_ends_with_a_word(length: int) -> None:
    words = "a" * length + " b" * 40
    item = f"<item><guid>1</guid><description>{words}</description></item>"
    feed = load_feed(f"<rss version='2.0'><channel>{item}</channel></rss>".encode(), origin="x")
    assert feed.entries[0].title == words[:80].rstrip()


def test_titles_lose_markup_and_whatever_a_terminal_obeys() -> None:
    bad = "&lt;b&gt;Bold&lt;/b&gt; &#x202e; &#x9b;31m words"
    (entry,) = load_feed(_rss(bad), origin="x").entries
    assert "<b>" not in entry.title
    assert entry.title.isprintable()
    assert entry.published == "2026-03-01T10:00:00+00:00"


def test_a_malformed_feed_is_read_as_far_as_it_goes() -> None:
    entries = load_feed(_rss("One", "A & B")[:-20], origin="x").entries
    assert entries[0].title == "One"


@pytest.mark.parametrize("data", [b"", b"<html><body>no feed</body></html>", b"\x00\xff"])
def test_what_is_no_feed_is_told(data: bytes) -> None:
    with pytest.raises(InputError, match="no feed"):
        load_feed(data, origin="x")


def test_what_is_read_stays_read_when_a_feed_changes(server: Server, kept: Subscriptions) -> None:
    feed = follow(server.url("/feed"), kept)
    assert [entry.title for entry in kept.entries(feed.url)] == ["Two", "One"]
    kept.mark(feed.url, "One", read=True)
    server.gives("/feed", _rss("One", "Two", "Three"))
    refresh(feed, kept)
    assert {e.title: e.read for e in kept.entries(feed.url)} == {
        "One": True,
        "Two": False,
        "Three": False,
    }


def test_a_feed_that_has_not_changed_is_not_sent_again(server: Server, kept: Subscriptions) -> None:
    feed = follow(server.url("/feed"), kept)
    server.answers["/feed"] = lambda handler: say(handler, b"", status=304)
    refresh(feed, kept)
    assert server.asked[-1][1]["if-none-match"] == '"1"'
    assert len(kept.entries(feed.url)) == 2


def test_subscriptions_outlast_the_process(
    server: Server, kept: Subscriptions, tmp_path: Path
) -> None:
    feed = follow(server.url("/feed"), kept)
    again = Subscriptions(tmp_path)
    assert (again.all(), len(again.entries(feed.url))) == ((feed,), 2)
    again.remove(feed.url)
    assert (again.all(), again.entries(feed.url)) == ((), ())
    with pytest.raises(UnknownRecordError):
        again.remove(feed.url)
    again.close()


def test_opml_lists_feeds_of_the_web_and_no_entities() -> None:
    listed = b"""<opml><body><outline text="All"><outline text="A" xmlUrl="https://a.example/f"/>
        <outline xmlUrl="file:///etc/passwd"/></outline></body></opml>"""
    assert load_opml(listed, origin="x") == (("https://a.example/f", "A"),)
    with pytest.raises(InputError, match="no OPML"):
        load_opml(b'<!DOCTYPE o [<!ENTITY a "b">]><opml>&a;</opml>', origin="x")


def test_feeds_are_followed_from_the_command_line(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INQUIT_DATA_DIR", str(tmp_path))

    def run(*arguments: str, code: int = 0) -> str:
        shown = CliRunner().invoke(app, ["feeds", *arguments])
        assert shown.exit_code == code, shown.output
        return shown.stdout

    url = server.url("/feed")
    assert run("add", url) == "Herald\n"
    assert run("list") == f"{url}\tHerald\t2\t2\n"
    assert run("entries", url).splitlines()[0].endswith("http://x.example/1\tTwo")
    (listed,) = json.loads(run("list", "--format", "json"))
    assert (listed["url"], listed["unread"], listed["entries"]) == (url, 2, 2)
    entries = json.loads(run("entries", url, "-f", "json"))
    assert [(entry["id"], entry["read"]) for entry in entries] == [("Two", False), ("One", False)]
    run("refresh")
    run("remove", url)
    run("remove", url, code=2)
    assert run("undo") == "put back: feed Herald\n"
    assert run("list") == f"{url}\tHerald\t2\t2\n"
    run("mark", url)
    assert run("list") == f"{url}\tHerald\t0\t2\n"
    run("remove", url)
    (tmp_path / "x.opml").write_text(f'<opml><outline text="H" xmlUrl="{url}"/></opml>')
    assert run("import", str(tmp_path / "x.opml")) == "1 feeds added\n"
    assert run("list") == f"{url}\tH\t0\t2\n"


def test_a_feed_in_a_file_is_followed_by_its_path(
    kept: Subscriptions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "feed.xml").write_bytes(_rss("One"))
    feed = follow("./feed.xml", kept)
    assert (feed.url, feed.title) == (str(tmp_path / "feed.xml"), "Herald")
    kept.mark_read(feed.url, "One")
    (tmp_path / "feed.xml").write_bytes(_rss("One", "Two"))
    assert [(outcome.feed.url, outcome.fault) for outcome in refresh_all(kept)] == [
        (feed.url, None)
    ]
    assert {entry.id: entry.read for entry in kept.entries(feed.url)} == {"One": True, "Two": False}
    with pytest.raises(InputError, match="no such file"):
        follow("none.xml", kept)


def test_a_feed_that_moved_for_good_is_asked_at_its_new_address_from_then_on(
    server: Server, kept: Subscriptions
) -> None:
    server.gives("/old", _rss("One"))
    feed = follow(server.url("/old"), kept)
    kept.mark_read(feed.url, "One")
    server.leads("/old", "/feed", status=301)
    assert refresh(feed, kept).url == server.url("/feed")
    assert [each.url for each in kept.all()] == [server.url("/feed")]
    assert {e.id: e.read for e in kept.entries(server.url("/feed"))} == {"One": True, "Two": False}


def test_a_feed_that_is_elsewhere_for_the_moment_keeps_its_address(
    server: Server, kept: Subscriptions
) -> None:
    server.leads("/a", "/b")
    server.leads("/b", "/feed", status=301)
    assert follow(server.url("/a"), kept).url == server.url("/a")


def test_what_a_feed_moved_to_must_be_a_feed(server: Server, kept: Subscriptions) -> None:
    feed = follow(server.url("/feed"), kept)
    server.leads("/feed", "/sorry", status=301)
    server.gives("/sorry", b"<html>This domain is for sale</html>")
    with pytest.raises(InputError, match="no feed"):
        refresh(feed, kept)
    (left,) = kept.all()
    assert (left.url, len(kept.entries(left.url))) == (feed.url, 2)
    assert "no feed" in str(left.fault)


def test_a_feed_that_is_gone_is_not_asked_again_until_it_is_added_again(
    server: Server, kept: Subscriptions
) -> None:
    feed = follow(server.url("/feed"), kept)
    server.answers["/feed"] = lambda handler: say(handler, b"", status=410)
    assert "gone" in str([outcome.fault for outcome in refresh_all(kept)])
    asked = len(server.asked)
    (outcome,) = refresh_all(kept)
    assert "gone for good" in str(outcome.fault)
    assert len(server.asked) == asked
    assert len(kept.entries(feed.url)) == 2
    server.gives("/feed", _rss("One"))
    assert follow(feed.url, kept).fault is None
    assert [outcome.fault for outcome in refresh_all(kept)] == [None]


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_wants_to_be_left_alone_is(
    server: Server, kept: Subscriptions, status: int
) -> None:
    follow(server.url("/feed"), kept)
    server.answers["/feed"] = lambda handler: say(handler, b"", status=status, Retry_After="600")
    list(refresh_all(kept))
    asked = len(server.asked)
    (outcome,) = refresh_all(kept)
    assert "left alone until" in str(outcome.fault)
    assert len(server.asked) == asked


@pytest.mark.parametrize("fields", [{"Retry_After": "600"}, {}])
def test_a_busy_host_is_spared_its_other_feeds(
    server: Server, kept: Subscriptions, fields: dict[str, str]
) -> None:
    server.answers["/0"] = lambda handler: say(handler, b"", status=429, **fields)
    for number in range(3):
        kept.put(Subscription(url=server.url(f"/{number}")))
    outcomes = list(refresh_all(kept, limits=Limits(retries=0)))
    assert [path for path, _ in server.asked] == ["/0"]
    assert ["not asked" in str(outcome.fault) for outcome in outcomes] == [False, True, True]
    assert [feed.rests_until is not None for feed in kept.all()] == [bool(fields)] * 3


def test_what_is_no_address_among_the_feeds_is_told_and_holds_up_no_other(
    server: Server, kept: Subscriptions
) -> None:
    for url in ("http://[", "//[x", server.url("/feed")):
        kept.put(Subscription(url=url))
    faults = {outcome.feed.url: outcome.fault for outcome in refresh_all(kept)}
    assert [fault is None for _, fault in sorted(faults.items())] == [False, True, False]


def test_a_host_that_cannot_be_reached_is_tried_once(kept: Subscriptions) -> None:
    with running() as gone:
        urls = [gone.url(f"/{number}") for number in range(3)]
    kept.put_all(Subscription(url=url) for url in urls)
    outcomes = list(refresh_all(kept, limits=Limits(connect=1, retries=0)))
    assert ["did not answer" in str(outcome.fault) for outcome in outcomes] == [False, True, True]
    assert [feed.fault for feed in kept.all()] == [outcome.fault for outcome in outcomes]


def test_many_feeds_are_asked_at_once_but_each_host_one_by_one(
    server: Server, kept: Subscriptions
) -> None:
    at_once, most, lock = dict[str, int](), dict[str, int](), threading.Lock()
    both = threading.Barrier(2, timeout=10)

    def answer(handler: BaseHTTPRequestHandler) -> None:
        host = str(handler.headers["Host"])
        with lock:
            at_once[host] = at_once.get(host, 0) + 1
            most[host] = max(most.get(host, 0), at_once[host])
        if handler.path == "/0":
            both.wait()  # only once the other host is asked, too
        say(handler, _rss("One"))
        with lock:
            at_once[host] -= 1

    for number in range(4):
        server.answers[f"/{number}"] = answer
        for host in ("127.0.0.1", "localhost"):
            kept.put(Subscription(url=server.url(f"/{number}", host=host)))
    told: list[tuple[int, int]] = []
    outcomes = list(refresh_all(kept, progress=lambda done, total: told.append((done, total))))
    assert [outcome.fault for outcome in outcomes] == [None] * 8
    assert told == [(number, 8) for number in range(1, 9)]
    assert set(most.values()) == {1}
    assert all(len(kept.entries(feed.url)) == 1 for feed in kept.all())


def test_what_has_come_before_a_refresh_is_stopped_is_kept(
    server: Server, kept: Subscriptions
) -> None:
    released = threading.Event()

    def stuck(handler: BaseHTTPRequestHandler) -> None:
        released.wait(20)
        say(handler, _rss("late"))

    server.answers["/stuck"] = stuck
    kept.put(Subscription(url=server.url("/feed")))
    kept.put(Subscription(url=server.url("/stuck", host="localhost")))
    with closing(refresh_all(kept)) as outcomes:
        assert next(outcomes).feed.url == server.url("/feed")
    released.set()
    assert [len(kept.entries(feed.url)) for feed in kept.all()] == [2, 0]


def test_ctrl_c_ends_a_refresh_and_keeps_what_has_come(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = threading.Event()

    def stuck(_: BaseHTTPRequestHandler) -> None:
        asked.set()
        server.stop.wait(20)

    server.answers["/stuck"] = stuck
    monkeypatch.setenv("INQUIT_DATA_DIR", str(tmp_path))
    with Subscriptions(tmp_path) as kept:
        kept.put(Subscription(url=server.url("/feed", host="localhost")))
        kept.put(Subscription(url=server.url("/stuck")))
    program = "from tui.cli import main; main()"
    command = [sys.executable, "-c", program, "feeds", "refresh"]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert asked.wait(30)
    feeds = tmp_path / "feeds" / "inquit.json"
    while b'"Two"' not in feeds.read_bytes():
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    assert running.communicate(timeout=10)[1].endswith("what came of 1 of 2 feeds is kept\n")
    assert running.returncode == 130


_TITLE = st.text(max_size=40)


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.from_regex(r"https://[a-z]{1,9}\.example/[a-z0-9]{0,9}", fullmatch=True), _TITLE
    )
)
def test_feeds_written_as_opml_are_read_again(given_feeds: dict[str, str]) -> None:
    titles = {
        url: load_feed(_titled(title), origin="x").title for url, title in given_feeds.items()
    }
    written = render([Subscription(url=url, title=title) for url, title in titles.items()])
    read = dict(load_opml(written.encode(), origin="x"))
    assert read == {url: title or url for url, title in titles.items()}


def _titled(title: str) -> bytes:
    shown = html.escape("".join(sign for sign in title if sign.isprintable()))
    return f"<rss version='2.0'><channel><title>{shown}</title></channel></rss>".encode()


def test_feeds_are_written_to_a_file_that_is_replaced_only_when_that_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INQUIT_DATA_DIR", str(tmp_path / "data"))
    with Subscriptions(tmp_path / "data") as kept:
        kept.put(Subscription(url="https://a.example/f", title="A & <B>"))
        kept.put(Subscription(url=str(tmp_path / "f.xml"), title="local"))
    target = tmp_path / "out.opml"
    shown = CliRunner().invoke(app, ["feeds", "export", str(target)])
    assert (shown.exit_code, shown.stdout) == (0, "1 feeds written\n")
    assert "1 feeds that are files were left out" in shown.stderr
    target.write_text("mine")
    assert CliRunner().invoke(app, ["feeds", "export", str(target)]).exit_code == 2
    assert target.read_text() == "mine"
    assert CliRunner().invoke(app, ["feeds", "export", "--force", str(target)]).exit_code == 0
    assert load_opml(target.read_bytes(), origin="x") == (("https://a.example/f", "A & <B>"),)


def test_the_feeds_own_text_of_an_entry_is_kept_where_it_says_more_than_the_summary() -> None:
    text = "&lt;p&gt;First &lt;b&gt;words&lt;/b&gt;.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;"
    feed = f"<rss version='2.0'><channel><item><description>{text}</description></item>"
    (entry,) = load_feed(f"{feed}</channel></rss>".encode(), origin="x").entries
    assert entry.content == "<p>First <b>words</b>.</p>"
    article = article_from_feed(entry, why="its page is gone")
    assert article.text == "First words."
    assert article.notices == ("Only what the feed gives of it; its page is gone",)
    (short,) = load_feed(_rss("One"), origin="x").entries
    assert short.content == ""
    with pytest.raises(InputError, match="the feed gives no text"):
        article_from_feed(short, why="its page is gone")


def test_a_page_that_names_its_feed_is_answered_with_the_feeds_address(
    server: Server, kept: Subscriptions
) -> None:
    server.gives(
        "/news",
        b"<html><head><link rel='stylesheet' type='text/css' href='/x.css'>"
        b"<LINK REL='ALTERNATE' TYPE='application/rss+xml' href='/feed'>"
        b"<link rel='alternate' type='application/atom+xml' href='javascript:x'></head>",
    )
    with pytest.raises(InputError) as told:
        follow(server.url("/news"), kept)
    assert str(told.value).endswith(f"no feed, but a page that names {server.url('/feed')}")
    assert kept.all() == ()


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=200)
    | st.text(alphabet="<>/!-[]&;='\" linkrehfatyp", max_size=200).map(str.encode)
)
def test_any_page_names_addresses_of_the_web_or_none(data: bytes) -> None:
    named = find_feed_links(
        b"<link rel=alternate type=application/rss+xml href='" + data, "http://a.example/"
    )
    assert all(is_web(address) and address.isprintable() for address in named)
