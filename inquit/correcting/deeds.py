"""What each action does to the analysis; later wins, as they are done in the order of time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from inquit.correcting.places import SAME_ENDS, parts_read
from inquit.correcting.sheet import Sheet, is_same_name, share_a_word
from inquit.correcting.wording import dated, named
from inquit.model.annotation import Correction
from inquit.model.article import digest_of
from inquit.model.correction import Action, Value
from inquit.model.quotation import (
    READER,
    Quote,
    QuoteType,
    Source,
    SourceId,
    SourceKind,
    quote_id,
)
from inquit.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A correction that is about to be done.

    Attributes:
        correction: the correction.
        span: where it is about, None where its passage is not found.
        values: what it carries.
        by: who made it, for the reason.
    """

    correction: Correction
    span: Span | None
    values: Mapping[str, str]
    by: str

    @property
    def sign(self) -> str:
        """Who corrected it when."""
        return dated(self.correction, self.by)

    def place(self, value: Value) -> int | None:
        """Return where a source first spoke, or None where that is not known."""
        offset = self.values.get(value, "")
        known = self.span is not None and offset.removeprefix("-").isdecimal()
        return self.span.start + int(offset) if known and self.span is not None else None


Do = Callable[[Sheet, Deed, Span], bool]
"""Does an action in a place; tells whether what it is about was found."""


def do(sheet: Sheet, action: Action, deed: Deed) -> bool:
    """Do an action; tell whether what it is about was found."""
    if (about_source := _ABOUT_SOURCES.get(action)) is not None:
        return about_source(sheet, deed)
    return (
        deed.span is not None and len(deed.span) > 0 and _IN_PLACE[action](sheet, deed, deed.span)
    )


def _attribute(sheet: Sheet, deed: Deed, span: Span) -> bool:
    quote = _quote_meant(sheet, deed, span)
    if quote is None:
        return False
    source, before = _credited(sheet, deed), sheet.source_of(quote)
    not_by = f", not by {named(before.name)}" if before and before.id != source.id else ""
    sheet.credit(quote.id, source, f"{deed.sign}: said by {named(source.name)}{not_by}")
    return True


def _unattribute(sheet: Sheet, deed: Deed, span: Span) -> bool:
    quote = _quote_meant(sheet, deed, span)
    if quote is None:
        return False
    before = sheet.source_of(quote)
    not_by = f": not said by {named(before.name)}" if before else ""
    sheet.credit(quote.id, None, deed.sign + not_by)
    return True


def _split(sheet: Sheet, deed: Deed, span: Span) -> bool:
    quote = _quote_meant(sheet, deed, span)
    if quote is None:
        return False
    before = sheet.source_of(quote)
    name = deed.values.get(Value.NAME, "") or quote.span.of(sheet.text)
    new = Source(
        id=SourceId(f"{sheet.digest[:12]}:r{quote.span.start}-{quote.span.end}"),
        name=name,
        kind=_kind(deed, before.kind if before else SourceKind.PERSON),
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
    quote, kind = _quote_meant(sheet, deed, span), _quote_type(deed)
    if quote is None or kind is None:
        return False
    words = _with(quote.corrected, f"kind {deed.sign}: {kind.value}")
    sheet.put_quote(replace(quote, type=kind, corrected=words))
    return True


def _ends(sheet: Sheet, deed: Deed, span: Span) -> bool:
    before = parts_read(deed.values.get(Value.PARTS, ""), span.start)
    quote = sheet.quote_at(Span(before[0].start, before[-1].end)) if before else None
    quote = quote or _quote_meant(sheet, deed, span)
    if quote is None:
        return False
    others = [part for part in quote.content_spans if not part.overlaps(span)]
    words = _with(quote.corrected, f"ends {deed.sign}")
    spans = tuple(sorted([*others, span]))
    sheet.put_quote(replace(quote, content_spans=spans, corrected=words))
    return True


def _add(sheet: Sheet, deed: Deed, span: Span) -> bool:
    kind = _quote_type(deed)
    if kind is None:
        return False
    found, added = sheet.quote_at(span, SAME_ENDS), dated(deed.correction, deed.by, "added")
    quote = found or Quote(id=quote_id(sheet.digest, span), type=kind, content_spans=(span,))
    sheet.put_quote(replace(quote, type=kind, content_spans=(span,), corrected=added))
    if deed.values.get(Value.NAME):
        source = _credited(sheet, deed)
        sheet.credit(quote.id, source, f"{added}: said by {named(source.name)}")
    elif found is None:
        sheet.credit(quote.id, None, f"{added}, without a source", confidence=0.0)
    return True


def _merge(sheet: Sheet, deed: Deed) -> bool:
    into = sheet.source_called(deed.values.get(Value.INTO, ""), deed.place(Value.INTO_OFFSET))
    source = _source_meant(sheet, deed, but=into)
    if source is None or into is None:
        return False
    if source.id != into.id:
        words = _with(into.corrected, f"{named(source.name)} merged into it, {deed.sign}")
        role = into.role or source.role
        sheet.merge(source, replace(into, role=role, corrected=words))
    return True


def _rename(sheet: Sheet, deed: Deed) -> bool:
    source, name = _source_meant(sheet, deed), deed.values.get(Value.NAME, "").strip()
    if source is None or not name:
        return False
    words = _with(source.corrected, f"name {deed.sign}, was {named(source.name)}")
    sheet.sources[source.id] = replace(source, name=name, corrected=words)
    return True


def _role(sheet: Sheet, deed: Deed) -> bool:
    source, role = _source_meant(sheet, deed), deed.values.get(Value.ROLE, "").strip()
    if source is None:
        return False
    was = f", was {named(source.role)}" if source.role else ""
    words = _with(source.corrected, f"role {deed.sign}{was}")
    sheet.sources[source.id] = replace(source, role=role or None, corrected=words)
    return True


def _source_kind(sheet: Sheet, deed: Deed) -> bool:
    source = _source_meant(sheet, deed)
    if source is None:
        return False
    words = _with(source.corrected, f"kind {deed.sign}, was {source.kind.value}")
    kind = _kind(deed, source.kind)
    sheet.sources[source.id] = replace(source, kind=kind, corrected=words)
    return True


def _quote_meant(sheet: Sheet, deed: Deed, span: Span) -> Quote | None:
    """Return the quote in a place; one that the engine does not find any more is made again."""
    found, kind = sheet.quote_at(span), _quote_type(deed)
    if found is not None or kind is None:
        return found
    parts = parts_read(deed.values.get(Value.PARTS, ""), span.start)
    whole = bool(parts) and Span(parts[0].start, parts[-1].end) == span
    spans = parts if whole else (span,)
    kept = f"kept as a quote, {deed.sign}"
    made = Quote(
        id=quote_id(sheet.digest, spans[0]), type=kind, content_spans=spans, corrected=kept
    )
    sheet.put_quote(made)
    given = sheet.given[made.id]
    sheet.given[made.id] = replace(given, method=READER, reason=kept)
    return made


def _source_meant(sheet: Sheet, deed: Deed, but: Source | None = None) -> Source | None:
    """Return the source that a correction names: the one in its place, or of that name.

    Args:
        sheet: what there is.
        deed: what is to be done.
        but: the source that is meant as well where it speaks in that place by now.
    """
    name = deed.values.get(Value.SOURCE, "")
    quote = sheet.quote_at(deed.span) if deed.span is not None else None
    here = sheet.source_of(quote)
    if here is not None and is_same_name(here.name, name):
        return here
    called = sheet.source_called(name, deed.place(Value.SOURCE_OFFSET))
    if called is not None:
        return called
    if here is not None and (here is but or share_a_word(here.name, name)):
        return here
    return None


def _credited(sheet: Sheet, deed: Deed) -> Source:
    """Return the source to credit; where there is none of its name yet, a new one."""
    name = deed.values.get(Value.NAME, "")
    found = sheet.source_called(name, deed.place(Value.INTO_OFFSET))
    if found is not None:
        return found
    folded = " ".join(name.casefold().split())
    return Source(
        id=SourceId(f"{sheet.digest[:12]}:r-{digest_of(folded)[:12]}"),
        name=name,
        kind=_kind(deed, SourceKind.PERSON),
        corrected=f"added {deed.sign.removeprefix('corrected ')}",
    )


def _quote_type(deed: Deed) -> QuoteType | None:
    value = deed.values.get(Value.TYPE)
    return QuoteType(value) if value in set(QuoteType) else None


def _kind(deed: Deed, otherwise: SourceKind) -> SourceKind:
    value = deed.values.get(Value.KIND)
    return SourceKind(value) if value in set(SourceKind) else otherwise


def _with(before: str | None, words: str) -> str:
    return f"{before}; {words}" if before else words


_IN_PLACE: Mapping[Action, Do] = {
    Action.ATTRIBUTE: _attribute,
    Action.UNATTRIBUTE: _unattribute,
    Action.SPLIT: _split,
    Action.NOT_A_QUOTE: _not_a_quote,
    Action.TYPE: _type,
    Action.ENDS: _ends,
    Action.ADD: _add,
}
_ABOUT_SOURCES: Mapping[Action, Callable[[Sheet, Deed], bool]] = {
    Action.MERGE: _merge,
    Action.RENAME: _rename,
    Action.ROLE: _role,
    Action.SOURCE_KIND: _source_kind,
}
