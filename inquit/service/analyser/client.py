"""Articles analysed in another process: started when it is needed, survived when it ends."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from inquit.errors import AnalysisStoppedError, DocumentError
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from inquit.model.engine import AnalysisSetup
from inquit.model.span import Span
from inquit.service.analyser.own_process import OwnProcess, worker_command


class AnalyserClient:
    """Analyses articles in a separate process, which keeps running for the next one."""

    def __init__(
        self,
        setup: AnalysisSetup,
        cache: Path | None = None,
        *,
        start: Callable[[list[str]], OwnProcess] = OwnProcess,
    ) -> None:
        """Take what to analyse with; nothing is started yet.

        Args:
            setup: the spaCy pipeline and the engine.
            cache: the folder of cached analyses, or None to keep none.
            start: starts the process of a command.
        """
        self._command = worker_command(setup)
        self._cache = cache
        self._start = start
        self._own: OwnProcess | None = None
        self._busy = threading.Lock()

    def prepare(self) -> None:
        """Start the process, so that its model is loaded when the first article comes.

        A process that cannot be started is told of when there is an article to analyse.
        """
        with self._busy:
            try:
                self._process()
            except OSError:
                return

    def batches(
        self,
        article: Article,
        wanted: Callable[[], bool],
        visible: Callable[[], Span | None] = lambda: None,
    ) -> Iterator[AnalysisBatch]:
        """Yield batches of an article while it is analysed; blocks, so call it in a thread.

        Args:
            article: the article.
            wanted: asked ten times a second; once it returns False, the analysis is given up.
            visible: asked as often what part of the article is on the screen; there it begins.

        Raises:
            AnalysisStoppedError: the process ended before the article was analysed.
            ModelError: the article cannot be analysed.
        """
        with self._busy:
            try:
                connection = self._process().connection
                yield from connection.batches(article, wanted, self._cache, visible)
            except (DocumentError, EOFError, OSError) as error:
                raise self._stopped() from error

    def close(self) -> None:
        """End the process."""
        own, self._own = self._own, None
        if own is not None:
            own.end()

    def _process(self) -> OwnProcess:
        """Return the process; start it if it is not running.

        Raises:
            OSError: it cannot be started.
        """
        if self._own is None or self._own.has_ended:
            self.close()
            self._own = self._start(self._command)
        return self._own

    def _stopped(self) -> AnalysisStoppedError:
        code = self._own.exit_code() if self._own is not None else None
        self.close()
        return AnalysisStoppedError(code)
