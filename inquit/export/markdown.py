"""Markdown: the sources of an article with their quotes.

Whatever comes from the article is escaped, so that none of it acts as markup. Only direct quotes
are block quotes with quotation marks. Reported speech is a plain paragraph that says what it is, so
that nobody takes the article's words for the speaker's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from inquit.export.export_row import NOT_ENGLISH, ExportRow, describe_kind, rows_of
from inquit.model.article import Article
from inquit.model.printable import clean_line
from inquit.model.quotation import Analysis, Quote, QuoteType, Source, SourceKind
from inquit.model.quoted_words import format_quote

SEPARATOR = "\n"

# Obsidian hides text between %% and highlights text between ==.
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~^$&@!]|:(?=\S)|%(?=%)|(?<=%)%|=(?==)|(?<==)=)")
_WWW = re.compile(r"(?i)(www)\.")
_REPORTED = {QuoteType.INDIRECT: "not quoted", QuoteType.MIXED: "quoted in part"}
_NUMBERED = re.compile(r"^(\d{1,9})([.)])")


def escape_markdown(text: str) -> str:
    """Return text on one line, escaped so that CommonMark, GitHub and Obsidian show it as it is."""
    line = clean_line(text)
    line = _SIGNS.sub(r"\\\1", line)
    line = _WWW.sub(r"\1\\.", line)
    line = _NUMBERED.sub(r"\1\\\2", line)
    return "\\" + line if line[:1] in tuple("-+=:") else line


def format_markdown_quote(text: str, quote: Quote) -> str:
    """Return a quote as a block quote if it is direct, else as a labelled paragraph.

    Args:
        text: the article's text.
        quote: a quote of it.
    """
    words = escape_markdown(format_quote(text, quote))
    if quote.type is QuoteType.DIRECT:
        return f"{'>> ' if quote.within else '> '}{words}"
    inside = "Inside it, reported" if quote.within else "Reported"
    return f"*{inside}, {_REPORTED[quote.type]}:* {words}"


def render(article: Article, analysis: Analysis) -> str:
    """Return the article's title, then each source in order of appearance with its quotes."""
    rows = list(rows_of(article, analysis))
    lines = [f"# {escape_markdown(article.display_title)}", "", _summary(article, rows), ""]
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
    return f"{escape_markdown(article.origin)} — {len(rows)} quotes, {sources} sources"


def _heading(source: Source) -> str:
    role = f", {escape_markdown(source.role)}" if source.role else ""
    unnamed = " (unnamed)" if source.kind is SourceKind.UNNAMED else ""
    return escape_markdown(source.name) + role + unnamed


def _entries(rows: list[ExportRow]) -> list[str]:
    return [line for row in rows for line in _entry(row)]


def _entry(row: ExportRow) -> Iterator[str]:
    yield from (format_markdown_quote(row.text, row.quote), "", _credit(row), "")
    for inner in row.nested:
        yield from (format_markdown_quote(inner.text, inner.quote), "", _credit(inner), "")


def _credit(row: ExportRow) -> str:
    """Return the line under a quote: the source's words, the cue, the type and the confidence."""
    given, text = row.attribution, row.text
    addressee = f" to {escape_markdown(given.addressee.of(text))}" if given.addressee else ""
    cue = f" “{escape_markdown(given.cue.span.of(text))}”" if given.cue else ""
    who = escape_markdown(row.mention.of(text)) if row.mention else "no source span"
    sure = f", confidence {given.confidence:.2f}" if row.source else ""
    if row.corrected:
        sure = ", corrected by the reader" + ("" if row.credited_by_reader else sure)
    kind = ", ".join((row.quote.type.value, *describe_kind(row.quote)))
    return f"— {who}{cue}{addressee}; {kind}{sure}"
