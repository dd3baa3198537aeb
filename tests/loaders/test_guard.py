"""Malformed input ends in one line where a library fails at it; a fault of our own is seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import feedparser
import httpx
import pytest
import trafilatura
import trafilatura.metadata

from inquit.errors import InputError
from inquit.library import feed_refresh as refreshing
from inquit.library.http_response import article_in
from inquit.loaders.feed import parser_process
from inquit.loaders.feed.parser import load_feed
from inquit.loaders.guard import FAULTS, guard_iteration
from inquit.loaders.net import fetching
from inquit.loaders.net.fetching import Limits, fetch
from inquit.loaders.page import loader as page_loader
from inquit.model.feed import Subscription
from inquit.store.records.subscriptions import Subscriptions
from tests.loaders.making import PAGE
from tests.loaders.samples import RSS
from tests.loaders.server import running


def _failing(kind: type[Exception]) -> Any:
    def fail(*_: object, **__: object) -> NoReturn:
        raise kind("a fault")

    return fail


@pytest.mark.parametrize("kind", FAULTS)
def test_what_a_library_raises_at_a_feed_is_one_line(
    monkeypatch: pytest.MonkeyPatch, kind: type[Exception]
) -> None:
    monkeypatch.setattr(feedparser, "parse", _failing(kind))
    with pytest.raises(InputError, match=rf"^cannot read a\.rss: .*\({kind.__name__}\)$"):
        load_feed(RSS, origin="a.rss")


@pytest.mark.parametrize("kind", FAULTS)
def test_what_a_library_raises_at_an_answer_is_one_line(
    monkeypatch: pytest.MonkeyPatch, kind: type[Exception]
) -> None:
    monkeypatch.setattr(httpx.Client, "send", _failing(kind))
    told = "this is no address of a page" if kind is ValueError else rf"\({kind.__name__}\)"
    with pytest.raises(InputError, match=rf"^cannot open http.*{told}$"):
        fetch("http://127.0.0.1:9/", limits=Limits(total=2))


@pytest.mark.parametrize("kind", FAULTS)
def test_a_page_at_which_a_library_fails_is_read_without_it(
    monkeypatch: pytest.MonkeyPatch, kind: type[Exception]
) -> None:
    monkeypatch.setattr(trafilatura, "bare_extraction", _failing(kind))
    monkeypatch.setattr(trafilatura.metadata, "extract_metadata", _failing(kind))
    assert page_loader.load_page(PAGE.encode(), origin="a.html").text


def test_a_fault_of_our_own_is_no_fault_of_the_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser_process, "_entry", _failing(AttributeError))
    with pytest.raises(AttributeError):
        load_feed(RSS, origin="a.rss")
    monkeypatch.setattr(page_loader, "_article", _failing(NameError))
    with pytest.raises(NameError):
        article_in(
            PAGE.encode(), None, url="http://a.example/", content_type="text/html", charset=None
        )


def test_a_fault_of_our_own_at_an_answer_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setattr(fetching, "media_type", _failing(AssertionError))
    with running() as server:
        server.gives("/", b"words")
        with pytest.raises(AssertionError):
            fetch(server.url("/"))


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_of_our_own_in_a_thread_ends_the_refreshing_aloud(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(refreshing, "ask", _failing(AttributeError))
    with Subscriptions(tmp_path) as kept:
        kept.put_all([Subscription(url="http://a.example/")])
        with pytest.raises(RuntimeError, match="a thread that asks feeds has failed"):
            list(refreshing.refresh_all(kept))


def test_values_come_until_the_library_that_yields_them_fails() -> None:
    def values() -> Iterator[int]:
        yield 1
        raise TypeError

    taken = guard_iteration(values())
    assert next(taken) == 1
    with pytest.raises(InputError, match="TypeError"):
        next(taken)
    assert list(guard_iteration(iter((1, 2)))) == [1, 2]
