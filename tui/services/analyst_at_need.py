"""An analyst that is imported and made when the first article needs it.

Many an article that is opened was analysed before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Lock
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from inquit.model.article import Article
    from inquit.model.batch import AnalysisBatch
    from inquit.model.span import Span


class PreparedAnalyst(Protocol):
    """Analyses articles, sooner where it was told before."""

    def prepare(self, article: Article) -> None:
        """Get ready for an article; blocks for a moment."""
        ...

    def batches(
        self, article: Article, wanted: Callable[[], bool], visible: Callable[[], Span | None]
    ) -> Iterator[AnalysisBatch]:
        """Yield batches of an article as long as `wanted` returns True; may block."""
        ...

    def close(self) -> None:
        """Stop for good."""
        ...


class AnalystAtNeed:
    """Analyses as the analyst does that it makes."""

    def __init__(self, make: Callable[[], PreparedAnalyst]) -> None:
        """Take what makes the analyst; it is called once, in the thread that needs it first."""
        self._make = make
        self._made: PreparedAnalyst | None = None
        self._making = Lock()

    def prepare(self, article: Article) -> None:
        """Get ready for an article that is going to be analysed; blocks for a moment."""
        self._analyst().prepare(article)

    def batches(
        self,
        article: Article,
        wanted: Callable[[], bool],
        visible: Callable[[], Span | None] = lambda: None,
    ) -> Iterator[AnalysisBatch]:
        """Yield batches of an article as long as `wanted` returns True; may block."""
        return self._analyst().batches(article, wanted, visible)

    def close(self) -> None:
        """Stop the analyst for good, where there is one."""
        with self._making:
            if self._made is not None:
                self._made.close()

    def _analyst(self) -> PreparedAnalyst:
        with self._making:
            self._made = analyst = self._made or self._make()
        return analyst
