"""Cutting connections that take too long or are not wanted any more.

A time limit on each portion does not limit the whole: a server that sends a byte now and then could
keep a reader waiting for ever, and a thread that waits in a read cannot check for a cancellation.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

_LOOK = 0.1
_CONNECTED = ("connect_tcp.complete", "start_tls.complete")


class ConnectionWatchdog:
    """Checks several times a second for as long as its context lasts."""

    def __init__(self, is_over: Callable[[], bool]) -> None:
        """Take the check that tells whether to cut.

        Args:
            is_over: tells whether to cut the connections; it is called in a thread of its own.
        """
        self._is_over = is_over
        self._done = threading.Event()
        self._connections: list[socket.socket] = []
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        """Start checking."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop checking."""
        self._done.set()
        self._thread.join()

    def trace(self, event: str, told: dict[str, Any]) -> None:
        """Remember a connection that httpcore reports (see the trace extension in its manual)."""
        if event.endswith(_CONNECTED):
            found = told["return_value"].get_extra_info("socket")
            self._connections += [found] if isinstance(found, socket.socket) else []

    def _look(self) -> None:
        while not self._done.wait(_LOOK):
            for connection in self._connections if self._is_over() else ():
                with suppress(OSError):
                    # Of the plain socket: that of TLS would first forget its keys, in mid-read.
                    socket.socket.shutdown(connection, socket.SHUT_RDWR)
