"""Makes new records, and changed ones, with their ids and times."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from unicodedata import normalize

from inquit.model.annotation import (
    Bookmark,
    BookmarkId,
    Correction,
    CorrectionId,
    Note,
    NoteId,
    SourceKey,
    name_key,
    target_of,
)
from inquit.model.article import Article, ArticleId
from inquit.model.correction import Proposal
from inquit.model.identity import Identity, IdentityId
from inquit.model.saved_search import SavedSearch, SavedSearchId
from inquit.model.span import Span
from inquit.store.records.repository import new_id


def new_bookmark(
    article: Article,
    span: Span,
    *,
    label: str = "",
    comment: str = "",
    inquit: Span | None = None,
    tags: tuple[str, ...] = (),
) -> Bookmark:
    """Return a new bookmark on a stretch of an article, made now.

    Args:
        article: the article.
        span: the stretch.
        label: what it is called.
        comment: what is said of it.
        inquit: the words that say by name who said it, where the text has them.
        tags: its tags.
    """
    now = datetime.now(UTC)
    return Bookmark(
        id=BookmarkId(new_id()),
        target=target_of(article, span, inquit),
        created=now,
        modified=now,
        label=label,
        comment=comment,
        tags=_composed(tags),
    )


def _composed(tags: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(normalize("NFC", tag) for tag in tags))


def new_note(
    source_name: str, body: str, *, about: SourceKey | None = None, tags: tuple[str, ...] = ()
) -> Note:
    """Return a new note, written now.

    Args:
        source_name: the source's name as it is shown.
        body: the words.
        about: what the note hangs on, or None for the source of that name in any article.
        tags: the note's tags.
    """
    now = datetime.now(UTC)
    return Note(
        id=NoteId(new_id()),
        about=about or name_key(source_name),
        about_name=source_name,
        body=body,
        tags=_composed(tags),
        created=now,
        modified=now,
    )


def change_body(note: Note, body: str) -> Note:
    """Return a note with another text, changed now."""
    return replace(note, body=body, modified=datetime.now(UTC))


def new_search(name: str, query: str) -> SavedSearch:
    """Return a search to be saved, made now; its name is on one line."""
    now = datetime.now(UTC)
    line = " ".join(normalize("NFC", name).split())
    return SavedSearch(
        id=SavedSearchId(new_id()), name=line, query=query, created=now, modified=now
    )


def new_identity(
    person: SourceKey,
    person_name: str,
    *,
    key: SourceKey,
    name: str,
    articles: tuple[ArticleId, ...],
    same: bool,
) -> Identity:
    """Return what the reader says of who is who, now; what it takes is said at `Identity`."""
    now = datetime.now(UTC)
    return Identity(
        id=IdentityId(new_id()),
        person=person,
        person_name=person_name,
        key=key,
        name=name,
        articles=articles,
        same=same,
        created=now,
        modified=now,
    )


def new_correction(article: Article, proposal: Proposal, inquit: Span | None = None) -> Correction:
    """Return a new correction, made now; inquit as for `new_bookmark`."""
    return Correction(
        id=CorrectionId(new_id()),
        target=target_of(article, proposal.span, inquit),
        action=proposal.action,
        values=tuple((str(name), value) for name, value in proposal.values),
        created=datetime.now(UTC),
    )
