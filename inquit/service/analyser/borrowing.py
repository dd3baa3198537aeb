"""An analyser that stayed, asked by a command for a few short articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from inquit.errors import AnalysisStoppedError, DocumentError
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from inquit.model.engine import AnalysisSetup
from inquit.service.analyser.client import keeps_warm
from inquit.service.analyser.connection import Connection
from inquit.service.analyser.installation import describe_installation
from inquit.service.analyser.warm import connect_to_warm

_MOST_CODE_POINTS = 100_000
"""What a command has analysed so at most; for more it is worth while to load its own model."""


class BorrowedAnalyser:
    """Analyses short articles in a process that stayed; it starts none."""

    def __init__(self, setup: AnalysisSetup, *, keep_warm: Callable[[], bool] = keeps_warm) -> None:
        """Take what to analyse with; nothing is asked yet.

        Args:
            setup: the spaCy pipeline and the engine.
            keep_warm: tells whether a process that stayed is used.
        """
        self._setup = setup
        self._keep_warm = keep_warm
        self._left = _MOST_CODE_POINTS
        self._connection: Connection | None = None

    def batches(self, article: Article) -> Iterator[AnalysisBatch]:
        """Yield batches of an article, topics included, while it is analysed.

        Raises:
            AnalysisStoppedError: no process stayed, it works for another or has ended, or there
                is too much to analyse; nobody needs to be told.
            ModelError: the article cannot be analysed.
        """
        self._left -= len(article.text)
        if self._left < 0:
            raise AnalysisStoppedError
        try:
            yield from self._connect().batches(article, lambda: True, None, topics=True)
        except (DocumentError, EOFError, OSError) as error:
            self._left = 0
            raise AnalysisStoppedError from error

    def close(self) -> None:
        """Leave the process."""
        if self._connection is not None:
            self._connection.close()

    def _connect(self) -> Connection:
        """Return the connection to a process that stayed.

        Raises:
            OSError: there is none.
        """
        if self._connection is None and self._keep_warm():
            self._connection = connect_to_warm(describe_installation(self._setup))
        if self._connection is None:
            raise OSError("no analyser stayed")
        return self._connection
