"""The rows of a dossier: statements by article, who may be the same, and what the reader said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from rich.style import Style

from inquit.service.library.dossier_rendering import describe_statement
from tui.reader.library_rows import Place
from widgets.dates import format_day
from widgets.row import ListRow

if TYPE_CHECKING:
    from inquit.service.library.dossiers import Dossier, Echo, PerhapsSame, Statement

_BOLD, _HEADING = Style(bold=True), Style(bold=True, italic=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierRow:
    """A row, with what it stands for.

    Attributes:
        row: what is shown.
        place: where Enter leads; None where it leads nowhere.
        statement: the statement that it is, or the first of the article that it is.
        perhaps: the sources that may be the same.
    """

    row: ListRow
    place: Place | None = None
    statement: Statement | None = None
    perhaps: PerhapsSame | None = None


def dossier_rows(dossier: Dossier, echoes: tuple[Echo, ...] | None) -> Iterator[DossierRow]:
    """Yield the rows of a dossier.

    Args:
        dossier: the dossier.
        echoes: who else uses the same words; None where that was not asked for.
    """
    if echoes is not None:
        yield from _echo_rows(echoes)
    for _, group in groupby(dossier.statements, key=lambda each: each.article.number):
        yield from _article_rows(list(group))
    if dossier.perhaps:
        yield _heading("Perhaps the same: s says so, x that not")
    for perhaps in dossier.perhaps:
        yield _perhaps_row(perhaps)
    if dossier.rulings:
        yield _heading("You said: u takes the last back")
    for ruling in dossier.rulings:
        is_or_not = "is" if ruling.same else "is not"
        count = len(ruling.articles)
        where = f" in {count} {'article' if count == 1 else 'articles'}" if count else ""
        text = f"{ruling.name}{where} {is_or_not} {ruling.person_name}"
        yield DossierRow(row=ListRow(key=f"said:{ruling.id}", text=text, depth=1))


def _article_rows(statements: list[Statement]) -> Iterator[DossierRow]:
    first = statements[0]
    tail = " · ".join(filter(None, (first.article.site, format_day(first.article.day))))
    key = f"a:{first.article.number}"
    row = ListRow(key=key, text=first.article.title, tail=tail, style=_BOLD)
    yield DossierRow(row=row, place=_place(first), statement=first)
    for each in statements:
        row = ListRow(key=f"q:{each.quote.number}", text=describe_statement(each.quote), depth=1)
        yield DossierRow(row=row, place=_place(each), statement=each)


def _perhaps_row(perhaps: PerhapsSame) -> DossierRow:
    role = f", {perhaps.role}" if perhaps.role else ""
    quotes = "1 quote" if perhaps.quotes == 1 else f"{perhaps.quotes} quotes"
    first = perhaps.occurrences[0].article
    row = ListRow(
        key=f"p:{perhaps.handle}",
        text=f"{perhaps.name}{role} ({perhaps.reason})",
        tail=quotes,
        sign="?",
        depth=1,
    )
    place = Place(article_id=first.article_id, text_digest=first.text_digest)
    return DossierRow(row=row, place=place, perhaps=perhaps)


def _echo_rows(echoes: tuple[Echo, ...]) -> Iterator[DossierRow]:
    yield _heading("The same words from others" if echoes else "Nobody else uses the same words")
    for number, echo in enumerate(echoes):
        place = Place(
            article_id=echo.article.article_id,
            text_digest=echo.article.text_digest,
            offset=echo.quote.start,
            quote_id=echo.quote.quote_id,
            words=echo.quote.words,
        )
        text = f"{echo.quote.speaker}: “{echo.words}”"
        row = ListRow(key=f"e:{number}", text=text, tail=echo.article.title, depth=1)
        yield DossierRow(row=row, place=place)


def _heading(text: str) -> DossierRow:
    return DossierRow(row=ListRow(key=f"h:{text}", text=text, style=_HEADING))


def _place(statement: Statement) -> Place:
    return Place(
        article_id=statement.article.article_id,
        text_digest=statement.article.text_digest,
        offset=statement.quote.start,
        quote_id=statement.quote.quote_id,
        words=statement.quote.words,
    )
