"""What the actions on one quote do: credit it, take it away, change it, add it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from inquit.correcting.deed import Deed, also
from inquit.correcting.places import SAME_ENDS, parts_found, parts_read
from inquit.correcting.selection import content_of
from inquit.correcting.sheet import Sheet
from inquit.correcting.wording import dated, named
from inquit.model.article import digest_of
from inquit.model.correction import Action, Value
from inquit.model.folding import folded
from inquit.model.passage import with_marks
from inquit.model.quotation import READER, Quote, QuoteType, Source, SourceId, SourceKind, quote_id
from inquit.model.span import Span


def _attribute(sheet: Sheet, deed: Deed, span: Span) -> bool:
    quote = _quote_meant(sheet, deed, span)
    if quote is None:
        return False
    source, before = _credited(sheet, deed), sheet.source_of(quote)
    not_by = f", not by {named(before.name)}" if before and before.id != source.id else ""
    _credit(sheet, deed, quote, source, f"{deed.sign}: said by {named(source.name)}{not_by}")
    return True


def _unattribute(sheet: Sheet, deed: Deed, span: Span) -> bool:
    quote = _quote_meant(sheet, deed, span)
    if quote is None:
        return False
    before = sheet.source_of(quote)
    not_by = f": not said by {named(before.name)}" if before else ""
    _credit(sheet, deed, quote, None, deed.sign + not_by)
    return True


def _credit(sheet: Sheet, deed: Deed, quote: Quote, source: Source | None, reason: str) -> None:
    """Credit a quote, and where the correction is about every one worded so all of these."""
    every = deed.values.get(Value.EVERY)
    others = [each for each in sheet.worded(every) if each != quote.id] if every else []
    sheet.credit(quote.id, source, reason)
    for each in others:
        sheet.credit(each, source, f"{reason}, as every {named(every or '')} here")


def _split(sheet: Sheet, deed: Deed, span: Span) -> bool:
    quote = _quote_meant(sheet, deed, span)
    if quote is None:
        return False
    before = sheet.source_of(quote)
    name = deed.values.get(Value.NAME, "") or quote.span.of(sheet.text)
    new = Source(
        id=SourceId(f"{sheet.digest[:12]}:r{quote.span.start}-{quote.span.end}"),
        name=name,
        kind=deed.source_kind(before.kind if before else SourceKind.PERSON),
        corrected=f"split off {deed.sign.removeprefix('corrected ')}",
    )
    apart = f", not {named(before.name)}" if before else ""
    for each in sheet.with_same_mention(quote.id):
        sheet.credit(each, new, f"{deed.sign}: {named(name)} by itself{apart}")
    return True


def _not_a_quote(sheet: Sheet, deed: Deed, span: Span) -> bool:  # noqa: ARG001 - as every deed
    quote = sheet.quote_at(span)
    if quote is not None:
        sheet.drop_quote(quote)
    return True


def _type(sheet: Sheet, deed: Deed, span: Span) -> bool:
    quote, kind = _quote_meant(sheet, deed, span), deed.quote_type
    if quote is None or kind is None:
        return False
    words = also(quote.corrected, f"kind {deed.sign}: {kind.value}")
    sheet.put_quote(replace(quote, type=kind, corrected=words))
    return True


def _ends(sheet: Sheet, deed: Deed, span: Span) -> bool:
    before = parts_read(deed.values.get(Value.PARTS, ""), span.start)
    quote = sheet.quote_at(Span(before[0].start, before[-1].end)) if before else None
    quote = quote or _quote_meant(sheet, deed, span)
    if quote is None:
        return False
    words = also(quote.corrected, f"ends {deed.sign}")
    sheet.put_quote(
        replace(quote, content_spans=_content(sheet, deed, span, quote), corrected=words)
    )
    return True


def _content(sheet: Sheet, deed: Deed, span: Span, quote: Quote) -> tuple[Span, ...]:
    """Return the content that a quote is given.

    Corrections of earlier versions name a stretch alone, which the part that it overlaps becomes.
    """
    if Value.CONTENT in deed.values:
        return _parts(sheet, deed, span, Value.CONTENT)
    others = [part for part in quote.content_spans if not part.overlaps(span)]
    return tuple(sorted([*others, span]))


def _add(sheet: Sheet, deed: Deed, span: Span) -> bool:
    kind = deed.quote_type
    if kind is None:
        return False
    found, added = sheet.quote_at(span, SAME_ENDS), dated(deed.correction, deed.by, "added")
    parts = _parts(sheet, deed, span)
    quote = found or Quote(id=quote_id(sheet.digest, parts[0]), type=kind, content_spans=parts)
    sheet.put_quote(replace(quote, type=kind, content_spans=parts, corrected=added))
    if deed.values.get(Value.NAME):
        source = _credited(sheet, deed)
        sheet.credit(quote.id, source, f"{added}: said by {named(source.name)}")
    elif found is None:
        sheet.credit(quote.id, None, f"{added}, without a source", confidence=0.0)
    return True


def _quote_meant(sheet: Sheet, deed: Deed, span: Span) -> Quote | None:
    """Return the quote in a place; one that the engine does not find any more is made again."""
    found, kind = sheet.quote_at(span), deed.quote_type
    if found is not None or kind is None:
        return found
    spans = _parts(sheet, deed, span)
    kept = f"kept as a quote, {deed.sign}"
    made = Quote(
        id=quote_id(sheet.digest, spans[0]), type=kind, content_spans=spans, corrected=kept
    )
    sheet.put_quote(made)
    given = sheet.given[made.id]
    sheet.given[made.id] = replace(given, method=READER, reason=kept)
    return made


def _parts(sheet: Sheet, deed: Deed, span: Span, value: Value = Value.PARTS) -> tuple[Span, ...]:
    """Return the parts of a quote in a place, by their words where the place has changed.

    Where these are not there any more the marks tell what of it is quoted, else it is one part.
    """
    written = deed.values.get(value, "")
    parts = parts_read(written, span.start)
    if parts and Span(parts[0].start, parts[-1].end) == span:
        return parts
    exact = deed.correction.target.quote.exact
    if found := parts_found(parts_read(written, 0), exact, sheet.text, span):
        return found
    content = content_of(sheet.text, with_marks(sheet.text, span))
    if content and deed.quote_type is content[1] is QuoteType.DIRECT:
        return content[0]
    return (span,)


def _credited(sheet: Sheet, deed: Deed) -> Source:
    """Return the source to credit; where there is none of its name yet, a new one."""
    name = deed.values.get(Value.NAME, "")
    found = sheet.source_called(name, deed.place(Value.INTO_OFFSET))
    if found is not None:
        return found
    return Source(
        id=SourceId(f"{sheet.digest[:12]}:r-{digest_of(folded(name))[:12]}"),
        name=name,
        kind=deed.source_kind(SourceKind.PERSON),
        corrected=f"added {deed.sign.removeprefix('corrected ')}",
    )


QUOTE_DEEDS: Mapping[Action, Callable[[Sheet, Deed, Span], bool]] = {
    Action.ATTRIBUTE: _attribute,
    Action.UNATTRIBUTE: _unattribute,
    Action.SPLIT: _split,
    Action.NOT_A_QUOTE: _not_a_quote,
    Action.TYPE: _type,
    Action.ENDS: _ends,
    Action.ADD: _add,
}
"""Each does one action in a place and tells whether what it is about was found."""
