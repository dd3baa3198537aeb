"""Feeds: read, followed, refreshed, imported."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from inquit.errors import InputError, UnknownRecordError
from inquit.feeds import follow, refresh
from inquit.loaders.feed import load_feed, load_opml
from inquit.store.subscriptions import Subscriptions
from tests.loaders.server import Server, running, say
from tui.command_line import app


def _rss(*titles: str) -> bytes:
    items = "".join(
        f"<item><title>{title}</title><guid>{title}</guid><link>http://x.example/{n}</link>"
        f"<pubDate>Sun, 0{n + 1} Mar 2026 10:00:00 GMT</pubDate></item>"
        for n, title in enumerate(titles)
    )
    return f"<rss version='2.0'><channel><title>Herald</title>{items}</channel></rss>".encode()


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
    run("refresh")
    run("remove", url)
    run("remove", url, code=2)
    (tmp_path / "x.opml").write_text(f'<opml><outline text="H" xmlUrl="{url}"/></opml>')
    assert run("import", str(tmp_path / "x.opml")) == "1 feeds added\n"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: _rss(text)))
def test_any_bytes_are_a_feed_or_one_clear_line(data: bytes) -> None:
    try:
        shown = "".join(entry.title for entry in load_feed(data, origin="x").entries)
    except InputError as error:
        shown = str(error)
    assert "\n" not in shown
    assert "\x1b" not in shown
