"""The rows of the library's screen: what was found, or what there is to begin with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.style import Style

from inquit.service.library.marks import put_in_marks
from tui.reader.article_list_rows import article_rows
from widgets.dates import format_day
from widgets.row import ListRow

if TYPE_CHECKING:
    from inquit.model.saved_search import SavedSearch
    from inquit.service.library.searching import ArticleHits, Hit, SearchResults
    from inquit.service.reading_state import ReadingState
    from tui.services.article_list import ArticleList

ENTRIES, DRAFTS = "feeds", "drafts"
"""The keys of the rows that lead to the feeds and to the drafts."""

SAVED = "saved:"
"""What the key of a saved search begins with; the search itself follows."""

_BOLD = Style(bold=True)
_DIM = Style(italic=True)
_UNATTRIBUTED = "unattributed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What there is before anything is searched for.

    Attributes:
        articles: the recent articles and the samples.
        unread: how many entries of the feeds are not read yet.
        drafts: how many drafts were not saved when a window ended.
        searches: the saved searches, oldest first.
    """

    articles: ArticleList
    unread: int = 0
    drafts: int = 0
    searches: tuple[SavedSearch, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a row of what was found leads: an article, and a place or a quote in it."""

    article_id: str
    text_digest: str
    offset: int = 0
    quote_id: str | None = None
    words: str = ""


def beginning_rows(beginning: Beginning, state: ReadingState) -> list[ListRow]:
    """Return the rows of what there is to begin with: unread, drafts, recent articles, samples."""
    rows = []
    if beginning.unread:
        tail = _count(beginning.unread, "entry", "entries")
        rows.append(ListRow(key=ENTRIES, text="Unread in your feeds", tail=tail, style=_BOLD))
    if beginning.drafts:
        tail = _count(beginning.drafts, "draft", "drafts")
        rows.append(ListRow(key=DRAFTS, text="Not saved when a window ended", tail=tail))
    # One that was saved again under its name takes the place of the one before.
    named = {search.name: search.query for search in beginning.searches}
    queries = {query: name for name, query in named.items()}
    rows += [
        ListRow(key=f"{SAVED}{query}", text=name, sign="?", tail=query)
        for query, name in queries.items()
    ]
    return rows + article_rows(beginning.articles, state.position)


def result_rows(results: SearchResults) -> list[tuple[ListRow, Place]]:
    """Return the rows of what was found, grouped by article, each with where it leads."""
    return [pair for found in results.articles for pair in _rows_of(found)]


def _rows_of(found: ArticleHits) -> Iterator[tuple[ListRow, Place]]:
    article = found.article
    key, digest = str(article.number), article.text_digest
    known = (article.site, format_day(article.day), "earlier engine" if found.is_outdated else "")
    yield (
        ListRow(
            key=key, text=article.title, tail=" · ".join(filter(None, known)), style=_BOLD
        ),
        Place(
            article_id=article.article_id, text_digest=digest, offset=found.hits[0].offset
        ) if found.hits and found.hits[0].quote is None
        else Place(article_id=article.article_id, text_digest=digest),
    )  # fmt: skip
    for number, hit in enumerate(found.hits):
        yield _hit_row(f"{key}:{number}", hit), _place(article.article_id, digest, hit)
    if found.more:
        more = ListRow(key=f"{key}:more", text=f"and {found.more} more", depth=1, style=_DIM)
        yield more, Place(article_id=article.article_id, text_digest=digest)


def _hit_row(key: str, hit: Hit) -> ListRow:
    quote, words = hit.quote, hit.snippet.text
    if quote is None:
        return ListRow(key=key, text=words, depth=1)
    said = put_in_marks(words, quote.kind)
    marks = ("✓ " if quote.corrected else "") + ("denied: " if quote.denied else "")
    speaker = quote.speaker or _UNATTRIBUTED
    return ListRow(key=key, text=f"{marks}{speaker}: {said}", tail=quote.role, depth=1)


def _place(article_id: str, digest: str, hit: Hit) -> Place:
    quote = hit.quote
    return Place(
        article_id=article_id,
        text_digest=digest,
        offset=hit.offset,
        quote_id=None if quote is None else quote.quote_id,
        words="" if quote is None else quote.words,
    )


def _count(count: int, one: str, several: str) -> str:
    return f"{count:,} {one if count == 1 else several}"
