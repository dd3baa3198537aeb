"""The analysis beside the reading: kept ones at once, else found paragraph by paragraph."""

from __future__ import annotations

import gc
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from inquit.errors import AnalysisStoppedError, InquitError
from inquit.model.batch import AnalysisBatch, as_single_batch
from tui.reader.messages import AnalysisEnded, QuotesFound, WordsCounted

if TYPE_CHECKING:
    from inquit.model.article import Article, ArticleId
    from inquit.model.quotation import Analysis
    from inquit.model.span import Span
    from tui.reader.panes import ReaderPanes
    from tui.reader.view import ReaderView

_FIRST_SECONDS, _BETWEEN_SECONDS = 0.15, 0.5
"""How long quotes are gathered before they are shown; drawing each by itself would cost keys."""

_SHARE = 1 / 40
"""How much of the time showing quotes may take: with thousands of them, they come less often."""


_KEY_SECONDS, _LONGEST_WAIT = 0.25, 2.0
"""How long after a key nothing is shown, and how long that may go on under the fingers."""


class AnalysisFeed:
    """Starts analyses, and shows what they find between the keys.

    Attributes:
        held: what is found and not shown yet, because keys are being pressed.
        between: seconds for which further quotes are gathered.
    """

    def __init__(self, view: ReaderView, panes: ReaderPanes) -> None:
        """Take the screen and its parts: the header tells the article's language and length."""
        self._view = view
        self._panes = panes
        self._visible: Span | None = None
        self.between = _BETWEEN_SECONDS
        self.held: tuple[AnalysisBatch, ...] = ()
        self._pressed_at = self._came_at = 0.0

    def note_key(self) -> None:
        """Keep in mind when a key was pressed: what it does goes before what is found."""
        self._pressed_at = monotonic()

    def note_place(self) -> None:
        """Keep in mind what is on the screen: that is analysed first."""
        self._visible = self._panes.in_sight

    def start(self) -> None:
        """Find the quotes of the article that is open, in a thread that reports by messages."""
        article = self._view.reading.article
        self.held = ()
        self.note_place()
        self._view.in_thread(lambda: self._analyse(article), group="analysis", exclusive=True)

    def start_again(self) -> None:
        """Analyse the article again, where the analysis stopped."""
        self._view.show_reading(replace(self._view.reading, analysed=0.0, found=()))
        self.start()

    def take(self, found: QuotesFound) -> None:
        """Show further quotes; the text stays where it is."""
        if not self._concerns(found.article_id) or not found.batches:
            return
        waiting = bool(self.held)
        self.held = (*self.held, *found.batches)
        if not waiting:
            self._came_at = monotonic()
            self._show_unless_typing(self._view.reading.article)

    def end(self, ended: AnalysisEnded) -> None:
        """Take the progress off the screen; tell of what went wrong."""
        if not self._concerns(ended.article_id):
            return
        self._show_held()
        self._view.show_reading(replace(self._view.reading, analysed=None))
        _keep_from_garbage_collection()
        if ended.complaint is not None:
            self._view.complain(ended.complaint)

    def take_word_count(self, counted: WordsCounted) -> None:
        """Tell the article's length in the header."""
        if self._concerns(counted.article_id):
            self._panes.header.show(self._view.reading.article, counted.words)

    def _analyse(self, article: Article) -> None:
        worker, post = get_current_worker(), self._view.post
        gc.unfreeze()
        post(WordsCounted(article.id, article.word_count))
        kept = self._kept(article)
        if kept is not None:
            post(QuotesFound(article.id, (as_single_batch(article, kept),)))
            post(AnalysisEnded(article.id))
            return
        complaint = None
        gathered: list[AnalysisBatch] = []
        due = monotonic() + _FIRST_SECONDS
        analyst = self._view.services.analyst
        try:
            for batch in analyst.batches(
                article, lambda: not worker.is_cancelled, lambda: self._visible
            ):
                gathered.append(batch)
                if batch.preview is not None or monotonic() >= due:
                    post(QuotesFound(article.id, tuple(gathered)))
                    gathered, due = [], monotonic() + self.between
        except AnalysisStoppedError as error:
            complaint = f"{error}; press ctrl+r to start it again"
        except InquitError as error:
            complaint = str(error)
        if not worker.is_cancelled:
            post(QuotesFound(article.id, tuple(gathered)))
            post(AnalysisEnded(article.id, complaint))

    def _kept(self, article: Article) -> Analysis | None:
        """Return a kept analysis; its thousands of values are no garbage to look for meanwhile."""
        gc.disable()
        try:
            return self._view.services.kept(article)
        finally:
            _keep_from_garbage_collection()
            gc.enable()

    def _concerns(self, article_id: ArticleId) -> bool:
        return self._view.is_open and self._view.reading.article.id == article_id

    def _show_unless_typing(self, article: Article) -> None:
        """Show what is held back, or wait for a pause between keys."""
        if not self._view.reads(article) or not self.held:
            return
        now = monotonic()
        left = self._pressed_at + _KEY_SECONDS - now
        if left <= 0 or now > self._came_at + _LONGEST_WAIT:
            self._show_held()
        else:
            self._view.after(left, lambda: self._show_unless_typing(article))

    def _show_held(self) -> None:
        if not self.held:
            return
        batches, self.held = self.held, ()
        start, last = monotonic(), batches[-1]
        reading = self._view.reading.take_in(batches)
        self._panes.header.tell_language(english=last.english)
        if reading.analysed is not None:
            reading = replace(reading, analysed=last.done / max(1, last.total))
        self._view.show_reading(reading)
        _keep_from_garbage_collection()
        self.between = max(_BETWEEN_SECONDS, (monotonic() - start) / _SHARE)


def _keep_from_garbage_collection() -> None:
    """Let what is found stay as it is until the next article.

    Looking through thousands of findings for garbage would be felt under the fingers.
    """
    gc.freeze()
