"""Numbers for quotes, given in the order in which they are found."""

from __future__ import annotations

from dataclasses import dataclass, replace

from inquit.export.export_row import ExportRow
from inquit.model.batch import AnalysisBatch
from inquit.model.quotation import Attribution, Quote, QuoteId, Source, SourceId


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedQuote:
    """A quote with its number, from 1, and the number of the quote that it is inside of."""

    number: int
    within: int | None
    row: ExportRow


class QuoteNumbering:
    """Numbers the quotes of one article; a number never changes once it is given."""

    def __init__(self, text: str) -> None:
        """Take the article's text."""
        self._text = text
        self._sources: dict[SourceId, Source] = {}
        self._given: dict[QuoteId, Attribution] = {}
        self._numbered: dict[QuoteId, NumberedQuote] = {}

    @property
    def all(self) -> tuple[NumberedQuote, ...]:
        """All quotes so far in order of number, with the sources as they are known by now."""
        return tuple(
            replace(each, row=self._row(each.row.quote)) for each in self._numbered.values()
        )

    def number_batch(self, batch: AnalysisBatch) -> tuple[NumberedQuote, ...]:
        """Return the quotes of a batch; the numbers go on from the batch before."""
        self._sources.update((source.id, source) for source in batch.sources)
        self._given.update((given.quote_id, given) for given in batch.attributions)
        new = []
        for quote in sorted(batch.quotes, key=_outermost_first):
            outer = self._numbered.get(quote.within) if quote.within else None
            self._numbered[quote.id] = numbered = NumberedQuote(
                number=len(self._numbered) + 1,
                within=outer.number if outer else None,
                row=self._row(quote),
            )
            new.append(numbered)
        return tuple(new)

    def _row(self, quote: Quote) -> ExportRow:
        given = self._given[quote.id]
        source = self._sources.get(given.source_id) if given.source_id else None
        return ExportRow(text=self._text, quote=quote, attribution=given, source=source)


def _outermost_first(quote: Quote) -> tuple[int, int]:
    return quote.span.start, -quote.span.end
