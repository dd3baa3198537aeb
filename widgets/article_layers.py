"""What lies over an article's words: quotes, the current attribution, bookmarks, hits."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from rich.style import Style

from inquit.model.quotation import QuoteId, QuoteType
from inquit.model.span import Span
from widgets.attributed_quotes import AttributedQuote, AttributedQuotes
from widgets.line_painting import Layer
from widgets.source_colours import SourceColours

_BARS = {QuoteType.DIRECT: "▌", QuoteType.MIXED: "▌", QuoteType.INDIRECT: "╎"}
_HIT = Style(reverse=True)
_CURRENT_HIT = Style(reverse=True, bold=True, underline=True)
_CHOSEN = Style(reverse=True)
_LINK = Style(underline=True)


class ArticleLayers:
    """The layers of one article, each set by itself; drawing is done elsewhere."""

    def __init__(self, colours: SourceColours) -> None:
        self.colours = colours
        self.findings = AttributedQuotes()
        self.current: QuoteId | None = None
        self.chosen: Span | None = None
        self._bookmarks: list[Span] = []
        self._links: Sequence[Span] = ()
        self._link_starts: list[int] = []
        self._hits: Sequence[Span] = ()
        self._hit_starts: list[int] = []
        self._current_hit: Span | None = None

    def clear(self) -> None:
        """Forget all, for another article."""
        self.findings, self.current, self.chosen = AttributedQuotes(), None, None
        self.set_bookmarks(())
        self.set_links(())
        self.set_hits((), None)

    def set_bookmarks(self, spans: Sequence[Span]) -> None:
        """Take the bookmarked passages."""
        self._bookmarks = sorted(spans)

    def set_links(self, links: Sequence[Span]) -> None:
        """Take the words that lead elsewhere, in order and disjoint."""
        self._links = links
        self._link_starts = [link.start for link in links]

    def set_hits(self, hits: Sequence[Span], current: Span | None) -> None:
        """Take the hits of a search, in order and disjoint, and the current one."""
        self._hits, self._current_hit = hits, current
        self._hit_starts = [hit.start for hit in hits]

    @property
    def current_hit(self) -> Span | None:
        """The current hit of a search, while hits are marked."""
        return self._current_hit if self._hits else None

    def of_line(self, start: int, end: int) -> Iterator[Layer]:
        """Yield what lies over the code points [start, end), the lowest layer first."""
        for link in _between(self._links, self._link_starts, start, end):
            yield Layer(link.start, link.end, _LINK)
        current = self.findings.get(self.current)
        for first, last, finding in self.findings.runs(start, end):
            index = self.findings.index(finding.source)
            marked = current is not None and _within(first, last, current)
            style = self.colours.quote(index, finding.quote.type, current=marked)
            yield Layer(first, last, style)
        if current is not None:
            yield from self._evidence(current)
        for hit in _between(self._hits, self._hit_starts, start, end):
            style = _CURRENT_HIT if hit == self._current_hit else _HIT
            yield Layer(hit.start, hit.end, style)
        if self.chosen is not None:
            yield Layer(self.chosen.start, self.chosen.end, _CHOSEN)

    def beneath(self, start: int, end: int) -> tuple[object, ...]:
        """Return what determines how [start, end) looks; equal while it looks the same."""
        return (self.findings.get(self.current), *self.findings.runs(start, end))

    def bar(self, start: int, end: int) -> tuple[str, Style]:
        """Return the sign beside a line of the current attribution, else a space, and its style."""
        current = self.findings.get(self.current)
        if current is None or not any(
            span.start < end and span.end > start for span in current.quote.content_spans
        ):
            return " ", Style.null()
        index = self.findings.index(current.source)
        return _BARS[current.quote.type], self.colours.bar(index)

    def bookmarked(self, start: int, end: int) -> bool:
        """Tell whether a bookmarked passage begins in [start, end)."""
        index = bisect_left(self._bookmarks, Span(start, start))
        return index < len(self._bookmarks) and self._bookmarks[index].start < end

    def _evidence(self, current: AttributedQuote) -> Iterator[Layer]:
        """Yield cue, source span and addressee of the current attribution."""
        given = current.attribution
        if given.cue is not None:
            yield Layer(given.cue.span.start, given.cue.span.end, self.colours.cue())
        if given.mention is not None:
            style = self.colours.mention(self.findings.index(current.source))
            yield Layer(given.mention.span.start, given.mention.span.end, style)
        if given.addressee is not None:
            style = self.colours.addressee()
            yield Layer(given.addressee.start, given.addressee.end, style)


def _within(first: int, last: int, finding: AttributedQuote) -> bool:
    return any(span.start <= first and last <= span.end for span in finding.quote.content_spans)


def _between(spans: Sequence[Span], starts: Sequence[int], start: int, end: int) -> Iterator[Span]:
    """Yield those of some spans, in order and disjoint, that may touch [start, end)."""
    index = max(0, bisect_right(starts, start) - 1)
    while index < len(spans) and spans[index].start < end:
        yield spans[index]
        index += 1
