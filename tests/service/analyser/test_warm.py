"""Analysers that stay: found, shared, unfit, ended."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from inquit.model.article import Article, ArticleId
from inquit.model.batch import AnalysisBatch
from inquit.model.span import Span
from inquit.service.analyser.connection import AnalyserBusyError, Connection
from inquit.service.analyser.frames import frame
from inquit.service.analyser.message_codec import encode_message
from inquit.service.analyser.messages import Analyse, Hello
from inquit.service.analyser.named_socket import connect_to, socket_path
from inquit.service.analyser.warm import connect_to_warm, statuses, stop_all
from tests.service.analyser.analysing import ARTICLE, BATCHES, INSTALLED, FakeAnalyst, HeldAnalyst
from tests.service.analyser.staying import QUICK, staying


class TalkativeAnalyst(FakeAnalyst):
    """Finds more in one article than any socket holds."""

    def __init__(self, article_id: ArticleId) -> None:
        super().__init__()
        self.article_id = article_id

    def batches(
        self, article: Article, *, visible: Callable[[], Span | None] = lambda: None
    ) -> Iterator[AnalysisBatch]:
        for _ in range(200 if article.id == self.article_id else 1):
            yield from super().batches(article, visible=visible)


def _connect() -> Connection:
    connection = connect_to_warm(INSTALLED)
    assert connection is not None
    return connection


def _until(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(QUICK)


def _raw(folder: Path) -> socket.socket:
    stream = connect_to(socket_path(folder, INSTALLED), 5)
    assert stream is not None
    return stream


def _is_let_go(stream: socket.socket) -> bool:
    """Tell whether the analyser ends a connection."""
    stream.settimeout(10)
    try:
        return stream.recv(1 << 16) == b""
    except ConnectionResetError:
        return True


def test_one_client_after_the_other_is_answered(runtime_folder: Path) -> None:
    with staying(runtime_folder):
        for _ in range(2):
            with closing(_connect()) as connection:
                assert connection.is_shared
                assert tuple(connection.batches(ARTICLE, lambda: True, None)) == BATCHES


def test_where_none_stayed_none_is_found(runtime_folder: Path) -> None:
    assert connect_to_warm(INSTALLED) is None
    socket_path(runtime_folder, INSTALLED).write_text("no socket")
    assert connect_to_warm(INSTALLED) is None


def test_where_there_is_no_private_folder_none_is_found(runtime_folder: Path) -> None:
    with staying(runtime_folder):
        runtime_folder.chmod(0o750)
        assert connect_to_warm(INSTALLED) is None
        assert list(statuses()) == []
        assert stop_all() == (0, 0)
        runtime_folder.chmod(0o700)
        _connect().close()


def test_another_installation_is_never_answered(runtime_folder: Path) -> None:
    other = replace(INSTALLED, digest="f" * 16)
    path = socket_path(runtime_folder, INSTALLED)
    with staying(runtime_folder):
        assert connect_to_warm(other) is None
        path.rename(socket_path(runtime_folder, other))
        assert connect_to_warm(other) is None


@pytest.mark.parametrize(
    "sent",
    [
        frame(
            encode_message(
                Analyse(number=1, article=replace(ARTICLE, links=()), cache=None, topics=False)
            )
        ),
        frame(encode_message(Hello(installation=replace(INSTALLED, engine="0")))),
        frame(b"x" * 5000),
        b"\xff" * 8,
        frame(b"[]"),
    ],
    ids=["no hello", "another engine", "too long", "no frame", "no message"],
)
def test_who_does_not_introduce_himself_is_let_go_and_harms_nobody(
    runtime_folder: Path, sent: bytes
) -> None:
    with staying(runtime_folder), closing(_connect()) as connection:
        with _raw(runtime_folder) as stream:
            stream.sendall(sent)
            assert _is_let_go(stream)
        assert tuple(connection.batches(ARTICLE, lambda: True, None)) == BATCHES


@pytest.mark.parametrize("sent", [b"", frame(b"whole")[:6]])
def test_who_keeps_the_analyser_waiting_is_let_go(runtime_folder: Path, sent: bytes) -> None:
    with staying(runtime_folder, patience_seconds=0.2), _raw(runtime_folder) as stream:
        stream.sendall(sent)
        assert _is_let_go(stream)
        _connect().close()


def test_a_client_that_takes_no_answer_keeps_nobody_waiting(runtime_folder: Path) -> None:
    long = replace(ARTICLE, id=ArticleId("test:long"))
    analyst = TalkativeAnalyst(long.id)
    with staying(runtime_folder, analyst, patience_seconds=0.5), _raw(runtime_folder) as stream:
        stream.sendall(frame(encode_message(Hello(installation=INSTALLED))))
        stream.sendall(
            frame(encode_message(Analyse(number=1, article=long, cache=None, topics=False)))
        )
        with closing(_connect()) as connection:
            _until(lambda: _answers(connection))
        _until(lambda: not any(status.clients for status in statuses()))


def _answers(connection: Connection) -> bool:
    try:
        return tuple(connection.batches(ARTICLE, lambda: True, None)) == BATCHES
    except AnalyserBusyError:
        return False


def test_a_client_that_is_gone_has_nothing_analysed(runtime_folder: Path) -> None:
    analyst = HeldAnalyst()
    with staying(runtime_folder, analyst):
        connection = _connect()
        batches = connection.batches(ARTICLE, lambda: True, None)
        next(batches)
        connection.close()
        _until(lambda: not any(status.clients for status in statuses()))
        analyst.go.set()
        assert analyst.given_up.wait(10)
        batches.close()


def test_ends_when_it_is_idle_and_leaves_no_file(runtime_folder: Path) -> None:
    with staying(runtime_folder, idle_seconds=0.3) as thread:
        connection = _connect()
        time.sleep(0.5)
        assert thread.is_alive()
        connection.close()
        thread.join(10)
        assert not thread.is_alive()
    assert list(runtime_folder.glob("*.socket")) == []


def test_ends_at_low_memory_once_nobody_uses_it(runtime_folder: Path) -> None:
    low = threading.Event()
    with staying(runtime_folder, is_memory_low=low.is_set) as thread:
        connection = _connect()
        low.set()
        assert tuple(connection.batches(ARTICLE, lambda: True, None)) == BATCHES
        connection.close()
        thread.join(10)
        assert not thread.is_alive()


@pytest.mark.parametrize("replaced", [False, True])
def test_ends_when_its_file_is_gone_or_anothers(runtime_folder: Path, *, replaced: bool) -> None:
    path = socket_path(runtime_folder, INSTALLED)
    with staying(runtime_folder) as thread:
        path.unlink()
        if replaced:
            path.write_text("another's")
        thread.join(10)
        assert not thread.is_alive()
    assert path.exists() == replaced


def test_when_its_file_is_gone_those_who_are_there_are_served_to_the_end(
    runtime_folder: Path,
) -> None:
    analyst = HeldAnalyst()
    with staying(runtime_folder, analyst) as thread:
        connection = _connect()
        batches = connection.batches(ARTICLE, lambda: True, None)
        found = [next(batches)]
        socket_path(runtime_folder, INSTALLED).unlink()
        time.sleep(10 * QUICK)
        analyst.go.set()
        assert (*found, *batches) == BATCHES
        connection.close()
        thread.join(10)
        assert not thread.is_alive()


def test_tells_how_things_are_and_stops_when_asked(runtime_folder: Path) -> None:
    with staying(runtime_folder) as thread:
        (status,) = statuses()
        assert (status.installation, status.clients) == (INSTALLED, 0)
        with closing(_connect()):
            (status,) = statuses()
            assert (status.clients, status.idle) == (1, 0)
            assert stop_all() == (1, 0)
        thread.join(10)
        assert not thread.is_alive()
    assert list(statuses()) == []
    assert stop_all() == (0, 0)


def test_asking_how_things_are_does_not_make_it_stay_longer(runtime_folder: Path) -> None:
    with staying(runtime_folder, idle_seconds=1.0) as thread:
        while list(statuses()):
            time.sleep(QUICK)
        thread.join(10)
        assert not thread.is_alive()


def test_one_that_does_not_answer_is_told_apart_from_none(
    runtime_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inquit.service.analyser.warm._STOP_SECONDS", 0.1)
    monkeypatch.setattr("inquit.service.analyser.warm._GREETING_SECONDS", 0.1)
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(socket_path(runtime_folder, INSTALLED)))
        silent.listen()
        assert connect_to_warm(INSTALLED) is None
        assert stop_all() == (0, 1)
        assert list(statuses()) == []
