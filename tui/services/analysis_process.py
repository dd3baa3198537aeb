"""The reader's side of the analysis process: starts it, asks it, and survives its end."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from inquit.errors import InquitError, ModelError
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from tui.services.analysis_replies import Failed, Found, Reply

if TYPE_CHECKING:
    Channel = Connection[Any, Any]

_POLL_SECONDS = 0.1
"""Seconds between two looks at whether the analysis is still wanted."""


class AnalysisStoppedError(InquitError):
    """The analysis process ended before the article was analysed."""


class AnalysisProcess:
    """Analyses articles in a separate process, which keeps running for the next one."""

    def __init__(self, model: str) -> None:
        """Take the name or folder of a spaCy pipeline; nothing is started yet."""
        # -P: nothing in the current folder may be imported in place of a library.
        self._command = [sys.executable, "-P", "-m", "tui.services.analysis_worker", model]
        self._process: subprocess.Popen[bytes] | None = None
        self._requests: Channel | None = None
        self._replies: Channel | None = None
        self._busy = threading.Lock()

    def batches(self, article: Article, wanted: Callable[[], bool]) -> Iterator[AnalysisBatch]:
        """Yield batches of an article while it is analysed; blocks, so call it in a thread.

        Args:
            article: the article.
            wanted: asked ten times a second; once it returns False, the analysis is given up.

        Raises:
            AnalysisStoppedError: the process ended before the article was analysed.
            ModelError: the article cannot be analysed.
        """
        with self._busy:
            try:
                yield from self._stream(article, wanted)
            except (EOFError, OSError) as error:
                raise AnalysisStoppedError(self._describe_end()) from error

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for channel in (self._requests, self._replies):
            if channel is not None and not channel.closed:
                channel.close()

    def _stream(self, article: Article, wanted: Callable[[], bool]) -> Iterator[AnalysisBatch]:
        requests, replies = self._channels()
        requests.send(article)
        while wanted():
            if not replies.poll(_POLL_SECONDS):
                continue
            reply: Reply = replies.recv()
            if reply.article_id != article.id:
                continue
            if isinstance(reply, Found):
                yield reply.batch
            elif isinstance(reply, Failed):
                raise ModelError(reply.reason)
            else:
                return
        requests.send(None)

    def _channels(self) -> tuple[Channel, Channel]:
        """Return the channels to the process and back; start it if it is not running."""
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._start()
        if self._requests is None or self._replies is None:
            raise OSError("the analysing process has no channels")
        return self._requests, self._replies

    def _start(self) -> None:
        self._process = process = subprocess.Popen(  # noqa: S603 - our own module, no shell
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        if process.stdin is None or process.stdout is None:
            raise OSError("the analysing process has no pipes")
        # The connections own the descriptors from here on.
        self._requests = Connection(_detach(process.stdin), readable=False)
        self._replies = Connection(_detach(process.stdout), writable=False)

    def _describe_end(self) -> str:
        code = self._process.wait(1) if self._process is not None else None
        self.close()
        return f"The analysis stopped (exit code {code}); press ctrl+r to start it again"


def _detach(pipe: Any) -> int:
    """Return a descriptor of a pipe that stays open when the pipe is closed."""
    descriptor = os.dup(pipe.fileno())
    pipe.close()
    return descriptor
