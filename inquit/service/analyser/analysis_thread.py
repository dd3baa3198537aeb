"""The thread in which the analyser analyses, one article at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from inquit.errors import InquitError
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from inquit.model.span import Span
from inquit.service.analyser.messages import Analyse, Answer, Failed, Finished, Found, Scrolled


class Analysing(Protocol):
    """Analyses articles in this process, as `Analyst` does."""

    warning: str | None
    """Why the last analysis was not cached, or None."""

    def load(self) -> None:
        """Load what the first article would otherwise wait for."""
        ...

    def batches(
        self, article: Article, *, visible: Callable[[], Span | None]
    ) -> Iterator[AnalysisBatch]:
        """Yield what is found in an article while it is read, previews of what is visible too."""
        ...


class MakeAnalyst(Protocol):
    """Makes what analyses."""

    def __call__(self, cache: Path | None = None, *, topics: bool = False) -> Analysing:
        """Return what caches in a folder or nowhere, and finds topics too or does not."""
        ...


@dataclass(slots=True, eq=False)
class Task:
    """A request that is being answered.

    Attributes:
        client: whose request it is.
        request: what is asked for.
        reply: sends an answer to the client.
        visible: what part of the article is on the client's screen.
        cancelled: whether nobody waits for it any more.
    """

    client: object
    request: Analyse
    reply: Callable[[Answer], None]
    visible: Span | None = None
    cancelled: bool = False


class AnalysisThread(threading.Thread):
    """Answers one task after the other; while it is at one, other clients are refused.

    Attributes:
        has_ended: whether it is over, because it was to end or met with a fault.
    """

    def __init__(
        self,
        make_analyst: MakeAnalyst,
        *,
        stays: Callable[[], bool],
        at_end: Callable[[], None],
    ) -> None:
        """Take what to work with; nothing is done yet.

        Args:
            make_analyst: makes what analyses.
            stays: called after each article; tells whether the analyser stays for others.
            at_end: called where a fault ends the thread.
        """
        # A daemon: the process may end while a library is at work that nothing can interrupt.
        super().__init__(name="analysis", daemon=True)
        self._make_analyst = make_analyst
        self._stays = stays
        self._at_end = at_end
        self._changed = threading.Condition()
        self._current: Task | None = None
        self._next: Task | None = None
        self._ends = self.has_ended = False

    def submit(self, task: Task) -> bool:
        """Take a task in the place of what the client asked before; tell whether it was taken.

        It is not where an article of another client is being analysed.
        """
        with self._changed:
            self._cancel(task.client)
            if any(each and not each.cancelled for each in (self._current, self._next)):
                return False
            self._next = task
            self._changed.notify()
            return True

    def cancel(self, client: object) -> None:
        """Give up what a client asked."""
        with self._changed:
            self._cancel(client)

    def scroll(self, client: object, scrolled: Scrolled) -> None:
        """Note what a client sees now of the article that it asked for."""
        with self._changed:
            for task in filter(None, (self._current, self._next)):
                if task.client is client and task.request.number == scrolled.number:
                    task.visible = scrolled.visible

    def end(self) -> None:
        """Give up everything, and end after the stretch that is being analysed."""
        with self._changed:
            for task in filter(None, (self._current, self._next)):
                task.cancelled = True
            self._ends = True
            self._changed.notify()

    def run(self) -> None:
        """Load the model, then answer tasks."""
        try:
            with suppress(InquitError):  # whoever asks is told
                self._make_analyst().load()
            while not self._ends:
                self._answer_next()
        finally:
            self.has_ended = True
            self._at_end()

    def _cancel(self, client: object) -> None:
        for task in (self._current, self._next):
            if task is not None and task.client is client:
                task.cancelled = True

    def _answer_next(self) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._next is not None or self._ends)
            task = self._current = self._next
            self._next = None
        if task is not None:
            self._answer(task)
        with self._changed:
            self._current = None

    def _answer(self, task: Task) -> None:
        request = task.request
        number = request.number
        cache = Path(request.cache) if request.cache else None
        analyst = self._make_analyst(cache, topics=request.topics)
        try:
            for batch in analyst.batches(request.article, visible=lambda: task.visible):
                if task.cancelled:
                    return
                task.reply(Found(number=number, batch=batch))
        except InquitError as error:
            task.reply(Failed(number=number, reason=str(error)))
        else:
            stays = self._stays()
            task.reply(Finished(number=number, warning=analyst.warning, stays=stays))
