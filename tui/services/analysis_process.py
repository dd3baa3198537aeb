"""The reader's side of the analysing process: start it, ask it, survive its end."""

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

_LOOK_UP_SECONDS = 0.1


class AnalysisStoppedError(InquitError):
    """The analysing process ended before the article did."""


class AnalysisProcess:
    """Analyses articles in a process of its own, which stays warm for the next one."""

    def __init__(self, model: str) -> None:
        """Take a spaCy pipeline's name or folder; nothing is started yet."""
        # -P: what lies in the current folder must not be imported in the place of a library.
        self._command = [sys.executable, "-P", "-m", "tui.services.analysis_worker", model]
        self._process: subprocess.Popen[bytes] | None = None
        self._requests: Channel | None = None
        self._replies: Channel | None = None
        self._busy = threading.Lock()

    def batches(self, article: Article, wanted: Callable[[], bool]) -> Iterator[AnalysisBatch]:
        """Yield what is found in an article while it is analysed; blocks, so call it in a thread.

        Args:
            article: what to analyse.
            wanted: asked now and then; once it says no, the analysis is given up.

        Raises:
            AnalysisStoppedError: the process ended before the article did.
            ModelError: the article cannot be analysed.
        """
        with self._busy:
            try:
                yield from self._stream(article, wanted)
            except (EOFError, OSError) as error:
                raise AnalysisStoppedError(self._obituary()) from error

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
            if not replies.poll(_LOOK_UP_SECONDS):
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
        """Return the way to the process and back, after starting it where it is not running."""
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
        self._requests = Connection(_detached(process.stdin), readable=False)
        self._replies = Connection(_detached(process.stdout), writable=False)

    def _obituary(self) -> str:
        code = self._process.wait(1) if self._process is not None else None
        self.close()
        return f"The analysis stopped (exit code {code}); press ctrl+r to start it again"


def _detached(pipe: Any) -> int:
    """Return a pipe's descriptor, which the pipe no longer closes."""
    descriptor = os.dup(pipe.fileno())
    pipe.close()
    return descriptor
