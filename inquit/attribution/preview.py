"""What is found around the reader's place before the straight run through the article is there.

Who is meant is known only from what comes before. So a preview reads the names of the opening and
of the paragraphs before the place; the straight run puts its own findings in its stead.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace

from spacy.language import Language

from inquit.attribution.choice import finder_for
from inquit.attribution.finding.encoder.weights import Encoder
from inquit.attribution.linking.linker import Linker
from inquit.attribution.memory_zone import memory_zone
from inquit.attribution.parse import parse
from inquit.attribution.stretches import mask_stretches
from inquit.attribution.window_analysis import analyse_window
from inquit.attribution.window_reading import open_window, read_window
from inquit.attribution.windows import BEFORE, FIRST_WINDOW, WINDOW, Window
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from inquit.model.span import Span

LONGEST = 4_000
"""Code points of a preview; what is on a large screen."""
CONTEXT = 6_000
"""Code points before it whose names are read."""

Visible = Callable[[], Span | None]
"""Asked what part of the text is on the screen; None where nobody looks."""


class Previews:
    """The previews of one article: made where the reader looks, each place once."""

    def __init__(
        self, article: Article, nlp: Language, encoder: Encoder | None, visible: Visible
    ) -> None:
        """Take what to preview.

        Args:
            article: the text and its paragraphs.
            nlp: a pipeline of `load_pipeline`.
            encoder: the trained model, None where only rules read.
            visible: asked before each window of the straight run.
        """
        self._article = article
        self._nlp = nlp
        self._encoder = encoder
        self._visible = visible
        self._made: list[Span] = []

    def due(self, done: int) -> AnalysisBatch | None:
        """Return the preview of what the reader looks at, None where that is not worth one.

        Args:
            done: code points that the straight run has analysed.
        """
        seen = self._visible()
        if seen is None or seen.start < done + (WINDOW if done else FIRST_WINDOW):
            return None  # the next window holds it
        stretch = self._stretch_around(seen)
        if stretch is None or any(made.encloses(seen) for made in self._made):
            return None
        self._made.append(Span(stretch.start, max(stretch.end, seen.end)))
        return replace(_preview(self._article, self._nlp, self._encoder, stretch), done=done)

    def _stretch_around(self, seen: Span) -> Span | None:
        """Return the paragraphs on the screen, the one before and a few more; None without any."""
        blocks = self._article.block_spans
        end = min(seen.end + len(seen) // 2, seen.start + LONGEST)
        first = bisect_left(blocks, seen.start, key=lambda block: block.end)
        last = bisect_left(blocks, end, key=lambda block: block.start)
        if first >= last:
            return None
        # A paragraph may be as long as a book.
        start = max(blocks[max(0, first - 1)].start, seen.start - LONGEST)
        return Span(start, min(blocks[last - 1].end, end + LONGEST))


def _preview(
    article: Article, nlp: Language, encoder: Encoder | None, stretch: Span
) -> AnalysisBatch:
    """Return what is found in a stretch of an article, read apart from the rest."""
    linker, start = Linker(article), max(0, stretch.start - CONTEXT)
    stretches = tuple(mask_stretches(article, start, stretch.end))
    own = tuple(one for one in stretches if one.span.end > stretch.start)
    context = stretches[: len(stretches) - len(own)]
    window = Window(before=context[-BEFORE:], own=own)
    reading = read_window(window, nlp, encoder)
    with memory_zone(nlp):
        if start > FIRST_WINDOW:
            linker.link(parse(tuple(mask_stretches(article, 0, FIRST_WINDOW)), nlp), ())
            linker.skip_to(_paragraphs_before(article, start))
        linker.link(parse(context, nlp), ())
        opened = open_window(window, reading, nlp)
        batch = analyse_window(opened, finder_for(article), linker, article)
    return replace(batch, preview=stretch)


def _paragraphs_before(article: Article, offset: int) -> int:
    return bisect_left(article.block_spans, offset, key=lambda block: block.end)
