"""Articles analysed in another process: found or started when needed, survived when it ends."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from inquit.errors import AnalysisStoppedError, DocumentError, InputError
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from inquit.model.engine import AnalysisSetup
from inquit.model.span import Span
from inquit.service.analyser.connection import Connection
from inquit.service.analyser.installation import Installation, describe_installation
from inquit.service.analyser.own_process import OwnProcess, worker_command
from inquit.service.analyser.warm import connect_to_warm
from inquit.service.analysis import Analyst, cache_in
from inquit.service.settings import analysis_settings
from inquit.store.folders import cache_dir, config_path


def user_analyser(setup: AnalysisSetup) -> AnalyserClient:
    """Return what analyses with the user's own settings and cache; nothing is started yet.

    Args:
        setup: the spaCy pipeline and the engine.
    """
    return AnalyserClient(setup, cache_dir(), keep_warm=keeps_warm)


def keeps_warm() -> bool:
    """Tell whether the user lets analysers stay; whoever starts is told what cannot be meant."""
    try:
        return analysis_settings(config_path(), lambda _: None).keep_warm
    except InputError:
        return False


class AnalyserClient:
    """Analyses articles in a process that stayed, or else in one of its own.

    Its own keeps running for the next article, and where that is wanted for other programs.
    """

    def __init__(
        self,
        setup: AnalysisSetup,
        cache: Path | None = None,
        *,
        keep_warm: Callable[[], bool] = lambda: False,
        start: Callable[[list[str]], OwnProcess] = OwnProcess,
    ) -> None:
        """Take what to analyse with; nothing is started yet.

        Args:
            setup: the spaCy pipeline and the engine.
            cache: the folder of cached analyses, or None to keep none.
            keep_warm: tells whether a process that stayed is used, and its own stays.
            start: starts the process of a command.
        """
        self._setup = setup
        self._cache = cache
        self._keep_warm = keep_warm
        self._start = start
        self._installation: Installation | None = None
        self._warm: Connection | None = None
        self._own: OwnProcess | None = None
        self._seeks_warm = True
        self._closed = False
        self._busy = threading.Lock()

    def prepare(self, article: Article) -> None:
        """Reach a process that loads its model while something else is done; blocks for a moment.

        None is needed where the analysis of the article seems to be cached. A process that cannot
        be started is told of when the article is analysed.

        Args:
            article: what will be analysed first.
        """
        cache = cache_in(self._cache) if self._cache is not None else None
        if Analyst(self._setup, cache).may_be_kept(article):
            return
        with self._busy:
            try:
                self._reach()
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
            yielded: list[AnalysisBatch] = []
            again = False
            while True:
                try:
                    connection = self._reach()
                    for batch in connection.batches(article, wanted, self._cache, visible):
                        # Another process finds the same again, from the beginning.
                        if not (again and batch in yielded):
                            yielded.append(batch)
                            yield batch
                    return
                except (DocumentError, EOFError, OSError) as error:
                    self._survive(error)
                    again = True

    def close(self) -> None:
        """Leave the process; it ends unless it stays for other programs."""
        self._closed = True
        self._leave()

    def _reach(self) -> Connection:
        """Return the connection to a process; start one if there is none.

        Raises:
            OSError: it cannot be started.
        """
        if self._closed:
            raise OSError("this client is closed")
        if self._own is not None and self._own.has_ended:
            self._leave()
        if self._own is not None:
            return self._own.connection
        keep_warm = self._keep_warm()
        if keep_warm and self._warm is None and self._seeks_warm:
            if self._installation is None:
                self._installation = describe_installation(self._setup)
            self._warm = connect_to_warm(self._installation)
        if self._warm is not None:
            return self._warm
        self._own = own = self._start(worker_command(self._setup, keep_warm=keep_warm))
        if self._closed:  # in the meantime, by another thread
            self._leave()
        return own.connection

    def _survive(self, error: Exception) -> None:
        """Go on with a process of its own, where it is another's that refuses or has ended.

        Raises:
            AnalysisStoppedError: it was its own already, or nobody waits for it any more.
        """
        own, connection = self._own, self._own.connection if self._own else self._warm
        if connection is None or not connection.is_shared or self._closed:
            code = own.exit_code() if own is not None else None
            self._leave()
            raise AnalysisStoppedError(code) from error
        self._leave()
        self._seeks_warm = False

    def _leave(self) -> None:
        own, self._own = self._own, None
        warm, self._warm = self._warm, None
        if own is not None:
            own.leave()
        if warm is not None:
            warm.close()
