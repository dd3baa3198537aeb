"""What the reader can choose from when setting something right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from inquit.correcting.proposals import Speaker
from inquit.correcting.sheet import is_same_name
from inquit.correcting.worded import wording
from inquit.model.article import Article
from inquit.model.printable import shown_name
from inquit.model.quotation import Quote, QuoteType, Source, SourceId, SourceKind
from inquit.model.quoted_words import printed_beginning
from inquit.model.span import Span
from tui.reader.reading_state import Reading
from widgets.attributed_quotes import AttributedQuote, AttributedQuotes
from widgets.row import ListRow
from widgets.sidebar_rows import UNATTRIBUTED
from widgets.source_colours import SourceColours

UNATTRIBUTED_ROW = ListRow(key="unattributed:", text=UNATTRIBUTED, sign="–")

_WORDS = 120
_NEEDS_QUOTE = "needs a current quote (n)"
_NEEDS_SOURCE = "needs a quote with a source"
_NEEDS_ALIKE = "needs another quote with its source worded so"
_NEEDS_SELECTION = "needs a selection"


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """What the reader may set right in one place.

    Attributes:
        article: the article.
        findings: what is found in it.
        finding: the current quote with who is credited.
        selected: what is selected.
        corrections: how many corrections there are.
        complete: whether all of the article is analysed.
    """

    article: Article
    findings: AttributedQuotes
    finding: AttributedQuote | None
    selected: Span | None
    corrections: int
    complete: bool = True


def here_in(reading: Reading | None, selected: Span | None) -> Here | None:
    """Return what may be set right where one is; None where nothing is open."""
    if reading is None:
        return None
    return Here(
        article=reading.article,
        findings=reading.findings,
        finding=reading.finding,
        selected=selected,
        corrections=len(reading.corrections),
        complete=reading.analysed is None,
    )


def passage_of(here: Here) -> str:
    """Return the words that one is at and who is credited with them."""
    if here.finding is None:
        return "No quote is current."
    source = here.finding.source
    words = printed_beginning(here.article.text, here.finding.quote, _WORDS)
    who = UNATTRIBUTED if source is None else shown_name(source.name)
    return f"{who}: {words}"


def missing_for(here: Here) -> Mapping[str, str]:
    """Return what is missing for what cannot be set right here, by the menu's names."""
    missing: dict[str, str] = {}
    if here.finding is None:
        about_quote = ("source", "every-source", "kind", "not-a-quote", "ends")
        missing |= dict.fromkeys(about_quote, _NEEDS_QUOTE)
    elif len(worded_alike(here)) < 2:
        missing["every-source"] = _NEEDS_ALIKE
    if here.finding is None or here.finding.source is None:
        about = ("merge", "merge-here", "split", "rename", "role", "source-kind")
        missing |= dict.fromkeys(about, _NEEDS_SOURCE if here.finding else _NEEDS_QUOTE)
    if here.selected is None:
        missing |= dict.fromkeys(("add", "ends"), _NEEDS_SELECTION)
    if not here.corrections:
        missing |= dict.fromkeys(("undo", "list"), "needs a correction")
    return missing


def wording_here(here: Here) -> str | None:
    """Return in which words the current quote's source is told, as `worded.wording` does."""
    finding = here.finding
    if finding is None:
        return None
    return wording(here.article.text, finding.attribution, finding.source)


def worded_alike(here: Here) -> list[AttributedQuote]:
    """Return the quotes whose source is told in the same words as the current one's."""
    words = wording_here(here)
    if words is None:
        return []
    told = (
        (each, wording(here.article.text, each.attribution, each.source)) for each in here.findings
    )
    return [each for each, own in told if own is not None and is_same_name(own, words)]


def source_rows(here: Here, colours: SourceColours) -> list[ListRow]:
    """Return a row for each source of the article, its key the source's id."""
    return list(_source_rows(here, colours))


def merge_rows(here: Here, colours: SourceColours, source: Source) -> list[ListRow]:
    """Return a row for each other source, those first whose names are most like that of one."""
    from inquit.correcting.likeness import name_likeness

    names = {each.id: each.name for each, _ in here.findings.sources() if each is not None}
    rows = [row for row in _source_rows(here, colours) if row.key != source.id]
    return sorted(rows, key=lambda row: -name_likeness(names[SourceId(row.key)], source.name))


def first_quote_of(here: Here, source_id: str | None) -> Quote | None:
    """Return the first quote of a source; None where it has none."""
    for source, quote_ids in here.findings.sources():
        if source is not None and source.id == source_id:
            return here.findings[quote_ids[0]].quote
    return None


def value_rows(values: type[SourceKind] | type[QuoteType]) -> list[ListRow]:
    """Return a row for each of the values that something can have."""
    members: Iterable[StrEnum] = list(values)
    return [ListRow(key=member.value, text=member.value) for member in members]


def speaker_of(here: Here, source_id: str | None) -> Speaker | None:
    """Return a source with where it first speaks; None where it does not."""
    for source, quote_ids in here.findings.sources():
        if source is not None and source.id == source_id:
            return Speaker(source=source, first=here.findings[quote_ids[0]].start)
    return None


def _source_rows(here: Here, colours: SourceColours) -> Iterator[ListRow]:
    for source, quote_ids in here.findings.sources():
        if source is None:
            continue
        unnamed = source.kind is SourceKind.UNNAMED
        known = [source.name, source.role]
        yield ListRow(
            key=source.id,
            text=", ".join(part for part in known if part),
            sign="·" if unnamed else "•",
            tail=f"unnamed {len(quote_ids)}" if unnamed else f"{len(quote_ids)}",
            style=colours.name(here.findings.index(source), unnamed=unnamed),
        )
