"""Plain text for a terminal or a mail: the quotes of an article in reading order."""

from __future__ import annotations

from inquit.export.export_row import NOT_ENGLISH, ExportRow, describe_kind, rows_of
from inquit.model.article import Article
from inquit.model.printable import clean_line
from inquit.model.quotation import Analysis, SourceKind

SEPARATOR = "\n"


def render(article: Article, analysis: Analysis) -> str:
    """Return the title, then for each quote its source and, indented, its words."""
    rows = list(rows_of(article, analysis))
    lines = [
        clean_line(article.display_title),
        "=" * min(72, len(clean_line(article.display_title))),
        "",
    ]
    if not analysis.english:
        lines += [f"{NOT_ENGLISH}.", ""]
    for row in rows:
        lines += [_credit(row), f"    {clean_line(row.formatted)}"]
        for inner in row.nested:
            lines += [f"    › {_credit(inner)}", f"        {clean_line(inner.formatted)}"]
        lines.append("")
    return "\n".join(lines if rows else [*lines, "No quotes found.", ""])


def _credit(row: ExportRow) -> str:
    """Return the line above a quote."""
    given, text = row.attribution, row.text
    parts = [_speaker(row)]
    if given.cue:
        parts.append(clean_line(given.cue.span.of(text)))
    if given.addressee:
        parts.append(f"to {clean_line(given.addressee.of(text))}")
    parts.append(row.quote.type.value)
    parts += describe_kind(row.quote)
    if row.corrected:
        parts.append("corrected by the reader")
    if row.source and not row.credited_by_reader:
        parts.append(f"{given.confidence:.0%} sure")
    return " · ".join(parts)


def _speaker(row: ExportRow) -> str:
    """Return the source with its role, or the mention where the source is unresolved."""
    if row.source is None:
        said = f" ({clean_line(row.mention.of(row.text))})" if row.mention else ""
        return f"Unattributed{said}"
    if row.source.kind is SourceKind.UNNAMED:
        return f"{clean_line(row.source.name)} (unnamed)"
    role = f" ({clean_line(row.source.role)})" if row.source.role else ""
    return clean_line(row.source.name) + role
