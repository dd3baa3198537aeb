"""A feed that no parser expects is told as faulty, and holds up neither its host nor the reader."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from inquit.errors import CancelledError, InputError
from inquit.library.feed_refresh import refresh_all
from inquit.loaders.feed.parser import SMALL, load_feed
from inquit.model.feed import Subscription
from inquit.model.progress import ProgressToken
from inquit.store.records.subscriptions import Subscriptions
from tests.loaders.server import Server, running
from tui.cli.commands import app

_PLACES = (
    "<georss:where><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>some words</gml:posList>"
    "</gml:LinearRing></gml:exterior></gml:Polygon></georss:where>",
    "<gml:LineString srsName='EPSG:x'><gml:posList>1 2</gml:posList></gml:LineString>",
    "<gml:pos>north south</gml:pos>",
)


def _feed(place: str = "", words: str = "It rained.") -> bytes:
    return (
        "<rss version='2.0' xmlns:georss='http://www.georss.org/georss'"
        " xmlns:gml='http://www.opengis.net/gml'><channel><title>Herald</title>"
        f"<item><title>Rain</title><description>{words}</description>{place}</item>"
        "</channel></rss>"
    ).encode()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setenv("INQUIT_DATA_DIR", str(tmp_path))
    with running() as served:
        served.gives("/good", _feed())
        yield served


@pytest.mark.parametrize(
    "words", ["It rained.", "It rained. " * (SMALL // 10)], ids=["small", "large"]
)
@pytest.mark.parametrize("place", _PLACES)
def test_a_malformed_feed_ends_in_one_line(place: str, words: str) -> None:
    with pytest.raises(InputError, match=r"^cannot read herald: it is malformed") as told:
        load_feed(_feed(place, words), origin="herald")
    assert str(told.value).isprintable()


def test_a_malformed_feed_is_told_and_the_rest_of_its_host_is_refreshed(
    server: Server, tmp_path: Path
) -> None:
    for number, place in enumerate(_PLACES):
        server.gives(f"/{number}", _feed(place))
    urls = [server.url(f"/{number}") for number in range(len(_PLACES))] + [server.url("/good")]
    with Subscriptions(tmp_path) as kept:
        kept.put_all(Subscription(url=url) for url in urls)
        outcomes = list(refresh_all(kept))
        assert [outcome.feed.url for outcome in outcomes] == urls
        assert [outcome.fault is None for outcome in outcomes] == [False, False, False, True]
        assert [feed.fault is None for feed in kept.all()] == [False, False, False, True]
    shown = CliRunner().invoke(app, ["feeds", "refresh"])
    assert shown.exit_code == 2
    assert len([line for line in shown.stderr.splitlines() if "malformed" in line]) == len(_PLACES)


def test_a_large_feed_holds_what_a_small_one_would() -> None:
    large = load_feed(_feed(words="It rained. " * (SMALL // 10)), origin="x")
    small = load_feed(_feed(words="It rained. " * 500), origin="x")
    assert large.title == small.title == "Herald"
    assert large.entries[0].summary == small.entries[0].summary
    assert large.entries[0].title == "Rain"


def test_what_is_large_and_no_feed_is_told() -> None:
    with pytest.raises(InputError, match="it is no feed"):
        load_feed(b"<html>" + b"<p>words</p>" * (SMALL // 10), origin="x")


def test_the_parsing_of_a_large_feed_can_be_given_up() -> None:
    """Markup nested so deep would take a minute; it is given up once its process has begun."""
    begun = threading.Event()

    def cancelled() -> bool:
        before = begun.is_set()
        begun.set()
        return before

    deep = _feed(words="&lt;b&gt;" * 600_000)
    with pytest.raises(CancelledError):
        load_feed(deep, origin="x", token=ProgressToken(cancelled=cancelled))


def test_a_port_that_refuses_connections_keeps_no_other_of_its_host_from_being_asked(
    server: Server, tmp_path: Path
) -> None:
    with running() as closed:
        url = closed.url("/gone")
    with Subscriptions(tmp_path) as kept:
        kept.put_all(Subscription(url=each) for each in (url, server.url("/good")))
        faults = {outcome.feed.url: outcome.fault for outcome in refresh_all(kept)}
    assert "refuses the connection" in str(faults[url])
    assert faults[server.url("/good")] is None
