"""The quotes found in an article so far, in reading order, each with who said it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial

from inquit.model.batch import AnalysisBatch
from inquit.model.quotation import (
    READER,
    Analysis,
    Attribution,
    Quote,
    QuoteId,
    Source,
    SourceId,
    SourceKind,
)
from inquit.model.span import Span
from widgets.quote_runs import QuoteRun, flatten


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributedQuote:
    """A quote with what is known of who said it; source None where that is unresolved.

    to_check says whether a correction of it waits to be confirmed.
    """

    quote: Quote
    attribution: Attribution
    source: Source | None
    to_check: bool = False

    @property
    def start(self) -> int:
        """The offset of the first code point of the content."""
        return self.quote.content_spans[0].start

    @property
    def span(self) -> Span:
        """The content from its first to its last code point, an inquit in between included."""
        return self.quote.span

    @property
    def corrected(self) -> bool:
        """Tell whether the reader set the quote or its source right here."""
        return self.attribution.method == READER or self.quote.corrected is not None

    @property
    def unnamed(self) -> bool:
        """Tell whether the text withholds the source's name."""
        return self.source is not None and self.source.kind is SourceKind.UNNAMED


Wanted = Callable[[AttributedQuote], bool]
QuoteLookup = Callable[[QuoteId], AttributedQuote]


class AttributedQuotes:
    """The quotes of one article; grows while the analysis runs.

    Attributes:
        arranged: how often all quotes were put in order again; in between they only grow.
    """

    def __init__(self) -> None:
        self._quotes: dict[QuoteId, Quote] = {}
        self._attributions: dict[QuoteId, Attribution] = {}
        self._sources: dict[SourceId, Source] = {}
        self._order: list[QuoteId] = []
        self._starts: list[int] = []
        self._runs: list[QuoteRun] = []
        self._run_starts: list[int] = []
        self._of_source: dict[SourceId | None, list[QuoteId]] = {}
        self._places: dict[SourceId, int] = {}
        self._inner: dict[QuoteId, list[QuoteId]] = {}
        self._numbers: dict[QuoteId, int] = {}
        self._to_check: frozenset[QuoteId] = frozenset()
        self._awaited = False
        self.arranged = 0

    def __len__(self) -> int:
        return len(self._order)

    def __iter__(self) -> Iterator[AttributedQuote]:
        return (self[quote_id] for quote_id in self._order)

    def ids(self) -> Sequence[QuoteId]:
        """Return the quotes in reading order."""
        return self._order

    def since(self, count: int) -> Iterator[AttributedQuote]:
        """Yield the quotes in reading order, without the first ones.

        Args:
            count: how many to leave out.
        """
        return (self[quote_id] for quote_id in self._order[count:])

    def __contains__(self, quote_id: object) -> bool:
        return quote_id in self._attributions

    def __getitem__(self, quote_id: QuoteId) -> AttributedQuote:
        return _finding(quote_id, self._quotes, self._attributions, self._sources, self._to_check)

    def as_now(self) -> QuoteLookup:
        """Return a lookup of the quotes as they are now, whatever is found or corrected later."""
        return partial(
            _finding,
            quotes=dict(self._quotes),
            attributions=dict(self._attributions),
            sources=dict(self._sources),
            to_check=self._to_check,
        )

    def get(self, quote_id: QuoteId | None) -> AttributedQuote | None:
        """Return the quote of an id, or None where there is none."""
        return self[quote_id] if quote_id is not None and quote_id in self else None

    def add_all(self, batches: Iterable[AnalysisBatch]) -> None:
        """Add what was found in further stretches."""
        new: dict[QuoteId, Quote] = {}
        goes_on = True
        for batch in batches:
            self._sources.update((source.id, source) for source in batch.sources)
            new.update((quote.id, quote) for quote in batch.quotes)
            goes_on = goes_on and all(given.quote_id in new for given in batch.attributions)
            self._attributions.update((given.quote_id, given) for given in batch.attributions)
        goes_on = goes_on and self._go_after(new)
        self._quotes.update(new)
        if goes_on:
            self._append(new.values())
        else:
            self._arrange()

    def replace_all(self, analysis: Analysis, to_check: Iterable[Span] = ()) -> None:
        """Replace all quotes by those of an analysis; sources keep their colours.

        Args:
            analysis: the analysis.
            to_check: where corrections wait for the reader's word.
        """
        places = tuple(to_check)
        self._to_check = frozenset(
            quote.id for quote in analysis.quotes if any(map(quote.span.overlaps, places))
        )
        self._sources = {source.id: source for source in analysis.sources}
        self._quotes = {quote.id: quote for quote in analysis.quotes}
        self._attributions = {given.quote_id: given for given in analysis.attributions}
        self._arrange()

    def sources(self) -> Iterator[tuple[Source | None, list[QuoteId]]]:
        """Yield each credited source with its quotes, by its first quote; unattributed ones last.

        None stands for those whose source is unresolved.
        """
        for source_id, quote_ids in self._of_source.items():
            if source_id is not None:
                yield self._sources[source_id], quote_ids
        if None in self._of_source:
            yield None, self._of_source[None]

    @property
    def outermost(self) -> int:
        """How many quotes there are that are not inside another one."""
        return len(self._numbers)

    def outermost_of(self, quote_id: QuoteId) -> QuoteId:
        """Return the outermost quote that a quote is inside of, or itself."""
        outer = self.outer_of(quote_id)
        return quote_id if outer is None else self.outermost_of(outer)

    def outer_of(self, quote_id: QuoteId) -> QuoteId | None:
        """Return the quote that a quote is reported inside of, or None where that is none."""
        within = self._quotes[quote_id].within
        return within if within in self and within != quote_id else None

    def inner_of(self, quote_id: QuoteId) -> Sequence[QuoteId]:
        """Return the quotes that are reported directly inside a quote, in reading order."""
        return self._inner.get(quote_id, ())

    def place(self, quote_id: QuoteId) -> int:
        """Return the number of the outermost quote that this is or is inside of, from 0."""
        return self._numbers[self.outermost_of(quote_id)]

    def index(self, source: Source | None) -> int | None:
        """Return a source's place among all, which determines its colour; None for None."""
        return None if source is None else self._places.get(source.id)

    def at(self, offset: int) -> AttributedQuote | None:
        """Return the innermost quote whose content covers an offset."""
        index = bisect_right(self._run_starts, offset) - 1
        if index < 0 or offset >= self._runs[index].end:
            return None
        return self[self._runs[index].quote_id]

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int, AttributedQuote]]:
        """Yield the stretches of quoted words that meet [start, end), each with its quote."""
        index = max(0, bisect_right(self._run_starts, start) - 1)
        while index < len(self._runs) and self._runs[index].start < end:
            run = self._runs[index]
            if run.end > start:
                yield run.start, run.end, self[run.quote_id]
            index += 1

    def first_within(self, start: int, end: int) -> AttributedQuote | None:
        """Return the first that begins in the code points [start, end), or None."""
        found = self.after(start - 1)
        return found if found is not None and found.start < end else None

    def after(self, offset: int, wanted: Wanted | None = None) -> AttributedQuote | None:
        """Return the first wanted quote that begins after an offset."""
        first = bisect_right(self._starts, offset)
        return self._first(range(first, len(self._order)), wanted)

    def before(self, offset: int, wanted: Wanted | None = None) -> AttributedQuote | None:
        """Return the last wanted quote that begins before an offset."""
        end = bisect_left(self._starts, offset)
        return self._first(reversed(range(end)), wanted)

    def _first(self, places: Iterable[int], wanted: Wanted | None) -> AttributedQuote | None:
        found = (self[self._order[place]] for place in places)
        return next((finding for finding in found if wanted is None or wanted(finding)), None)

    def _go_after(self, new: Mapping[QuoteId, Quote]) -> bool:
        """Tell whether quotes come after all present ones, so that the order holds."""
        end = self._runs[-1].end if self._runs else 0
        return not self._awaited and all(
            quote.content_spans[0].start >= end and quote.id not in self._quotes
            for quote in new.values()
        )

    def _arrange(self) -> None:
        """Put everything in reading order again."""
        self.arranged += 1
        self._order, self._starts, self._runs, self._run_starts = [], [], [], []
        self._of_source, self._awaited = {}, False
        self._inner, self._numbers = {}, {}
        self._append(self._quotes.values())

    def _append(self, quotes: Iterable[Quote]) -> None:
        """Put quotes in reading order after those that there are."""
        known = (quote for quote in quotes if quote.id in self._attributions)
        ordered = sorted(known, key=_reading_order)
        self._order += [quote.id for quote in ordered]
        self._starts += [quote.content_spans[0].start for quote in ordered]
        runs = list(flatten(ordered))
        self._runs += runs
        self._run_starts += [run.start for run in runs]
        for quote in ordered:
            outer = self.outer_of(quote.id)
            if outer is None:
                self._numbers[quote.id] = len(self._numbers)
            else:
                self._inner.setdefault(outer, []).append(quote.id)
            source_id = self._attributions[quote.id].source_id
            if source_id is not None and source_id not in self._sources:
                source_id, self._awaited = None, True
            self._of_source.setdefault(source_id, []).append(quote.id)
            if source_id is not None:
                # A colour once given stays, whatever is found later.
                self._places.setdefault(source_id, len(self._places))


def _finding(
    quote_id: QuoteId,
    quotes: Mapping[QuoteId, Quote],
    attributions: Mapping[QuoteId, Attribution],
    sources: Mapping[SourceId, Source],
    to_check: Set[QuoteId],
) -> AttributedQuote:
    attribution = attributions[quote_id]
    source_id = attribution.source_id
    source = None if source_id is None else sources.get(source_id)
    return AttributedQuote(
        quote=quotes[quote_id],
        attribution=attribution,
        source=source,
        to_check=quote_id in to_check,
    )


def _reading_order(quote: Quote) -> tuple[int, int]:
    first = quote.content_spans[0]
    return first.start, -first.end
