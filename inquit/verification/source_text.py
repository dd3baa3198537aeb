"""An article as quotations are looked for in it: its words, and which of them are said in marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from inquit.model.article import Article
from inquit.model.quotation import Analysis, Quote, QuoteId, QuoteType
from inquit.model.span import Span
from inquit.verification.overlaps import Overlaps, spans_alone
from inquit.verification.quoted_runs import quoted_runs
from inquit.verification.speakers import Speaker, speakers_of
from inquit.verification.words import Words, read_words

_BETWEEN = "\n"
"""Stands between words where they are searched: no word has it."""


class WordSearch:
    """Words in which runs of words are found, by the search for strings that Python has."""

    def __init__(self, forms: Sequence[str]) -> None:
        """Take the words."""
        self._text = _BETWEEN + "".join(form + _BETWEEN for form in forms)
        self._starts = list(accumulate((len(form) + 1 for form in forms), initial=0))

    def places_of(self, forms: Sequence[str]) -> Iterator[int]:
        """Yield the number of the first word of each place where some words stand in a row."""
        wanted = _BETWEEN + "".join(form + _BETWEEN for form in forms)
        at = self._text.find(wanted)
        while at >= 0:
            yield bisect_left(self._starts, at)
            at = self._text.find(wanted, at + 1)


class SourceText:
    """An article that may have said what is quoted; it does not change."""

    def __init__(self, article: Article, analysis: Analysis | None = None) -> None:
        """Take an article.

        Args:
            article: the article.
            analysis: what the engine found in it; None to go by its quotation marks alone.
        """
        self.article = article
        self.analysis = analysis

    def with_analysis(self, analysis: Analysis) -> SourceText:
        """Return the same article with what the engine found; its words are not read again."""
        made = SourceText(self.article, analysis)
        made.words, made.search = self.words, self.search
        return made

    @cached_property
    def words(self) -> Words:
        """All its words."""
        return read_words(self.article.text)

    @cached_property
    def runs(self) -> tuple[Span, ...]:
        """What is said in it word for word, in order: between marks, or as direct quotes."""
        text = self.article.text
        runs = [run.inner for run in quoted_runs(text, self.article.block_spans)]
        direct = (
            span
            for quote in (self.analysis.quotes if self.analysis is not None else ())
            if quote.type is QuoteType.DIRECT
            for span in quote.content_spans
        )
        marked = spans_alone(runs)
        runs += [span for span in direct if span not in marked]
        return tuple(sorted(runs))

    @cached_property
    def run_of(self) -> tuple[int, ...]:
        """For each word the number of its run, -1 where it is in none."""
        starts, ends = [run.start for run in self.runs], [run.end for run in self.runs]
        found = []
        for start in self.words.starts:
            number = bisect_right(starts, start) - 1
            found.append(number if number >= 0 and start < ends[number] else -1)
        return tuple(found)

    @cached_property
    def said(self) -> tuple[int, ...]:
        """The numbers of the words that are in a run, in order."""
        return tuple(number for number, run in enumerate(self.run_of) if run >= 0)

    @cached_property
    def said_place_of(self) -> Mapping[int, int]:
        """For the number of each word that is in a run its place among these."""
        return {number: place for place, number in enumerate(self.said)}

    @cached_property
    def said_forms(self) -> tuple[str, ...]:
        """The words that are in a run, as they are compared."""
        return tuple(self.words.forms[number] for number in self.said)

    @cached_property
    def search(self) -> WordSearch:
        """All words, to be searched."""
        return WordSearch(self.words.forms)

    @cached_property
    def said_search(self) -> WordSearch:
        """The words that are in a run, one after the other, to be searched."""
        return WordSearch(self.said_forms)

    def quote_at(self, span: Span) -> Quote | None:
        """Return the quote that has most of a stretch, the innermost of several, or None."""
        shared: dict[QuoteId, int] = {}
        around: dict[QuoteId, Quote] = {}
        for piece, quote in self._pieces.with_span(span):
            around[quote.id] = quote
            shared[quote.id] = shared.get(quote.id, 0) + _count_shared(span, piece)
        return max(
            around.values(), key=lambda quote: (shared[quote.id], -len(quote.span)), default=None
        )

    @cached_property
    def _pieces(self) -> Overlaps[Quote]:
        """The content of all quotes, each piece with its quote."""
        quotes = self.analysis.quotes if self.analysis is not None else ()
        return Overlaps((span, quote) for quote in quotes for span in quote.content_spans)

    def speaker_of(self, quote: Quote | None) -> Speaker | None:
        """Return who is credited with a quote of the article, or None."""
        return self._speakers.get(quote.id) if quote is not None else None

    @cached_property
    def _speakers(self) -> dict[QuoteId, Speaker]:
        if self.analysis is None:
            return {}
        return dict(speakers_of(self.article.text, self.analysis))


def _count_shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
