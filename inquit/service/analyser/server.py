"""The analyser's life: takes requests, and sees to it that it ends when nobody needs it."""

from __future__ import annotations

import os
import selectors
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from time import monotonic

from inquit.errors import DocumentError
from inquit.service.analyser.analysis_thread import AnalysisThread, MakeAnalyst, Task
from inquit.service.analyser.installation import Installation
from inquit.service.analyser.low_memory import is_memory_low
from inquit.service.analyser.messages import (
    Analyse,
    AskStatus,
    Busy,
    Cancel,
    Hello,
    Message,
    Reply,
    Scrolled,
    Status,
    Stop,
    Welcome,
)
from inquit.service.analyser.named_socket import NamedSocket
from inquit.service.analyser.peer import Peer

_MOST_PEERS = 32
"""Clients at a time; further ones are let go, and help themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifetime:
    """How long an analyser stays.

    Attributes:
        idle_seconds: without a client.
        patience_seconds: that a client may keep it waiting.
        look_seconds: between two looks at whether it is still needed.
        is_memory_low: tells whether others need the memory.
    """

    idle_seconds: float = 600.0
    patience_seconds: float = 30.0
    look_seconds: float = 2.0
    is_memory_low: Callable[[], bool] = is_memory_low


class AnalyserServer:
    """Receives from clients in the thread that runs it, and analyses in another."""

    def __init__(
        self,
        make_analyst: MakeAnalyst,
        installation: Installation,
        *,
        open_door: Callable[[], NamedSocket | None] = lambda: None,
        lifetime: Lifetime | None = None,
    ) -> None:
        """Take what to work with; nothing is done yet.

        Args:
            make_analyst: makes what analyses.
            installation: what it computes with.
            open_door: returns the socket by which other programs are let in, or None for none;
                called when an article is analysed.
            lifetime: how long to stay.
        """
        self._installation = installation
        self._open_door = open_door
        self._lifetime = lifetime or Lifetime()
        self._selector = selectors.DefaultSelector()
        self._wake, self._woken = socket.socketpair()
        for end in (self._wake, self._woken):
            end.settimeout(0)
        self._selector.register(self._woken, selectors.EVENT_READ, self._look_around)
        self._peers: set[Peer] = set()
        self._door: NamedSocket | None = None
        self._ends = False
        self._left_alone = monotonic()
        self._thread = AnalysisThread(make_analyst, stays=self.let_others_in, at_end=self._rouse)

    def add(self, stream: socket.socket) -> None:
        """Serve the client that started this process.

        Args:
            stream: a connected stream socket, which this closes.
        """
        self._add(Peer(stream)).trust()

    def serve(self) -> None:
        """Serve until nobody needs this analyser.

        Raises:
            RuntimeError: the analysis met with a fault.
        """
        self._thread.start()
        try:
            while self._is_needed():
                for key, events in self._selector.select(self._lifetime.look_seconds):
                    key.data(events)
                if self._thread.has_ended:
                    self._thread.join()
                    raise RuntimeError("the analysis met with a fault")
        finally:
            self._close()

    def end(self) -> None:
        """End soon; any thread may call this, and a handler of signals."""
        self._ends = True
        self._rouse()

    def let_others_in(self) -> bool:
        """Open the door where it is not yet; tell whether it is. Any one thread may call this."""
        if self._door is None:
            with suppress(OSError):
                self._door = self._open_door()
                self._rouse()
        return self._door is not None

    def _is_needed(self) -> bool:
        """Part with those who keep this waiting; tell whether anybody may still come."""
        longest = self._lifetime.patience_seconds
        for peer in tuple(self._peers):
            if peer.waited_for is not None and monotonic() - peer.waited_for > longest:
                self._part_with(peer)
        if self._door is not None and not self._door.is_in_place:
            self._ends = not self._peers  # those who are here are served to the end
            self._open_door = lambda: None
            self._shut()
        if self._ends or self._peers:
            return not self._ends
        idle = monotonic() - self._left_alone
        stays = self._door is not None and idle < self._lifetime.idle_seconds
        return stays and not self._lifetime.is_memory_low()

    def _rouse(self) -> None:
        """Let the thread that serves look around, in any thread."""
        with suppress(OSError):  # it is going to anyway, or has ended
            self._wake.send(b"\0")

    def _look_around(self, _: int) -> None:
        """Send what clients did not take at once as soon as they take it; open the door."""
        with suppress(BlockingIOError):
            self._woken.recv(4096)
        for peer in self._peers:
            self._listen(peer, selectors.EVENT_READ | selectors.EVENT_WRITE)
        if self._door is not None and self._door.listening not in self._selector.get_map():
            self._selector.register(self._door.listening, selectors.EVENT_READ, self._let_in)

    def _let_in(self, _: int) -> None:
        stream = self._door.accept() if self._door is not None else None
        if stream is not None:
            if len(self._peers) < _MOST_PEERS:
                self._add(Peer(stream))
            else:
                stream.close()

    def _add(self, peer: Peer) -> Peer:
        self._peers.add(peer)
        self._selector.register(peer.stream, selectors.EVENT_READ, partial(self._attend, peer))
        return peer

    def _listen(self, peer: Peer, events: int) -> None:
        self._selector.modify(peer.stream, events, partial(self._attend, peer))

    def _attend(self, peer: Peer, events: int) -> None:
        """Send to a client and receive from it; end the connection where that goes wrong."""
        try:
            if events & selectors.EVENT_WRITE and peer.flush():
                self._listen(peer, selectors.EVENT_READ)
            if events & selectors.EVENT_READ:
                for message in peer.messages():
                    self._take(peer, message)
        except (DocumentError, EOFError, OSError):
            self._part_with(peer)

    def _take(self, peer: Peer, message: Message) -> None:
        """Do what a client asks.

        Raises:
            DocumentError: it may not ask that.
        """
        if isinstance(message, Stop):
            self._ends = True
        elif isinstance(message, AskStatus):
            self._reply(peer, self._status())
        elif isinstance(message, Hello) and message.installation == self._installation:
            peer.trust()
            self._reply(peer, Welcome(installation=self._installation))
        elif isinstance(message, Cancel) and peer.is_trusted:
            self._thread.cancel(peer)
        elif isinstance(message, Scrolled) and peer.is_trusted:
            self._thread.scroll(peer, message)
        elif isinstance(message, Analyse) and peer.is_trusted:
            task = Task(peer, message, partial(self._reply, peer), message.visible)
            if not self._thread.submit(task):
                self._reply(peer, Busy(number=message.number))
        else:
            raise DocumentError("this is not to be asked here")

    def _status(self) -> Status:
        clients = sum(peer.is_trusted for peer in self._peers)
        return Status(
            process=os.getpid(),
            installation=self._installation,
            clients=clients,
            idle=0 if clients else round(monotonic() - self._left_alone),
        )

    def _part_with(self, peer: Peer) -> None:
        self._thread.cancel(peer)
        self._peers.discard(peer)
        self._selector.unregister(peer.stream)
        peer.close()
        if peer.is_trusted:
            self._left_alone = monotonic()

    def _reply(self, peer: Peer, reply: Reply) -> None:
        """Send a reply, in any thread; what the client does not take at once goes out later."""
        with suppress(OSError):  # a client that has left is noticed when nothing comes from it
            if not peer.post(reply):
                self._rouse()

    def _shut(self) -> None:
        """Let nobody in any more."""
        if self._door is not None:
            if self._door.listening in self._selector.get_map():
                self._selector.unregister(self._door.listening)
            self._door.close()
            self._door = None

    def _close(self) -> None:
        """End all connections and the analysis."""
        self._shut()
        self._thread.end()
        for peer in tuple(self._peers):
            self._part_with(peer)
        self._selector.close()
        self._wake.close()
        self._woken.close()
