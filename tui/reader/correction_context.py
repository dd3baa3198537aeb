"""Where the reader is when correcting something, and what there is to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from inquit.model.printable import reveal_hidden
from inquit.model.quotation import Quote, QuoteType, Source, SourceId, SourceKind
from inquit.model.quoted_words import format_quote_beginning
from inquit.service.proposals import Speaker, is_same_name, words_for_source
from widgets.row import ListRow
from widgets.sidebar_rows import UNATTRIBUTED

if TYPE_CHECKING:
    from inquit.model.article import Article
    from inquit.model.span import Span
    from tui.reader.state import Reading
    from widgets.attributed_quotes import AttributedQuote, AttributedQuotes
    from widgets.source_colours import SourceColours

UNATTRIBUTED_ROW = ListRow(key="unattributed:", text=UNATTRIBUTED, sign="–")

_WORDS = 120
"""Code points of the current quote that the menu shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionContext:
    """What the reader has before them when correcting something.

    Attributes:
        article: the article.
        findings: the quotes that are found in it.
        finding: the current quote with who is credited.
        selected: what is selected.
        corrections: how many corrections the article has.
        complete: whether all of the article is analysed.
    """

    article: Article
    findings: AttributedQuotes
    finding: AttributedQuote | None
    selected: Span | None
    corrections: int
    complete: bool = True


def context_of(reading: Reading, selected: Span | None) -> CorrectionContext:
    """Return the context of a reading."""
    return CorrectionContext(
        article=reading.article,
        findings=reading.findings,
        finding=reading.finding,
        selected=selected,
        corrections=len(reading.corrections),
        complete=reading.analysed is None,
    )


def describe_passage(context: CorrectionContext) -> str:
    """Return who is credited with the current quote, and its words."""
    if context.finding is None:
        return "No quote is current."
    source = context.finding.source
    words = format_quote_beginning(context.article.text, context.finding.quote, _WORDS)
    who = UNATTRIBUTED if source is None else reveal_hidden(source.name)
    return f"{who}: {words}"


def needs_quote(context: CorrectionContext) -> str | None:
    """Say that there is no current quote, if there is none."""
    return "needs a current quote (n)" if context.finding is None else None


def needs_source(context: CorrectionContext) -> str | None:
    """Say that the current quote has no source, or that there is no quote."""
    finding = context.finding
    if finding is not None and finding.source is None:
        return "needs a quote with a source"
    return needs_quote(context)


def needs_others_alike(context: CorrectionContext) -> str | None:
    """Say that no other quote has its source worded like the current one, if none has."""
    if context.finding is not None and len(quotes_worded_alike(context)) < 2:
        return "needs another quote with its source worded so"
    return needs_quote(context)


def needs_selection(context: CorrectionContext) -> str | None:
    """Say that nothing is selected, if nothing is."""
    return "needs a selection" if context.selected is None else None


def needs_selection_and_quote(context: CorrectionContext) -> str | None:
    """Say that nothing is selected, or that there is no current quote."""
    return needs_selection(context) or needs_quote(context)


def words_for_current_source(context: CorrectionContext) -> str | None:
    """Return the words that the text has for the current quote's source, if it has any."""
    return None if context.finding is None else _words_for_source(context, context.finding)


def quotes_worded_alike(context: CorrectionContext) -> list[AttributedQuote]:
    """Return the quotes with the same words for their source as the current one."""
    words = words_for_current_source(context)
    if words is None:
        return []
    each_with_words = ((each, _words_for_source(context, each)) for each in context.findings)
    return [each for each, own in each_with_words if own is not None and is_same_name(own, words)]


def _words_for_source(context: CorrectionContext, finding: AttributedQuote) -> str | None:
    return words_for_source(context.article.text, finding.attribution, finding.source)


def source_rows(context: CorrectionContext, colours: SourceColours) -> list[ListRow]:
    """Return a row for each source of the article, with the source's id as its key."""
    return list(_source_rows(context, colours))


def merge_rows(context: CorrectionContext, colours: SourceColours, source: Source) -> list[ListRow]:
    """Return a row for each other source, the most similar names first."""
    from inquit.service.proposals import measure_similarity

    names = {each.id: each.name for each, _ in context.findings.sources() if each is not None}
    rows = [row for row in _source_rows(context, colours) if row.key != source.id]
    return sorted(rows, key=lambda row: -measure_similarity(names[SourceId(row.key)], source.name))


def first_quote_of(context: CorrectionContext, source_id: str | None) -> Quote | None:
    """Return the first quote of a source; None where it has none."""
    for source, quote_ids in context.findings.sources():
        if source is not None and source.id == source_id:
            return context.findings[quote_ids[0]].quote
    return None


def value_rows(values: type[SourceKind] | type[QuoteType]) -> list[ListRow]:
    """Return a row for each value of an enumeration."""
    members: Iterable[StrEnum] = list(values)
    return [ListRow(key=member.value, text=member.value) for member in members]


def speaker_of(context: CorrectionContext, source_id: str | None) -> Speaker | None:
    """Return a source with the offset of its first quote; None where it has no quote."""
    for source, quote_ids in context.findings.sources():
        if source is not None and source.id == source_id:
            return Speaker(source=source, first=context.findings[quote_ids[0]].start)
    return None


def _source_rows(context: CorrectionContext, colours: SourceColours) -> Iterator[ListRow]:
    for source, quote_ids in context.findings.sources():
        if source is None:
            continue
        unnamed = source.kind is SourceKind.UNNAMED
        known = [source.name, source.role]
        yield ListRow(
            key=source.id,
            text=", ".join(part for part in known if part),
            sign="·" if unnamed else "•",
            tail=f"unnamed {len(quote_ids)}" if unnamed else f"{len(quote_ids)}",
            style=colours.name(context.findings.index(source), unnamed=unnamed),
        )
