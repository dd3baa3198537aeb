"""What the actions on a source do, wherever in the article it speaks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from inquit.correcting.deed import Deed, also
from inquit.correcting.sheet import Sheet, is_same_name, share_a_word
from inquit.correcting.wording import named
from inquit.model.correction import Action, Value
from inquit.model.quotation import Source
from inquit.model.span import Span


def _merge(sheet: Sheet, deed: Deed) -> bool:
    into = sheet.source_called(deed.values.get(Value.INTO, ""), deed.place(Value.INTO_OFFSET))
    source = _source_meant(sheet, deed, but=into)
    if source is None or into is None:
        return False
    if source.id != into.id:
        words = also(into.corrected, f"{named(source.name)} merged into it, {deed.sign}")
        role = into.role or source.role
        sheet.merge(source, replace(into, role=role, corrected=words))
    return True


def _rename(sheet: Sheet, deed: Deed) -> bool:
    source, name = _source_meant(sheet, deed), deed.values.get(Value.NAME, "").strip()
    if source is None or not name:
        return False
    words = also(source.corrected, f"name {deed.sign}, was {named(source.name)}")
    sheet.sources[source.id] = replace(source, name=name, corrected=words)
    return True


def _role(sheet: Sheet, deed: Deed) -> bool:
    source, role = _source_meant(sheet, deed), deed.values.get(Value.ROLE, "").strip()
    if source is None:
        return False
    was = f", was {named(source.role)}" if source.role else ""
    words = also(source.corrected, f"role {deed.sign}{was}")
    sheet.sources[source.id] = replace(source, role=role or None, corrected=words)
    return True


def _source_kind(sheet: Sheet, deed: Deed) -> bool:
    source = _source_meant(sheet, deed)
    if source is None:
        return False
    words = also(source.corrected, f"kind {deed.sign}, was {source.kind.value}")
    kind = deed.source_kind(source.kind)
    sheet.sources[source.id] = replace(source, kind=kind, corrected=words)
    return True


def place_of_source(sheet: Sheet, deed: Deed) -> Span | None:
    """Return where the source that a correction names speaks first, or None where it does not."""
    source = sheet.source_called(deed.values.get(Value.SOURCE, ""), None)
    quotes = (quote for quote in sheet.quotes.values() if sheet.source_of(quote) == source)
    return min((quote.span for quote in quotes), default=None) if source is not None else None


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


SOURCE_DEEDS: Mapping[Action, Callable[[Sheet, Deed], bool]] = {
    Action.MERGE: _merge,
    Action.RENAME: _rename,
    Action.ROLE: _role,
    Action.SOURCE_KIND: _source_kind,
}
"""Each does one action and tells whether the source that it is about was found."""
