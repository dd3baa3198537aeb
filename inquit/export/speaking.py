"""The words in which quotes, speakers and paragraphs are announced."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from inquit.export.numbering import Numbered
from inquit.export.row import ExportRow
from inquit.model.confidence_words import describe_confidence
from inquit.model.printable import clean_line
from inquit.model.quotation import SourceKind
from inquit.model.structure import Block, BlockKind

# What an article itself has in brackets must not pass for an announcement.
_ALIKE = re.compile(r"\[(?=\s*(?:end of )?quote\b)", re.IGNORECASE)


def heard(text: str) -> str:
    """Return an article's words on one line, with nothing in them that could be ours."""
    return _ALIKE.sub("[article: ", clean_line(text))


def told_of(quote: Numbered) -> str:
    """Return a quote's number, who is credited, how it is quoted and how sure that is."""
    row, given = quote.row, quote.row.attribution
    inside = f", inside quote {quote.within}" if quote.within else ""
    told = f", to {heard(given.addressee.of(row.text))}" if given.addressee else ""
    how = [row.quote.type.value]
    if row.source and not row.credited_by_reader:
        how.append(describe_confidence(given.confidence))
    if row.corrected:
        how.append("corrected by the reader")
    return f"{quote.number}{inside}: {_speaker(row)}{told}; {', '.join(how)}"


def speakers(quotes: Iterable[Numbered]) -> Iterator[str]:
    """Yield how many speak, then a line for each speaker with the numbers of the quotes."""
    by_speaker: dict[str, list[Numbered]] = {}
    for quote in quotes:
        by_speaker.setdefault(quote.row.source.id if quote.row.source else "", []).append(quote)
    unattributed = by_speaker.pop("", [])
    count = sum(map(len, by_speaker.values())) + len(unattributed)
    if not count:
        yield "No quotes found."
        return
    yield f"{_counted(len(by_speaker), 'speaker')}, {_counted(count, 'quote')}."
    for own in by_speaker.values():
        yield f"{_speaker(own[0].row)}: {_numbers(own)}."
    if unattributed:
        yield f"Unattributed: {_numbers(unattributed)}."


def kind_of_block(block: Block | None) -> str:
    """Return what is said before a paragraph that is more than that, with a space after it."""
    if block is None or block.kind is BlockKind.PARAGRAPH:
        return ""
    level = f" of level {block.level}" if block.level > 1 else ""
    return f"[{block.kind.value.capitalize()}{level}] "


def _speaker(row: ExportRow) -> str:
    """Return the source with its role, or that there is none."""
    if row.source is None:
        said = f", the text says “{heard(row.mention.of(row.text))}”" if row.mention else ""
        return f"unattributed{said}"
    name = heard(row.source.name)
    if row.source.kind is SourceKind.UNNAMED:
        return f"{name}, not named"
    return f"{name}, {heard(row.source.role)}" if row.source.role else name


def _numbers(quotes: Iterable[Numbered]) -> str:
    """Return how many quotes there are and which: "2 quotes, 3 and 7"."""
    numbers = [str(quote.number) for quote in quotes]
    *first, last = numbers
    which = f"{', '.join(first)} and {last}" if first else last
    return f"{_counted(len(numbers), 'quote')}, {which}"


def _counted(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"
