"""The analyser's end of a connection to a client."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from time import monotonic

from inquit.service.analyser.frames import MOST_BYTES, FrameBuffer, frame
from inquit.service.analyser.message_codec import decode_message, encode_message
from inquit.service.analyser.messages import Message, Reply

_MOST_BEFORE_TRUST = 4096
"""The bytes of the longest message with which a client introduces itself."""

_PORTION = 1 << 18


class Peer:
    """Receives from one client and sends to it without ever waiting for it.

    Attributes:
        stream: the socket.
        waited_for: since when this has been waiting for the client, to introduce itself or to
            take what is sent; None where it is not.
    """

    def __init__(self, stream: socket.socket) -> None:
        """Take a connected stream socket, which is closed with this."""
        stream.settimeout(0)
        self.stream = stream
        self.waited_for: float | None = monotonic()
        self._received = FrameBuffer(_MOST_BEFORE_TRUST)
        self._unsent = bytearray()
        self._sending = threading.Lock()

    @property
    def is_trusted(self) -> bool:
        """Whether the client may ask for analyses."""
        return self._received.most == MOST_BYTES

    def trust(self) -> None:
        """Let the client ask for analyses."""
        self._received.most = MOST_BYTES
        self.waited_for = None

    def messages(self) -> Iterator[Message]:
        """Yield the messages that have come as a whole since this was called last.

        Raises:
            DocumentError: what the client sends is no message.
            EOFError, OSError: the client has left.
        """
        try:
            portion = self.stream.recv(_PORTION)
        except BlockingIOError:
            return
        if not portion:
            raise EOFError("the client has left")
        self._received.feed(portion)
        while (data := self._received.take()) is not None:
            yield decode_message(data)

    def post(self, reply: Reply) -> bool:
        """Send a reply, as much of it as the client takes now; tell whether that was all.

        Raises:
            OSError: the client has left.
        """
        with self._sending:
            self._unsent += frame(encode_message(reply))
            return self._send()

    def flush(self) -> bool:
        """Send on what the client did not take; tell whether that was all.

        Raises:
            OSError: the client has left.
        """
        with self._sending:
            return self._send()

    def close(self) -> None:
        """End the connection."""
        self.stream.close()

    def _send(self) -> bool:
        try:
            while self._unsent:
                del self._unsent[: self.stream.send(self._unsent)]
                self.waited_for = None
        except BlockingIOError:
            self.waited_for = self.waited_for or monotonic()
            return False
        return True
