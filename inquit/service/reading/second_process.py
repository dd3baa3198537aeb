"""The second process that reads windows: started for a long text, done without when it ends."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from contextlib import suppress

from inquit.model.article import Article
from inquit.model.engine import AnalysisSetup
from inquit.service.reading.frames import READY, receive, send
from inquit.store.article_codec import encode_article

_PROGRAM = "inquit.service.reading"
AHEAD = 2
"""Windows that it is given at a time, so that it never waits for the next."""


class SecondProcess:
    """Reads windows of one article; `outstanding` are those that it was given and has not read."""

    def __init__(self, article: Article, setup: AnalysisSetup) -> None:
        """Start it.

        Args:
            article: whose windows to read.
            setup: the spaCy pipeline and the engine.

        Raises:
            OSError: the system starts no process.
        """
        # -P: nothing in the current folder may be imported in place of a library.
        self._process = subprocess.Popen(  # noqa: S603 - our own module, no shell
            [sys.executable, "-P", "-m", _PROGRAM, setup.model, str(setup.engine)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._replies: queue.Queue[tuple[int, bytes] | None] = queue.Queue()
        self.outstanding: list[int] = []
        self.ready = False
        self._given = -1
        threading.Thread(target=self._receive, name="second-process", daemon=True).start()
        self._send(0, json.dumps(encode_article(article)).encode())

    def takes(self, number: int) -> bool:
        """Tell whether it would take a window now: it is loaded, idle enough, and not past it."""
        return self.ready and number > self._given and len(self.outstanding) < AHEAD

    def give(self, number: int) -> None:
        """Let it read a window."""
        self._given = number
        self.outstanding.append(number)
        self._send(number)

    def results(self, seconds: float = 0.0) -> list[tuple[int, bytes]]:
        """Return what it has read since this was called last.

        Args:
            seconds: how long to wait for something, at most.

        Raises:
            EOFError: it has ended.
        """
        found: list[tuple[int, bytes]] = []
        with suppress(queue.Empty):
            while True:
                reply = self._replies.get(timeout=seconds) if seconds else self._replies.get(False)
                seconds = 0.0
                if reply is None:
                    raise EOFError("the second process has ended")
                number, data = reply
                if number == READY:
                    self.ready = True
                else:
                    self.outstanding.remove(number)
                    found.append((number, data))
        return found

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was not sent is of no use any more
                    pipe.close()

    def _send(self, number: int, data: bytes = b"") -> None:
        if self._process.stdin is not None:
            with suppress(OSError):  # that it has ended is told by what it sends
                send(self._process.stdin, number, data)

    def _receive(self) -> None:
        """Take its replies as they come, in a thread: a pipe cannot be looked into everywhere."""
        stream = self._process.stdout
        with suppress(EOFError, OSError, ValueError):  # closed meanwhile
            while stream is not None:
                self._replies.put(receive(stream))
        self._replies.put(None)
