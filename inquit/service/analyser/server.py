"""The analyser's life: takes requests, and sees to it that it ends when nobody needs it."""

from __future__ import annotations

import selectors
import socket
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from inquit.errors import DocumentError
from inquit.service.analyser.analysis_thread import Analysing, AnalysisThread, Task
from inquit.service.analyser.messages import Analyse, Busy, Cancel, Message, Reply, Scrolled
from inquit.service.analyser.peer import Peer

_LOOK_SECONDS = 2.0
"""Seconds between two looks at whether the analyser is still needed."""


class AnalyserServer:
    """Receives from clients in the thread that runs it, and analyses in another."""

    def __init__(self, analyst_for: Callable[[Path | None], Analysing]) -> None:
        """Take what makes an analyst that caches in a folder, or nowhere."""
        self._selector = selectors.DefaultSelector()
        self._wake, self._woken = socket.socketpair()
        self._wake.settimeout(0)
        self._woken.settimeout(0)
        self._selector.register(self._woken, selectors.EVENT_READ)
        self._peers: set[Peer] = set()
        self._thread = AnalysisThread(analyst_for, self._look)

    def add(self, stream: socket.socket) -> None:
        """Serve a client, too.

        Args:
            stream: a connected stream socket, which this closes.
        """
        peer = Peer(stream)
        self._peers.add(peer)
        self._selector.register(stream, selectors.EVENT_READ, peer)

    def serve(self) -> None:
        """Serve until no client is left.

        Raises:
            RuntimeError: the analysis met with a fault.
        """
        self._thread.start()
        try:
            while self._peers:
                self._serve_once()
                if not self._thread.is_alive():
                    raise RuntimeError("the analysis met with a fault")
        finally:
            self._close()

    def _serve_once(self) -> None:
        """Wait until something happens, and attend to it."""
        for key, events in self._selector.select(_LOOK_SECONDS):
            if isinstance(key.data, Peer):
                self._attend(key.data, events)
            else:
                self._see_who_waits()

    def _attend(self, peer: Peer, events: int) -> None:
        """Send to a client and receive from it; end the connection where that goes wrong."""
        try:
            if events & selectors.EVENT_WRITE and peer.flush():
                self._selector.modify(peer.stream, selectors.EVENT_READ, peer)
            if events & selectors.EVENT_READ:
                for message in peer.messages():
                    self._take(peer, message)
        except (DocumentError, EOFError, OSError):
            self._part_with(peer)

    def _take(self, peer: Peer, message: Message) -> None:
        if isinstance(message, Cancel):
            self._thread.cancel(peer)
        elif isinstance(message, Scrolled):
            self._thread.scroll(peer, message)
        elif isinstance(message, Analyse):
            task = Task(peer, message, partial(self._reply, peer), message.visible)
            if not self._thread.submit(task):
                self._reply(peer, Busy(number=message.number))
        else:
            raise DocumentError("this is no request")

    def _part_with(self, peer: Peer) -> None:
        self._thread.cancel(peer)
        self._peers.discard(peer)
        self._selector.unregister(peer.stream)
        peer.close()

    def _reply(self, peer: Peer, reply: Reply) -> None:
        """Send a reply, in any thread; what the client does not take at once goes out later."""
        with suppress(OSError):  # a client that has left is noticed when nothing comes from it
            if not peer.post(reply):
                self._look()

    def _look(self) -> None:
        """Let the thread that serves look around, in any thread."""
        with suppress(OSError):  # it is going to anyway, or has ended
            self._wake.send(b"\0")

    def _see_who_waits(self) -> None:
        """Send what clients did not take at once as soon as they take it."""
        with suppress(BlockingIOError):
            self._woken.recv(4096)
        for peer in self._peers:
            self._selector.modify(peer.stream, selectors.EVENT_READ | selectors.EVENT_WRITE, peer)

    def _close(self) -> None:
        """End all connections and the analysis."""
        self._thread.end()
        for peer in tuple(self._peers):
            self._part_with(peer)
        self._selector.close()
        self._wake.close()
        self._woken.close()
