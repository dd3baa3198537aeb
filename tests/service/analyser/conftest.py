"""Analysers that run in a thread of the test."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator

import pytest

from inquit.service.analyser.connection import Connection
from inquit.service.analyser.server import AnalyserServer
from tests.service.analyser.analysing import INSTALLED, FakeAnalyst

Connect = Callable[[FakeAnalyst], Connection]


@pytest.fixture
def connect() -> Iterator[Connect]:
    """Return what starts an analyser and connects to it; it ends with the connection."""
    begun: list[tuple[Connection, threading.Thread]] = []

    def connect_to(analyst: FakeAnalyst) -> Connection:
        ours, theirs = socket.socketpair()
        server = AnalyserServer(lambda *_, **__: analyst, INSTALLED)
        server.add(theirs)
        thread = threading.Thread(target=server.serve)
        thread.start()
        begun.append((Connection(ours), thread))
        return begun[-1][0]

    yield connect_to
    for connection, thread in begun:
        connection.close()
        thread.join(10)
        assert not thread.is_alive()
