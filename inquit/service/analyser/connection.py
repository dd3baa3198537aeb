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
from inquit.service.analyser.installation import Installation
from inquit.service.analyser.message_codec import decode_message, encode_message
from inquit.service.analyser.messages import (
    Analyse,
    Busy,
    Cancel,
    Failed,
    Finished,
    Found,
    Hello,
    Message,
    Request,
    Scrolled,
    Welcome,
)

_LOOK_SECONDS = 0.1
"""Seconds between two looks at whether the analysis is still wanted."""

_SEND_SECONDS = 30.0
"""Seconds in which an analyser takes a request, one that is just being started too."""

_PORTION = 1 << 18


class AnalyserBusyError(OSError):
    """The analyser is at work for another client."""


class Connection:
    """Sends requests to one analyser and receives its replies; used by one thread at a time.

    Attributes:
        is_shared: whether the analyser serves others, too, and stays when this client leaves.
    """

    def __init__(self, stream: socket.socket, *, is_shared: bool = False) -> None:
        """Take a connected stream socket, which is closed with this, and whether it is shared."""
        self.is_shared = is_shared
        self._stream = stream
        self._received = FrameBuffer()
        self._numbers = itertools.count(1)

    def batches(
        self,
        article: Article,
        wanted: Callable[[], bool],
        cache: Path | None,
        visible: Callable[[], Span | None] = lambda: None,
        *,
        topics: bool = False,
    ) -> Iterator[AnalysisBatch]:
        """Yield batches of an article while it is analysed.

        Args:
            article: the article.
            wanted: asked ten times a second; once it returns False, the analysis is given up.
            cache: the folder of cached analyses, or None for none.
            visible: asked as often what part of the article is on the screen.
            topics: whether to find what was talked about as well as what was said.

        Raises:
            AnalyserBusyError: the analyser works for another client.
            DocumentError: what it sends is no message.
            EOFError, OSError: it has ended.
            ModelError: the article cannot be analysed.
        """
        number = next(self._numbers)
        seen, folder = visible(), str(cache) if cache else None
        self.send(
            Analyse(number=number, article=article, cache=folder, topics=topics, visible=seen)
        )
        answered = False
        try:
            while wanted():
                if (now := visible()) != seen:
                    seen = now
                    self.send(Scrolled(number=number, visible=seen))
                reply = self.receive(_LOOK_SECONDS)
                if reply is None:
                    continue
                if not isinstance(reply, Found | Finished | Failed | Busy):
                    raise DocumentError("this is no answer")
                if reply.number != number:
                    continue
                if isinstance(reply, Found):
                    yield reply.batch
                    continue
                answered = True
                self._conclude(reply)
                return
        finally:
            if not answered:
                with suppress(OSError):  # one that has ended needs not be told
                    self.send(Cancel(number=number))

    def greet(self, installation: Installation, seconds: float) -> bool:
        """Introduce this client; tell whether the analyser computes with the same.

        Args:
            installation: what this client is installed with.
            seconds: how long to wait for the analyser.
        """
        try:
            self.send(Hello(installation=installation))
            return self.receive(seconds) == Welcome(installation=installation)
        except (DocumentError, EOFError, OSError):
            return False

    def send(self, request: Request) -> None:
        """Send a request.

        Raises:
            OSError: the analyser has ended, or takes nothing.
        """
        self._stream.settimeout(_SEND_SECONDS)
        self._stream.sendall(frame(encode_message(request)))

    def receive(self, seconds: float) -> Message | None:
        """Return the next reply, or None where none has come after so many seconds.

        Raises:
            DocumentError: what the analyser sends is no message.
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
        return decode_message(data)

    def _conclude(self, reply: Finished | Failed | Busy) -> None:
        """Take the last reply to a request.

        Raises:
            AnalyserBusyError: the analyser works for another client.
            ModelError: the article was not analysed, or the analysis not cached.
        """
        if isinstance(reply, Busy):
            raise AnalyserBusyError("the analyser works for another client")
        if isinstance(reply, Failed):
            raise ModelError(reply.reason)
        self.is_shared = self.is_shared or reply.stays
        if reply.warning is not None:
            raise ModelError(reply.warning)

    def close(self) -> None:
        """End the connection; a thread that waits for a reply notices."""
        with suppress(OSError):
            self._stream.shutdown(socket.SHUT_RDWR)
        self._stream.close()
