"""The analysis beside the reading: kept ones at once, else found paragraph by paragraph."""

from __future__ import annotations

import gc
from time import monotonic

from textual import events, work
from textual.worker import get_current_worker

from inquit.errors import InquitError
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch, as_single_batch
from inquit.model.quotation import Analysis
from tui.reader.controllers.reader_base import ReaderBase
from tui.reader.messages import AnalysisEnded, QuotesFound, WordsCounted
from tui.reader.reading_state import Reading

_FIRST_SECONDS, _BETWEEN_SECONDS = 0.15, 0.5
"""How long quotes are gathered before they are shown; drawing each by itself would cost keys."""

_SHARE = 1 / 40
"""How much of the time showing quotes may take: with thousands of them, they come less often."""


_KEY_SECONDS, _LONGEST_WAIT = 0.25, 2.0
"""How long after a key nothing is shown, and how long that may go on under the fingers."""


class Analysing(ReaderBase):
    """Starts analyses and takes in what they find."""

    _between = _BETWEEN_SECONDS
    _pressed_at = _came_at = 0.0
    _held: tuple[AnalysisBatch, ...] = ()
    _held_for: Reading | None = None

    def on_key(self, event: events.Key) -> None:  # noqa: ARG002 - Textual hands it over
        """Keep in mind when a key was pressed: what it does goes before what is found."""
        self._pressed_at = monotonic()

    @work(thread=True, exclusive=True, group="analysis")
    def analyse(self, article: Article) -> None:
        """Find the quotes of an article and report them by messages."""
        worker = get_current_worker()
        gc.unfreeze()
        self.post_message(WordsCounted(article.id, article.word_count))
        kept = self._kept(article)
        if kept is not None:
            self.post_message(QuotesFound(article.id, (as_single_batch(article, kept),)))
            self.post_message(AnalysisEnded(article.id))
            return
        complaint = None
        gathered: list[AnalysisBatch] = []
        due = monotonic() + _FIRST_SECONDS
        try:
            for batch in self.desk.analyst.batches(article, lambda: not worker.is_cancelled):
                gathered.append(batch)
                if monotonic() >= due:
                    self.post_message(QuotesFound(article.id, tuple(gathered)))
                    gathered, due = [], monotonic() + self._between
        except InquitError as error:
            complaint = str(error)
        if not worker.is_cancelled:
            self.post_message(QuotesFound(article.id, tuple(gathered)))
            self.post_message(AnalysisEnded(article.id, complaint))

    def _kept(self, article: Article) -> Analysis | None:
        """Return a kept analysis; its thousands of values are no garbage to look for meanwhile."""
        gc.disable()
        try:
            return self.desk.kept(article)
        finally:
            _keep_from_garbage_collection()
            gc.enable()

    def action_analyse(self) -> None:
        """Analyse the article again, where the analysis stopped."""
        if self.reading is not None:
            self.reading.analysed = 0.0
            self.reading.found.clear()
            self._held = ()
            self.analyse(self.reading.article)
            self.show_status()

    def on_quotes_found(self, message: QuotesFound) -> None:
        """Show further quotes; the text stays where it is."""
        message.stop()
        reading = self.reading
        if reading is None or message.article_id != reading.article.id or not message.batches:
            return
        waiting = self._held_for is reading and self._held
        self._held = (*self._held, *message.batches) if waiting else message.batches
        self._held_for = reading
        if not waiting:
            self._came_at = monotonic()
            self._show_unless_typing(reading)

    def _show_unless_typing(self, reading: Reading) -> None:
        """Show what is held back, or wait for a pause between keys."""
        if reading is not self._held_for or not self._held:
            return
        now = monotonic()
        left = self._pressed_at + _KEY_SECONDS - now
        if left <= 0 or now > self._came_at + _LONGEST_WAIT:
            self._show_held(reading)
        else:
            self.set_timer(left, lambda: self._show_unless_typing(reading))

    def _show_held(self, reading: Reading) -> None:
        if reading is not self.reading or reading is not self._held_for or not self._held:
            return
        batches, self._held = self._held, ()
        start, seen = monotonic(), self.pane.beneath()
        reading.take_in(batches)
        last = batches[-1]
        self.header.tell_language(english=last.english)
        if reading.analysed is not None:
            reading.analysed = last.done / max(1, last.total)
        self.show_all(text=seen != self.pane.beneath())
        _keep_from_garbage_collection()
        self._between = max(_BETWEEN_SECONDS, (monotonic() - start) / _SHARE)

    def on_analysis_ended(self, message: AnalysisEnded) -> None:
        """Take the progress off the screen; tell of what went wrong."""
        message.stop()
        reading = self.reading
        if reading is None or message.article_id != reading.article.id:
            return
        self._show_held(reading)
        reading.analysed = None
        _keep_from_garbage_collection()
        self.show_status()
        if message.complaint is not None:
            self.complain(message.complaint)

    def on_words_counted(self, message: WordsCounted) -> None:
        """Tell the article's length in the header."""
        message.stop()
        if self.reading is not None and message.article_id == self.reading.article.id:
            self.header.show(self.reading.article, message.words)


def _keep_from_garbage_collection() -> None:
    """Let what is found stay as it is until the next article.

    Looking through thousands of findings for garbage would be felt under the fingers.
    """
    gc.freeze()
