"""The rows of the sidebar's views, made from model values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from operator import is_

from rich.style import Style

from inquit.model.annotation import Note, PlacedBookmark
from inquit.model.article import Article
from inquit.model.passage import passage_of
from inquit.model.printable import reveal_hidden
from inquit.model.quotation import (
    Attribution,
    Quote,
    QuoteId,
    QuoteType,
    Source,
    SourceId,
    SourceKind,
)
from inquit.model.quoted_words import words_of
from inquit.model.span import Span
from inquit.model.tags import format_tags
from widgets.attributed_quotes import AttributedQuote, AttributedQuotes, QuoteLookup, Wanted
from widgets.excerpt import beginning, longest_piece
from widgets.row import ListRow, RowsToCome
from widgets.source_colours import SourceColours

KIND_SIGNS = {QuoteType.DIRECT: "“", QuoteType.MIXED: "‘", QuoteType.INDIRECT: "·"}
"""A sign for each kind of quote."""

CORRECTED = "✓"
"""The sign of what the reader set right."""

TO_CHECK = "✓?"
"""The sign of what the reader set right and has to check, since the article changed there."""

MARKED, MARK_CHANGED, MARK_ORPHANED = "◆", "◆?", "◇?"
"""The signs of a bookmark: its passage is as it was, changed, or not in the article any more."""

SOURCE, QUOTE, BOOKMARK, NOTE = "source:", "quote:", "bookmark:", "note:"
"""What a row's key begins with, by what it stands for."""

UNATTRIBUTED = "Unattributed"
_QUIET = Style(italic=True)
_MadeOf = tuple[Quote, Attribution, Source | None, bool]
_Makers = Iterator[tuple[str, Callable[[], ListRow]]]


class RowMaker:
    """Makes rows; of quotes there may be thousands, so theirs are made when needed, and kept."""

    def __init__(self, article: Article, colours: SourceColours) -> None:
        self._article = article
        self._colours = colours
        self._quotes: dict[tuple[QuoteId, int, bool], tuple[_MadeOf, ListRow]] = {}

    def tree(
        self,
        findings: AttributedQuotes,
        *,
        folded: Set[str] = frozenset(),
        noted: Set[SourceId] = frozenset(),
        wanted: Wanted | None = None,
    ) -> RowsToCome:
        """Return each source and under it its quotes, each with those that are inside of it.

        Args:
            findings: what is found so far.
            folded: keys of sources whose quotes are not shown.
            noted: sources that the reader wrote a note about.
            wanted: tells which findings to show, None all.
        """
        return RowsToCome(self._tree(findings, folded, noted, wanted))

    def in_order(self, findings: AttributedQuotes, wanted: Wanted | None = None) -> RowsToCome:
        """Return the quotes in reading order, each with its source's name; wanted as in `tree`."""
        outermost = (given for given in findings.ids() if findings.outer_of(given) is None)
        now = findings.as_now()
        return RowsToCome(
            made
            for given in outermost
            if _shown(findings, given, wanted)
            for made in self._with_inner(findings, now, given, wanted, depth=0, named=True)
        )

    def _tree(
        self,
        findings: AttributedQuotes,
        folded: Set[str],
        noted: Set[SourceId],
        wanted: Wanted | None,
    ) -> _Makers:
        now = findings.as_now()
        for source, all_ids in findings.sources():
            outermost = (given for given in all_ids if findings.outer_of(given) is None)
            quote_ids = [given for given in outermost if _shown(findings, given, wanted)]
            if not quote_ids:
                continue
            key = source_row_key(source)
            mark = "✎ " if source is not None and source.id in noted else ""
            if source is not None and source.corrected:
                mark = f"{CORRECTED} {mark}"
            index = findings.index(source)
            row = partial(self._source, source, index, len(quote_ids), mark, key in folded)
            yield key, row
            if key not in folded:
                for given in quote_ids:
                    yield from self._with_inner(findings, now, given, wanted, depth=1, named=False)

    def _with_inner(
        self,
        findings: AttributedQuotes,
        now: QuoteLookup,
        given: QuoteId,
        wanted: Wanted | None,
        *,
        depth: int,
        named: bool,
    ) -> _Makers:
        """Yield a quote's row and, further in, those of the quotes that are inside of it."""
        yield QUOTE + given, partial(self._quote, now, findings.index, given, depth, named)
        for inner in findings.inner_of(given):
            if _shown(findings, inner, wanted):
                deeper = depth + 1
                yield from self._with_inner(findings, now, inner, wanted, depth=deeper, named=True)

    def _source(
        self,
        source: Source | None,
        index: int | None,
        count: int,
        mark: str,
        is_folded: bool,  # noqa: FBT001 - only called above
    ) -> ListRow:
        unnamed = source is not None and source.kind is SourceKind.UNNAMED
        name = UNATTRIBUTED if source is None else reveal_hidden(source.name)
        style = self._colours.name(index, unnamed=unnamed or source is None)
        return ListRow(
            key=source_row_key(source),
            text=name,
            sign="▸" if is_folded else "▾",
            tail=f"{mark}{'unnamed ' if unnamed else ''}{count}",
            style=style,
            sign_style=style,
        )

    def _quote(
        self,
        now: QuoteLookup,
        index: Callable[[Source | None], int | None],
        given: QuoteId,
        depth: int,
        named: bool,  # noqa: FBT001 - only called above
    ) -> ListRow:
        """Return a quote's row, as it was when listed, however late it is made."""
        finding, key = now(given), (given, depth, named)
        made_of = (finding.quote, finding.attribution, finding.source, finding.to_check)
        kept = self._quotes.get(key)
        # Values that nothing changed are the same objects; to compare all in them takes longer.
        if kept is not None and all(map(is_, kept[0], made_of)):
            return kept[1]
        row = self._new_quote(finding, index(finding.source), depth, named=named)
        self._quotes[key] = made_of, row
        return row

    def _new_quote(
        self, finding: AttributedQuote, index: int | None, depth: int, *, named: bool
    ) -> ListRow:
        kind, source = finding.quote.type, finding.source
        who = UNATTRIBUTED if source is None else reveal_hidden(source.name)
        lead = f"{who}: " if named else ""
        words = beginning(words_of(self._article.text, finding.quote))
        longest = longest_piece(self._article.text, finding.quote)
        return ListRow(
            key=QUOTE + finding.quote.id,
            text=lead + words,
            shorter=lead + longest if longest else "",
            sign=KIND_SIGNS[kind],
            tail=f"{CORRECTED * finding.corrected} {TO_CHECK * finding.to_check}".strip(),
            depth=depth,
            style=_QUIET if kind is QuoteType.INDIRECT else Style.null(),
            sign_style=self._colours.bar(index),
        )


def _shown(findings: AttributedQuotes, quote_id: QuoteId, wanted: Wanted | None) -> bool:
    """Tell whether a quote is wanted, or one that is inside of it and needs it for its place."""
    if wanted is None or wanted(findings[quote_id]):
        return True
    return any(_shown(findings, inner, wanted) for inner in findings.inner_of(quote_id))


def source_row_key(source: Source | None) -> str:
    """Return the key of a source's row; None stands for the unattributed quotes."""
    return SOURCE + ("" if source is None else source.id)


def bookmark_rows(placed: Iterable[PlacedBookmark], article: Article) -> Iterator[ListRow]:
    """Yield the bookmarks of one article in reading order, those not found again last.

    Of those the words are always shown: nothing else tells what they were set on.
    """
    ordered = sorted(placed, key=lambda item: item.span or Span(len(article.text) + 1, 1 << 60))
    for item in ordered:
        bookmark = item.bookmark
        passage = passage_of(bookmark.target)[:200]
        words = bookmark.label or passage
        if item.span is None:
            words = f"{passage} — {bookmark.label}" if bookmark.label else passage
        yield ListRow(
            key=BOOKMARK + bookmark.id,
            text=with_tags(
                f"{words} — {bookmark.comment}" if bookmark.comment else words, bookmark.tags
            ),
            sign=MARK_ORPHANED if item.span is None else MARK_CHANGED if item.changed else MARKED,
            tail="orphaned" if item.span is None else "changed" if item.changed else "",
            style=Style.null() if bookmark.label else _QUIET,
        )


def with_tags(words: str, tags: Sequence[str]) -> str:
    """Return what a row says of a record, with its tags."""
    return f"{words} {format_tags(tags)}" if tags else words


def note_rows(notes: Iterable[Note], here: Mapping[str, SourceId]) -> Iterator[ListRow]:
    """Yield the notes: those on sources of this article first, marked.

    Args:
        notes: all of them.
        here: the sources of this article by what notes hang on.
    """
    for note in sorted(notes, key=lambda note: (note.about not in here, note.about_name)):
        present = note.about in here
        yield ListRow(
            key=NOTE + note.id,
            text=with_tags(f"{reveal_hidden(note.about_name)}: {note.body}", note.tags),
            sign="✎" if present else " ",
            style=Style.null() if present else _QUIET,
        )
