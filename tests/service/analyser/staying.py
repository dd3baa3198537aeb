"""Analysers that stay, run in a thread of the test."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inquit.service.analyser.named_socket import NamedSocket, socket_path
from inquit.service.analyser.server import AnalyserServer, Lifetime
from tests.service.analyser.analysing import INSTALLED, FakeAnalyst

QUICK = 0.02
"""Seconds between two looks, where a test waits for one."""


@contextmanager
def staying(
    folder: Path, analyst: FakeAnalyst | None = None, **lifetime: object
) -> Iterator[threading.Thread]:
    """Run an analyser that lets clients in by a socket in a folder, in the thread that is yielded.

    Args:
        folder: a runtime folder.
        analyst: what it analyses with.
        lifetime: what is special about its `Lifetime`.
    """
    server = AnalyserServer(
        lambda *_, **__: analyst or FakeAnalyst(),
        INSTALLED,
        open_door=lambda: NamedSocket.open(socket_path(folder, INSTALLED)),
        lifetime=Lifetime(**{"look_seconds": QUICK, **lifetime}),  # type: ignore[arg-type]
    )
    server.let_others_in()
    thread = threading.Thread(target=server.serve)
    thread.start()
    try:
        yield thread
    finally:
        server.end()
        thread.join(10)
        assert not thread.is_alive()
