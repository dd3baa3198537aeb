"""CSV as in RFC 4180 but with line feeds: one row a quote, safe to open in a spreadsheet.

A cell that begins like a formula gets an apostrophe in front, as OWASP's "CSV Injection" advises,
so that no spreadsheet computes what an article says. Text after a semicolon gets one too: where the
comma is the decimal sign, spreadsheets begin a new cell there.
"""

from __future__ import annotations

import csv
import io
import re

from inquit.export.export_row import ExportRow, rows_of
from inquit.model.article import Article
from inquit.model.printable import clean_line
from inquit.model.quotation import Analysis
from inquit.model.span import Span

_COLUMNS = (
    "article",
    "title",
    "start",
    "end",
    "kind",
    "quote",
    "source",
    "source_kind",
    "named",
    "role",
    "mention",
    "cue",
    "addressee",
    "confidence",
    "method",
    "reason",
    "corrected",
    "negated",
    "topic",
)
_FORMULA = re.compile("(^|;[\\s\"']*)(?=[-=+@＝＋－＠])")

HEAD = ",".join(_COLUMNS) + "\n"


def render(article: Article, analysis: Analysis) -> str:
    """Return a row for each quote; start and end are code points of the article's text."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    for row in rows_of(article, analysis):
        writer.writerow(escape_cell(cell) for cell in _cells(article, row))
    return written.getvalue()


def _cells(article: Article, row: ExportRow) -> tuple[str | int | None, ...]:
    given, source = row.attribution, row.source
    return (
        article.id,
        article.title,
        row.quote.content_spans[0].start,
        row.quote.content_spans[-1].end,
        row.quote.type.value,
        row.content,
        source.name if source else None,
        source.kind.value if source else None,
        ("yes" if row.named else "no") if source else None,
        source.role if source else None,
        _words_at(row.mention, row.text),
        _words_at(given.cue.span if given.cue else None, row.text),
        _words_at(given.addressee, row.text),
        "" if row.confidence is None else f"{row.confidence:.3f}",
        given.method,
        given.reason,
        row.corrected,
        "yes" if row.quote.negated else "no",
        "yes" if row.quote.topic else "no",
    )


def _words_at(span: Span | None, text: str) -> str | None:
    return span.of(text) if span else None


def escape_cell(cell: str | int | None) -> str | int | None:
    """Return a cell on one line, with nothing in it that a terminal or spreadsheet would obey."""
    if not isinstance(cell, str):
        return cell
    return _FORMULA.sub(r"\1'", clean_line(cell))
