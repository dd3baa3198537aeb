"""Search results as text, JSON, JSON Lines and CSV, for scripts and pipes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import Any

from inquit.export.csv_table import escape_cell
from inquit.library.index.results import ArticleHits, Hit, SearchResults
from inquit.model.printable import printable
from inquit.service.library.marks import put_in_marks

_COLUMNS = (
    "article", "title", "site", "day", "outdated", "start", "end", "kind", "quote", "source",
    "source_kind", "role", "confidence", "corrected", "negated", "passage",
)  # fmt: skip


def render_text(results: SearchResults) -> str:
    """Return articles with their places indented below, and an empty line between two."""
    return "\n\n".join("\n".join(_lines(each)) for each in results.articles)


def render_json(results: SearchResults) -> str:
    """Return a JSON array of articles, in ASCII."""
    return json.dumps([_article_fields(each) for each in results.articles], indent=2)


def render_jsonl(results: SearchResults) -> str:
    """Return an article a line, in ASCII."""
    return "\n".join(json.dumps(_article_fields(each)) for each in results.articles)


def render_csv(results: SearchResults) -> str:
    """Return a row for each place, safe to open in a spreadsheet."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for article in results.articles:
        for hit in article.hits:
            writer.writerow(escape_cell(cell) for cell in _cells(article, hit))
    return written.getvalue().rstrip("\n")


RENDERERS: dict[str, Callable[[SearchResults], str]] = {
    "text": render_text,
    "json": render_json,
    "jsonl": render_jsonl,
    "csv": render_csv,
}
"""What renders search results, by the name of the format."""


def _lines(found: ArticleHits) -> Iterator[str]:
    article = found.article
    place = article.article_id if article.article_id != article.title else ""
    known = (article.site, article.day or "", place)
    told = " · ".join(filter(None, known))
    yield printable(f"{article.title}  ({told})" if told else article.title)
    for hit in found.hits:
        yield f"  {describe_hit(hit)}"
    if found.more:
        yield f"  and {found.more} more"
    if found.is_outdated:
        yield "  (found by an earlier engine)"


def describe_hit(hit: Hit) -> str:
    """Return a place in one line: who says what, or what stands there."""
    quote, words = hit.quote, hit.snippet.text
    if quote is None:
        return printable(words)
    said = put_in_marks(words, quote.kind)
    role = f" ({quote.role})" if quote.role else ""
    mark = (" ✓" if quote.corrected else "") + (" (denied)" if quote.denied else "")
    return printable(f"{quote.speaker or 'unattributed'}{role}{mark}: {said}")


def _article_fields(found: ArticleHits) -> dict[str, Any]:
    article = found.article
    return {
        "article": article.article_id,
        "title": article.title,
        "site": article.site,
        "day": article.day,
        "outdated": found.is_outdated,
        "more": found.more,
        "hits": [_hit_fields(hit) for hit in found.hits],
    }


def _hit_fields(hit: Hit) -> dict[str, Any]:
    quote = hit.quote
    shown = {
        "passage": hit.snippet.text,
        "marks": [[mark.start, mark.end] for mark in hit.snippet.marks],
    }
    if quote is None:
        return {"start": hit.offset, "quote": None, **shown}
    return {
        "start": quote.start,
        "end": quote.end,
        "kind": quote.kind,
        "quote": quote.words,
        "source": quote.speaker or None,
        "source_kind": quote.source_kind or None,
        "role": quote.role or None,
        "confidence": quote.confidence if quote.speaker else None,
        "corrected": quote.corrected,
        "negated": quote.denied,
        **shown,
    }


def _cells(found: ArticleHits, hit: Hit) -> tuple[str | int | None, ...]:
    article, fields = found.article, _hit_fields(hit)
    sure = fields.get("confidence")
    return (
        article.article_id,
        article.title,
        article.site,
        article.day,
        "yes" if found.is_outdated else "no",
        hit.offset,
        fields.get("end"),
        fields.get("kind"),
        fields["quote"],
        fields.get("source"),
        fields.get("source_kind"),
        fields.get("role"),
        None if sure is None else f"{sure:.3f}",
        "yes" if fields.get("corrected") else "no",
        "yes" if fields.get("negated") else "no",
        fields["passage"],
    )
