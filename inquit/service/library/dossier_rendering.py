"""Dossiers as text, Markdown, JSON and CSV, for reading, scripts and export."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from inquit.export.csv_table import escape_cell
from inquit.export.markdown import escape_markdown
from inquit.library.dossier.values import Dossier, Echo, RolePeriod, Statement
from inquit.library.index.entries import IndexedQuote
from inquit.model.annotation import Note
from inquit.model.printable import clean_line, printable
from inquit.service.library.marks import put_in_marks

_BARS = " ▁▂▃▄▅▆▇█"
_MOST_BARS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierPage:
    """A dossier with what is shown beside it.

    Attributes:
        dossier: the dossier.
        notes: the reader's notes.
        echoes: who else uses the same words, where that was asked for.
        with_unnamed: whether the unnamed sources in the same articles are shown.
    """

    dossier: Dossier
    notes: tuple[Note, ...] = ()
    echoes: tuple[Echo, ...] = ()
    with_unnamed: bool = False


def describe_count(dossier: Dossier) -> str:
    """Return how much a dossier has, in a few words."""
    quotes, articles = len(dossier.statements), dossier.articles
    return (
        f"{quotes:,} {'quote' if quotes == 1 else 'quotes'} in "
        f"{articles:,} {'article' if articles == 1 else 'articles'}"
    )


def describe_role(period: RolePeriod) -> str:
    """Return a role with its time, on one line."""
    days = " – ".join(dict.fromkeys(filter(None, (period.first, period.last))))
    count = f"{period.articles} {'article' if period.articles == 1 else 'articles'}"
    return clean_line(f"{period.role} ({', '.join(filter(None, (days, count)))})")


def draw_timeline(dossier: Dossier) -> str:
    """Return the months of a dossier as bars, as high as there are statements; empty for none."""
    months = dossier.months
    if not months:
        return ""
    each = -(-len(months) // _MOST_BARS)
    counts = [
        sum(count for _, count in months[at : at + each]) for at in range(0, len(months), each)
    ]
    highest = max(counts)
    bars = "".join(_BARS[-(-count * 8 // highest)] for count in counts)
    return f"{months[0][0]} {bars} {months[-1][0]}"


def describe_statement(quote: IndexedQuote) -> str:
    """Return the words of a statement on one line, in marks where they are quoted."""
    words = clean_line(quote.words)
    said = put_in_marks(words, quote.kind)
    return f"{'denied: ' if quote.denied else ''}{said}{' ✓' if quote.corrected else ''}"


def render_text(page: DossierPage) -> str:
    """Return a dossier for reading in a terminal."""
    return "\n".join(map(printable, _text_lines(page)))


def _text_lines(page: DossierPage) -> Iterator[str]:
    dossier = page.dossier
    yield f"{dossier.name}: {describe_count(dossier)}"
    for period in dossier.roles:
        yield f"  {describe_role(period)}"
    if timeline := draw_timeline(dossier):
        yield f"  {timeline}"
    for note in page.notes:
        yield f"  note: {note.body} {' '.join(f'#{tag}' for tag in note.tags)}".rstrip()
    for heading, statements in _by_article(dossier):
        yield ""
        yield f"{heading}  [{statements[0].handle}]"
        for statement in statements:
            yield f"  {describe_statement(statement.quote)}"
    if dossier.perhaps:
        yield ""
        yield "Perhaps the same (--same ID says so, --not-same ID that not):"
    for perhaps in dossier.perhaps:
        role = f", {perhaps.role}" if perhaps.role else ""
        why = f"{perhaps.quotes} quotes, {perhaps.reason}"
        yield f"  [{perhaps.handle}] {perhaps.name}{role}: {why}"
    if dossier.rulings:
        yield ""
        yield "You said (--take-back ID takes it back):"
    for ruling in dossier.rulings:
        is_or_not = "is" if ruling.same else "is not"
        where = f" in {len(ruling.articles)} of your articles" if ruling.articles else ""
        yield f"  [{ruling.id[:8]}] {ruling.name} {is_or_not} {ruling.person_name}{where}"
    yield from _extra_lines(page)


def _extra_lines(page: DossierPage) -> Iterator[str]:
    if page.echoes:
        yield ""
        yield "The same words from others:"
    for echo in page.echoes:
        where = _heading(echo.article.title, echo.article.site, echo.article.day)
        yield f"  {echo.quote.speaker} ({where}): {describe_statement(echo.quote)}"
        yield f"    shared: {echo.words}"
    if page.with_unnamed and page.dossier.unnamed:
        yield ""
        yield "Sources without a name in these articles:"
        for unnamed in page.dossier.unnamed:
            yield f"  {unnamed.description} ({unnamed.quotes}): {unnamed.article.title}"


def render_markdown(page: DossierPage) -> str:
    """Return a dossier as Markdown, with the addresses of its articles."""
    return "\n".join(_markdown_lines(page)) + "\n"


def _markdown_lines(page: DossierPage) -> Iterator[str]:
    dossier = page.dossier
    yield f"# {_escaped(dossier.name)}"
    yield ""
    yield f"{describe_count(dossier)}"
    for period in dossier.roles:
        yield f"- {_escaped(describe_role(period))}"
    for note in page.notes:
        yield f"- Note: {_escaped(note.body)}"
    for heading, statements in _by_article(dossier):
        yield ""
        yield f"## {_escaped(heading)}"
        yield ""
        yield f"{_escaped(statements[0].article.article_id)}"
        for statement in statements:
            yield ""
            yield f"> {_escaped(describe_statement(statement.quote))}"


def render_json(page: DossierPage) -> str:
    """Return a dossier as a JSON object, in ASCII."""
    dossier = page.dossier
    held: dict[str, Any] = {
        "name": dossier.name,
        "roles": [
            {"role": p.role, "first": p.first, "last": p.last, "articles": p.articles}
            for p in dossier.roles
        ],
        "months": dict(dossier.months),
        "notes": [{"text": note.body, "tags": list(note.tags)} for note in page.notes],
        "statements": [_fields(each) for each in dossier.statements],
        "perhaps": [
            {
                "id": each.handle,
                "name": each.name,
                "role": each.role or None,
                "quotes": each.quotes,
                "reason": each.reason,
                "articles": [one.article.article_id for one in each.occurrences],
            }
            for each in dossier.perhaps
        ],
        "unnamed": [
            {"source": each.description, "article": each.article.article_id, "quotes": each.quotes}
            for each in dossier.unnamed
        ],
        "same_words": [
            {"words": echo.words, "source": echo.quote.speaker, "article": echo.article.article_id}
            for echo in page.echoes
        ],
    }
    return json.dumps(held, indent=2)


def render_csv(page: DossierPage) -> str:
    """Return a row for each statement, safe to open in a spreadsheet."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    rows = [_fields(each) for each in page.dossier.statements]
    writer.writerow(_COLUMNS)
    for row in rows:
        cells = ("" if row[name] is None else str(row[name]) for name in _COLUMNS)
        writer.writerow(escape_cell(cell) for cell in cells)
    return written.getvalue().rstrip("\n")


_COLUMNS = (
    "article", "title", "site", "day", "start", "end", "kind", "quote", "source", "role",
    "confidence", "corrected", "negated",
)  # fmt: skip

DOSSIER_RENDERERS: dict[str, Callable[[DossierPage], str]] = {
    "text": render_text,
    "markdown": render_markdown,
    "json": render_json,
    "csv": render_csv,
}
"""What renders a dossier, by the name of the format."""


def _fields(statement: Statement) -> dict[str, Any]:
    article, quote = statement.article, statement.quote
    return {
        "article": article.article_id,
        "title": article.title,
        "site": article.site,
        "day": article.day,
        "start": quote.start,
        "end": quote.end,
        "kind": quote.kind,
        "quote": quote.words,
        "source": quote.speaker,
        "role": quote.role or None,
        "confidence": quote.confidence,
        "corrected": quote.corrected,
        "negated": quote.denied,
    }


def _by_article(dossier: Dossier) -> Iterator[tuple[str, list[Statement]]]:
    for _, group in groupby(dossier.statements, key=lambda each: each.article.number):
        statements = list(group)
        article = statements[0].article
        yield _heading(article.title, article.site, article.day), statements


def _heading(title: str, site: str, day: str | None) -> str:
    return clean_line(" · ".join(filter(None, (day or "", title, site))))


def _escaped(text: str) -> str:
    return escape_markdown(clean_line(text))


def names_of(sources: Iterable[tuple[str, int, int]]) -> str:
    """Return the names with most quotes, a line each."""
    return "\n".join(
        "\t".join((f"{quotes}", f"{articles}", printable(name)))
        for name, quotes, articles in sources
    )
