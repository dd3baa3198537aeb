"""An article with its attributions as one JSON value.

The shape is that of annotated corpora: `quotes` with `spans`, `kind`, `speaker`, `cue`; offsets
are half-open and count Unicode code points of `text`. A quote's `pieces` are the words of each of
its spans; its own `text` is for reading, with an ellipsis where they are not adjacent. Quotes
inside of a quote have a list of their own, `nested_quotes`, so that nobody counts words twice.
"""

from __future__ import annotations

import json
from typing import Any

from inquit.export.export_row import ExportRow, rows_of
from inquit.model.article import Article
from inquit.model.printable import replace_hidden
from inquit.model.quotation import Analysis, Source, SourceKind
from inquit.model.quoted_words import pieces_of
from inquit.model.span import Span

Json = dict[str, Any]


def document_of(article: Article, analysis: Analysis) -> Json:
    """Return an article and what was found in it as JSON values."""
    rows = list(rows_of(article, analysis))
    counts: dict[str, int] = {}
    for row in rows:
        if row.source is not None:
            counts[row.source.id] = counts.get(row.source.id, 0) + 1
    return {
        "id": article.id,
        "title": article.title,
        "model": analysis.model_name,
        "engine": analysis.engine_version,
        "english": analysis.english,
        "text": article.text,
        "quotes": [_quote(row) for row in rows],
        "nested_quotes": [_quote(inner) for row in rows for inner in row.nested],
        "sources": [_source(source, counts) for source in analysis.sources],
    }


def dump_json(document: Json, indent: int | None = None) -> str:
    """Return a document as JSON text, with control and invisible characters escaped.

    Args:
        document: a value of `document_of`.
        indent: spaces a level, or None for one line.
    """
    return replace_hidden(json.dumps(document, ensure_ascii=False, indent=indent), _escape)


def _escape(letter: str) -> str:
    """Return a character as escaped UTF-16 code units (RFC 8259, section 7)."""
    if letter == "\n":
        return letter  # never inside a string, where `json` has escaped it
    units = letter.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _quote(row: ExportRow) -> Json:
    given = row.attribution
    return {
        "id": row.quote.id,
        "spans": [_span(span) for span in row.quote.content_spans],
        "kind": row.quote.type.value,
        "text": row.content,
        "pieces": list(pieces_of(row.text, row.quote)),
        "within": row.quote.within,
        "speaker": _speaker(row),
        "cue": given.cue and {**_passage(row.text, given.cue.span), "lemma": given.cue.lemma},
        "addressee": given.addressee and _passage(row.text, given.addressee),
        "confidence": None if row.confidence is None else round(row.confidence, 3),
        "confidences": given.confidences
        and {
            "quote": round(given.confidences.quote, 3),
            "ends": round(given.confidences.ends, 3),
            "source": round(given.confidences.source, 3),
        },
        "negated": row.quote.negated,
        "topic": row.quote.topic,
        "method": given.method,
        "reason": given.reason,
        "corrected": row.corrected,
    }


def _speaker(row: ExportRow) -> Json | None:
    """Return the speaker; None where there is neither a mention nor a source."""
    if row.mention is None and row.source is None:
        return None
    return {
        "text": row.mention.of(row.text) if row.mention else None,
        "span": _span(row.mention) if row.mention else None,
        "source": row.source.id if row.source else None,
        "canonical": row.source.name if row.source else None,
        "named": row.named,
        "kind": row.source.kind.value if row.source else None,
        "role": row.source.role if row.source else None,
    }


def _source(source: Source, counts: dict[str, int]) -> Json:
    return {
        "id": source.id,
        "canonical": source.name,
        "named": source.kind is not SourceKind.UNNAMED,
        "kind": source.kind.value,
        "role": source.role,
        "quotes": counts.get(source.id, 0),
        "corrected": source.corrected,
    }


def _passage(text: str, span: Span) -> Json:
    return {"text": span.of(text), "span": _span(span)}


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
