"""The words in which quotes, speakers and paragraphs are announced."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from inquit.export.export_row import ExportRow, describe_kind
from inquit.export.numbering import NumberedQuote
from inquit.model.confidence_words import describe_confidence
from inquit.model.printable import clean_line
from inquit.model.quotation import SourceKind
from inquit.model.structure import Block, BlockKind

# An article's own brackets must not pass for an announcement.
_LIKE_ANNOUNCEMENT = re.compile(r"\[(?=\s*(?:end of )?quote\b)", re.IGNORECASE)


def clean_for_speech(text: str) -> str:
    """Return an article's words on one line, with nothing that sounds like an announcement."""
    return _LIKE_ANNOUNCEMENT.sub("[article: ", clean_line(text))


def describe_quote(quote: NumberedQuote) -> str:
    """Return a quote's number, its source and type, and how sure the source is."""
    row, given = quote.row, quote.row.attribution
    inside = f", inside quote {quote.within}" if quote.within else ""
    addressee = f", to {clean_for_speech(given.addressee.of(row.text))}" if given.addressee else ""
    how = [row.quote.type.value, *describe_kind(row.quote)]
    if row.source and not row.credited_by_reader:
        how.append(describe_confidence(given.confidence))
    if row.corrected:
        how.append("corrected by the reader")
    return f"{quote.number}{inside}: {_describe_speaker(row)}{addressee}; {', '.join(how)}"


def describe_speakers(quotes: Iterable[NumberedQuote]) -> Iterator[str]:
    """Yield the number of speakers, then a line for each with the numbers of their quotes."""
    by_speaker: dict[str, list[NumberedQuote]] = {}
    for quote in quotes:
        by_speaker.setdefault(quote.row.source.id if quote.row.source else "", []).append(quote)
    unattributed = by_speaker.pop("", [])
    count = sum(map(len, by_speaker.values())) + len(unattributed)
    if not count:
        yield "No quotes found."
        return
    yield f"{_count_noun(len(by_speaker), 'speaker')}, {_count_noun(count, 'quote')}."
    for own in by_speaker.values():
        yield f"{_describe_speaker(own[0].row)}: {_list_numbers(own)}."
    if unattributed:
        yield f"Unattributed: {_list_numbers(unattributed)}."


def announce_block(block: Block | None) -> str:
    """Return what announces a heading, a list item and the like; empty for a plain paragraph."""
    if block is None or block.kind is BlockKind.PARAGRAPH:
        return ""
    level = f" of level {block.level}" if block.level > 1 else ""
    return f"[{block.kind.value.capitalize()}{level}] "


def _describe_speaker(row: ExportRow) -> str:
    """Return the source with its role, or say that there is none."""
    if row.source is None:
        said = (
            f", the text says “{clean_for_speech(row.mention.of(row.text))}”" if row.mention else ""
        )
        return f"unattributed{said}"
    name = clean_for_speech(row.source.name)
    if row.source.kind is SourceKind.UNNAMED:
        return f"{name}, not named"
    return f"{name}, {clean_for_speech(row.source.role)}" if row.source.role else name


def _list_numbers(quotes: Iterable[NumberedQuote]) -> str:
    """Return how many quotes there are and which, as in "2 quotes, 3 and 7"."""
    numbers = [str(quote.number) for quote in quotes]
    *first, last = numbers
    which = f"{', '.join(first)} and {last}" if first else last
    return f"{_count_noun(len(numbers), 'quote')}, {which}"


def _count_noun(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"
