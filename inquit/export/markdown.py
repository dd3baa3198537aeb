"""Markdown: the sources of an article with their quotes.

Whatever comes from the article is escaped so that it can only ever be text. Only words that were
quoted stand in a block quote and between quotation marks; a report is a plain paragraph and says
what it is, so that nobody takes the article's words for the speaker's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from inquit.export.row import NOT_ENGLISH, ExportRow, rows_of
from inquit.model.article import Article
from inquit.model.printable import clean_line
from inquit.model.quotation import Analysis, Quote, QuoteType, Source, SourceKind
from inquit.model.quoted_words import format_quote

SEPARATOR = "\n"

# Obsidian hides what stands between %% and marks what stands between ==.
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~^$&@!]|:(?=\S)|%(?=%)|(?<=%)%|=(?==)|(?<==)=)")
_WWW = re.compile(r"(?i)(www)\.")
_REPORTED = {QuoteType.INDIRECT: "not quoted", QuoteType.MIXED: "quoted in part"}
_NUMBERED = re.compile(r"^(\d{1,9})([.)])")


def escaped(text: str) -> str:
    """Return text on one line that CommonMark, GitHub and Obsidian show as it is, anywhere."""
    line = clean_line(text)
    line = _SIGNS.sub(r"\\\1", line)
    line = _WWW.sub(r"\1\\.", line)
    line = _NUMBERED.sub(r"\1\\\2", line)
    return "\\" + line if line[:1] in tuple("-+=:") else line


def quoted(text: str, quote: Quote) -> str:
    """Return a quote's words: a block quote of direct words, a labelled paragraph of others.

    Args:
        text: the article's text.
        quote: a quote of it.
    """
    words = escaped(format_quote(text, quote))
    if quote.type is QuoteType.DIRECT:
        return f"{'>> ' if quote.within else '> '}{words}"
    inside = "Inside it, reported" if quote.within else "Reported"
    return f"*{inside}, {_REPORTED[quote.type]}:* {words}"


def render(article: Article, analysis: Analysis) -> str:
    """Return the article's title, then each source in order of appearance with its quotes."""
    rows = list(rows_of(article, analysis))
    lines = [f"# {escaped(article.display_title)}", "", _summary(article, rows), ""]
    lines += [] if analysis.english else [f"{NOT_ENGLISH}.", ""]
    for source in analysis.sources:
        own = [row for row in rows if row.source is source]
        if own:
            lines += [f"## {_heading(source)}", "", *_entries(own)]
    if unresolved := [row for row in rows if row.source is None]:
        lines += ["## Unattributed", "", *_entries(unresolved)]
    return "\n".join(lines)


def _summary(article: Article, rows: list[ExportRow]) -> str:
    sources = len({row.source.id for row in rows if row.source})
    return f"{escaped(article.origin)} — {len(rows)} quotes, {sources} sources"


def _heading(source: Source) -> str:
    role = f", {escaped(source.role)}" if source.role else ""
    unnamed = " (unnamed)" if source.kind is SourceKind.UNNAMED else ""
    return escaped(source.name) + role + unnamed


def _entries(rows: list[ExportRow]) -> list[str]:
    return [line for row in rows for line in _entry(row)]


def _entry(row: ExportRow) -> Iterator[str]:
    yield from (quoted(row.text, row.quote), "", _credit(row), "")
    for inner in row.nested:
        yield from (quoted(inner.text, inner.quote), "", _credit(inner), "")


def _credit(row: ExportRow) -> str:
    """Return the line under a quote: who and how the article says it, and how sure that is."""
    given, text = row.attribution, row.text
    told = f" to {escaped(given.addressee.of(text))}" if given.addressee else ""
    cue = f" “{escaped(given.cue.span.of(text))}”" if given.cue else ""
    who = escaped(row.mention.of(text)) if row.mention else "no source span"
    sure = f", confidence {given.confidence:.2f}" if row.source else ""
    if row.corrected:
        sure = ", corrected by the reader" + ("" if row.credited_by_reader else sure)
    return f"— {who}{cue}{told}; {row.quote.type.value}{sure}"
