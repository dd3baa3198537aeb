"""Corrections as the reader asks for them: from what is on the screen to what is kept.

A correction of a quote carries the quote's kind and parts, so that it can be made again where the
engine does not find it any more. One of a source hangs on a quote of that source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from inquit.correcting.places import parts_written
from inquit.model.correction import Action, Proposal, Value
from inquit.model.quotation import Quote, QuoteType, Source, SourceKind
from inquit.model.span import Span

Values = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A source with where its first quote begins, in code points; it tells namesakes apart."""

    source: Source
    first: int


def attribute(quote: Quote, before: Source | None, speaker: Speaker) -> Proposal:
    """Credit a quote to a source of the article."""
    offset = (Value.INTO_OFFSET, str(speaker.first - quote.span.start))
    return _attributed(quote, before, speaker.source.name, (offset,))


def attribute_to_new(
    quote: Quote, before: Source | None, name: str, kind: SourceKind = SourceKind.PERSON
) -> Proposal:
    """Credit a quote to somebody whom the engine does not know as a source."""
    return _attributed(quote, before, name, ((Value.KIND, kind.value),))


def worded(proposal: Proposal, words: str, *, every: bool) -> Proposal:
    """Say in which words the source is told; with every, credit all quotes worded so alike."""
    values: Values = ((Value.WORDED, words), *(((Value.EVERY, words),) if every else ()))
    return replace(proposal, values=(*proposal.values, *values))


def unattribute(quote: Quote, before: Source | None) -> Proposal:
    """Credit a quote to nobody."""
    return _of_quote(quote, Action.UNATTRIBUTE, _before(before))


def split_off(quote: Quote, before: Source, name: str) -> Proposal:
    """Make whoever says a quote a source of its own."""
    values = ((Value.NAME, name), (Value.KIND, before.kind.value), *_before(before))
    return _of_quote(quote, Action.SPLIT, values)


def not_a_quote(quote: Quote) -> Proposal:
    """Take a quote for words that nobody is credited with."""
    return _of_quote(quote, Action.NOT_A_QUOTE, ())


def change_type(quote: Quote, kind: QuoteType) -> Proposal:
    """Change how a quote's content is marked."""
    values = ((Value.PARTS, _parts(quote)), (Value.TYPE, kind.value))
    return Proposal(span=quote.span, action=Action.TYPE, values=values)


def set_ends(quote: Quote, content: Sequence[Span]) -> Proposal:
    """Give a quote other content spans; content is in order and disjoint."""
    span = Span(content[0].start, content[-1].end)
    values = (
        (Value.PARTS, parts_written(quote.content_spans, span.start)),
        (Value.CONTENT, parts_written(content, span.start)),
        (Value.TYPE, quote.type.value),
    )
    return Proposal(span=span, action=Action.ENDS, values=values)


def add_quote(
    parts: Sequence[Span], kind: QuoteType, speaker: Speaker | str | None = None
) -> Proposal:
    """Add a quote.

    Args:
        parts: its content spans, in order, disjoint; several where an inquit splits it.
        kind: how the content is marked.
        speaker: a source of the article, the name of another one, or None for nobody.
    """
    span = Span(parts[0].start, parts[-1].end)
    written = parts_written(parts, span.start)
    values: Values = ((Value.TYPE, kind.value), (Value.PARTS, written))
    if isinstance(speaker, Speaker):
        offset = str(speaker.first - span.start)
        values += ((Value.NAME, speaker.source.name), (Value.INTO_OFFSET, offset))
    elif speaker is not None:
        values += ((Value.NAME, speaker), (Value.KIND, SourceKind.PERSON.value))
    return Proposal(span=span, action=Action.ADD, values=values)


def merge(quote: Quote, speaker: Speaker, into: Speaker) -> Proposal:
    """Make two sources one; quote is one of the first."""
    offset = str(into.first - quote.span.start)
    values = ((Value.INTO, into.source.name), (Value.INTO_OFFSET, offset))
    return _of_source(quote, speaker, Action.MERGE, values)


def rename(quote: Quote, speaker: Speaker, name: str) -> Proposal:
    """Give a source another name; quote is one of the source."""
    return _of_source(quote, speaker, Action.RENAME, ((Value.NAME, name),))


def set_role(quote: Quote, speaker: Speaker, role: str) -> Proposal:
    """Give a source another role, or with no words none; quote is one of the source."""
    return _of_source(quote, speaker, Action.ROLE, ((Value.ROLE, role),))


def set_source_kind(quote: Quote, speaker: Speaker, kind: SourceKind) -> Proposal:
    """Say what a source is; quote is one of the source."""
    return _of_source(quote, speaker, Action.SOURCE_KIND, ((Value.KIND, kind.value),))


def _attributed(quote: Quote, before: Source | None, name: str, values: Values) -> Proposal:
    return _of_quote(quote, Action.ATTRIBUTE, ((Value.NAME, name), *values, *_before(before)))


def _before(source: Source | None) -> Values:
    return ((Value.SOURCE, source.name),) if source is not None else ()


def _of_quote(quote: Quote, action: Action, values: Values) -> Proposal:
    kept = ((Value.TYPE, quote.type.value), (Value.PARTS, _parts(quote)))
    return Proposal(span=quote.span, action=action, values=(*values, *kept))


def _of_source(quote: Quote, speaker: Speaker, action: Action, values: Values) -> Proposal:
    offset = str(speaker.first - quote.span.start)
    who = ((Value.SOURCE, speaker.source.name), (Value.SOURCE_OFFSET, offset))
    return Proposal(span=quote.span, action=action, values=(*who, *values))


def _parts(quote: Quote) -> str:
    return parts_written(quote.content_spans, quote.span.start)
