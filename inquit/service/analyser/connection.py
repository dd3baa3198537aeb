"""A client's end of a connection to an analyser."""

from __future__ import annotations

import itertools
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from inquit.errors import DocumentError, ModelError
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from inquit.model.span import Span
from inquit.service.analyser.frames import FrameBuffer, frame
from inquit.service.analyser.message_codec import decode_message, encode_message
from inquit.service.analyser.messages import (
    Analyse,
    Busy,
    Cancel,
    Failed,
    Finished,
    Found,
    Reply,
    Request,
    Scrolled,
)

_LOOK_SECONDS = 0.1
"""Seconds between two looks at whether the analysis is still wanted."""

_SEND_SECONDS = 30.0
"""Seconds in which an analyser takes a request, one that is just being started too."""

_PORTION = 1 << 18


class AnalyserBusyError(OSError):
    """The analyser is at work for another client."""


class Connection:
    """Sends requests to one analyser and receives its replies; used by one thread at a time."""

    def __init__(self, stream: socket.socket) -> None:
        """Take a connected stream socket, which is closed with this."""
        self._stream = stream
        self._received = FrameBuffer()
        self._numbers = itertools.count(1)

    def batches(
        self,
        article: Article,
        wanted: Callable[[], bool],
        cache: Path | None,
        visible: Callable[[], Span | None] = lambda: None,
    ) -> Iterator[AnalysisBatch]:
        """Yield batches of an article while it is analysed.

        Args:
            article: the article.
            wanted: asked ten times a second; once it returns False, the analysis is given up.
            cache: the folder of cached analyses, or None for none.
            visible: asked as often what part of the article is on the screen.

        Raises:
            AnalyserBusyError: the analyser works for another client.
            DocumentError: what it sends is no message.
            EOFError, OSError: it has ended.
            ModelError: the article cannot be analysed.
        """
        number = next(self._numbers)
        seen, folder = visible(), str(cache) if cache else None
        self.send(Analyse(number=number, article=article, cache=folder, visible=seen))
        answered = False
        try:
            while wanted():
                if (now := visible()) != seen:
                    seen = now
                    self.send(Scrolled(number=number, visible=seen))
                reply = self.receive(_LOOK_SECONDS)
                if reply is None or reply.number != number:
                    continue
                if isinstance(reply, Found):
                    yield reply.batch
                    continue
                answered = True
                if isinstance(reply, Busy):
                    raise AnalyserBusyError("the analyser works for another client")
                reason = reply.reason if isinstance(reply, Failed) else reply.warning
                if reason is not None:
                    raise ModelError(reason)
                return
        finally:
            if not answered:
                with suppress(OSError):  # one that has ended needs not be told
                    self.send(Cancel(number=number))

    def send(self, request: Request) -> None:
        """Send a request.

        Raises:
            OSError: the analyser has ended, or takes nothing.
        """
        self._stream.settimeout(_SEND_SECONDS)
        self._stream.sendall(frame(encode_message(request)))

    def receive(self, seconds: float) -> Reply | None:
        """Return the next reply, or None where none has come after so many seconds.

        Raises:
            DocumentError: what the analyser sends is no reply.
            EOFError, OSError: it has ended.
        """
        while (data := self._received.take()) is None:
            self._stream.settimeout(seconds)
            try:
                portion = self._stream.recv(_PORTION)
            except TimeoutError:
                return None
            if not portion:
                raise EOFError("the analyser has ended")
            self._received.feed(portion)
        message = decode_message(data)
        if not isinstance(message, Found | Finished | Failed | Busy):
            raise DocumentError("this is no reply")
        return message

    def close(self) -> None:
        """End the connection; a thread that waits for a reply notices."""
        with suppress(OSError):
            self._stream.shutdown(socket.SHUT_RDWR)
        self._stream.close()
