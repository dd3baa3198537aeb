"""Cuts connections once what comes over them is overdue or not wanted any more.

A time limit on each portion is none on the whole: a server that sends a byte now and then keeps a
reader waiting for ever, and whoever waits in a read asks nobody whether to go on.
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
    """Looks up several times a second, as long as its context lasts."""

    def __init__(self, is_over: Callable[[], bool]) -> None:
        """Take what to look for.

        Args:
            is_over: tells whether to cut the connections; it is called in a thread of its own.
        """
        self._is_over = is_over
        self._done = threading.Event()
        self._connections: list[socket.socket] = []
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        """Begin to look."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Look no more."""
        self._done.set()
        self._thread.join()

    def trace(self, event: str, told: dict[str, Any]) -> None:
        """Take note of a connection as httpcore tells of it (its manual, trace extension)."""
        if event.endswith(_CONNECTED):
            found = told["return_value"].get_extra_info("socket")
            self._connections += [found] if isinstance(found, socket.socket) else []

    def _look(self) -> None:
        while not self._done.wait(_LOOK):
            for connection in self._connections if self._is_over() else ():
                with suppress(OSError):
                    # Of the plain socket: that of TLS would first forget its keys, in mid-read.
                    socket.socket.shutdown(connection, socket.SHUT_RDWR)
