"""The analyser: asked, asked anew, given up, left, faulty."""

from __future__ import annotations

import gc
import socket
import threading
import time
from dataclasses import replace

import pytest

from inquit.errors import ModelError
from inquit.model.article import ArticleId
from inquit.model.span import Span
from inquit.service.analyser.connection import AnalyserBusyError, Connection
from inquit.service.analyser.frames import frame
from inquit.service.analyser.messages import AskStatus, Status
from inquit.service.analyser.server import AnalyserServer
from tests.app.conftest import TEXT, article_of
from tests.service.analyser.analysing import (
    ARTICLE,
    BATCHES,
    INSTALLED,
    FakeAnalyst,
    FaultyAnalyst,
    HeldAnalyst,
    WatchingAnalyst,
)
from tests.service.analyser.conftest import Connect


def test_streams_what_is_found(connect: Connect) -> None:
    connection = connect(FakeAnalyst())
    for _ in range(2):
        assert tuple(connection.batches(ARTICLE, lambda: True, None)) == BATCHES


def test_what_kept_the_analysis_from_being_cached_is_told_at_the_end(connect: Connect) -> None:
    batches = connect(FakeAnalyst(warning="no space")).batches(ARTICLE, lambda: True, None)
    assert tuple(next(batches) for _ in BATCHES) == BATCHES
    with pytest.raises(ModelError, match="no space"):
        next(batches)


def test_what_goes_wrong_is_one_line_and_the_next_article_is_analysed(connect: Connect) -> None:
    analyst = FakeAnalyst(fails=True)
    connection = connect(analyst)
    with pytest.raises(ModelError, match="no such model"):
        list(connection.batches(ARTICLE, lambda: True, None))
    analyst.fails = False
    assert tuple(connection.batches(ARTICLE, lambda: True, None)) == BATCHES


def test_what_nobody_waits_for_any_more_is_given_up(connect: Connect) -> None:
    analyst = HeldAnalyst()
    connection = connect(analyst)
    wanted = iter([True, False])
    assert tuple(connection.batches(ARTICLE, lambda: next(wanted), None)) in ((), BATCHES[:1])
    connection.send(AskStatus())
    while not isinstance(connection.receive(10), Status):
        pass  # answered in order: by now it has been told
    analyst.go.set()
    assert analyst.given_up.wait(10)


def test_what_is_on_the_clients_screen_reaches_the_analysis(connect: Connect) -> None:
    seen = [Span(3, 9)]
    answered = connect(WatchingAnalyst()).batches(ARTICLE, lambda: True, None, lambda: seen[-1])
    previews = [next(answered).preview]
    seen.append(Span(20, 30))
    previews += [batch.preview for batch in answered]
    assert previews == seen


def test_a_newer_request_ends_an_older_one(connect: Connect) -> None:
    analyst = HeldAnalyst()
    connection = connect(analyst)
    next(connection.batches(ARTICLE, lambda: True, None))
    other = replace(article_of(TEXT), id=ArticleId("test:other"))
    analyst.go.set()
    assert tuple(connection.batches(other, lambda: True, None)) == BATCHES


def test_another_client_is_told_that_the_analyser_is_busy_and_harms_no_one() -> None:
    analyst = HeldAnalyst()
    server = AnalyserServer(lambda *_, **__: analyst, INSTALLED)
    clients = []
    for _ in range(2):
        ours, theirs = socket.socketpair()
        server.add(theirs)
        clients.append(Connection(ours))
    thread = threading.Thread(target=server.serve)
    thread.start()
    first = clients[0].batches(ARTICLE, lambda: True, None)
    found = [next(first)]
    with pytest.raises(AnalyserBusyError):
        next(clients[1].batches(ARTICLE, lambda: True, None))
    analyst.go.set()
    assert (*found, *first) == BATCHES
    assert tuple(clients[1].batches(ARTICLE, lambda: True, None)) == BATCHES
    for client in clients:
        client.close()
    thread.join(10)
    assert not thread.is_alive()


def _is_held(marker: str) -> bool:
    """Tell whether anything in this process refers to a text with a marker in it."""
    gc.collect()
    held = (each for holder in gc.get_objects() for each in gc.get_referents(holder))
    return any(
        isinstance(each, str | bytes | bytearray)
        and len(each) > len(marker)
        and (marker if isinstance(each, str) else marker.encode()) in each
        for each in held
    )


def test_no_article_is_kept_once_it_is_answered(connect: Connect) -> None:
    marker = "-".join(["quokka"] * 3)  # in no other text of this process
    connection = connect(FakeAnalyst())

    def ask() -> None:
        article = article_of(f"{marker}\n{TEXT}", marker)
        found = connection.batches(article, lambda: True, None)
        next(found)
        assert _is_held(marker)
        assert len(list(found)) == len(BATCHES) - 1

    ask()
    until = time.monotonic() + 20
    while _is_held(marker):  # the last answer is sent before the analyser has put all away
        assert time.monotonic() < until
    assert tuple(connection.batches(ARTICLE, lambda: True, None)) == BATCHES


@pytest.mark.parametrize("garbage", [b"\xff" * 100, frame(b"{}"), frame(b"\0")])
def test_a_client_that_sends_no_messages_is_left(garbage: bytes) -> None:
    ours, theirs = socket.socketpair()
    server = AnalyserServer(lambda *_, **__: FakeAnalyst(), INSTALLED)
    server.add(theirs)
    with ours:
        ours.sendall(garbage)
        server.serve()
        assert ours.recv(1) == b""


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_of_the_engine_ends_the_analyser() -> None:
    ours, theirs = socket.socketpair()
    server = AnalyserServer(lambda *_, **__: FaultyAnalyst(), INSTALLED)
    server.add(theirs)
    connection = Connection(ours)
    answered = connection.batches(ARTICLE, lambda: False, None)
    assert list(answered) == []
    with pytest.raises(RuntimeError):
        server.serve()
    connection.close()
