"""The analysis beside the reading: kept ones at once, else found paragraph by paragraph."""

from __future__ import annotations

import gc
from time import monotonic

from textual import work
from textual.worker import get_current_worker

from inquit.errors import InquitError
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from inquit.service import whole
from tui.messages import AnalysisEnded, QuotesFound, WordsCounted
from tui.screens.reader_base import ReaderBase

_FIRST_SECONDS, _BETWEEN_SECONDS = 0.15, 0.5
"""How long quotes are gathered before they are shown; drawing each by itself would cost keys."""

_SHARE = 1 / 40
"""How much of the time showing quotes may take: with thousands of them, they come less often."""


class Analysing(ReaderBase):
    """Starts analyses and takes in what they find."""

    _between = _BETWEEN_SECONDS

    @work(thread=True, exclusive=True, group="analysis")
    def analyse(self, article: Article) -> None:
        """Find the quotes of an article and report them by messages."""
        worker = get_current_worker()
        gc.unfreeze()
        self.post_message(WordsCounted(article.id, article.word_count))
        kept = self.desk.kept(article)
        if kept is not None:
            self.post_message(QuotesFound(article.id, (whole(article, kept),)))
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

    def action_analyse(self) -> None:
        """Analyse the article again, where the analysis stopped."""
        if self.reading is not None:
            self.reading.analysed = 0.0
            self.reading.found.clear()
            self.analyse(self.reading.article)
            self.show_status()

    def on_quotes_found(self, message: QuotesFound) -> None:
        """Show further quotes; the text stays where it is."""
        message.stop()
        reading = self.reading
        if reading is None or message.article_id != reading.article.id or not message.batches:
            return
        start = monotonic()
        reading.take_in(message.batches)
        last = message.batches[-1]
        if reading.analysed is not None:
            reading.analysed = last.done / max(1, last.total)
        self.show_all()
        _keep_from_garbage_collection()
        self._between = max(_BETWEEN_SECONDS, (monotonic() - start) / _SHARE)

    def on_analysis_ended(self, message: AnalysisEnded) -> None:
        """Take the progress off the screen; tell of what went wrong."""
        message.stop()
        reading = self.reading
        if reading is None or message.article_id != reading.article.id:
            return
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
