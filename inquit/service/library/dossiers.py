"""Dossiers of those who are credited, and what the reader says of who is who."""

from __future__ import annotations

from dataclasses import dataclass, replace

from inquit.errors import UnknownRecordError
from inquit.library.dossier.echoes import find_echoes
from inquit.library.dossier.gathering import find_name, gather_dossier, list_sources
from inquit.library.dossier.values import (
    Dossier,
    Echo,
    PerhapsSame,
    RolePeriod,
    Statement,
    UnnamedSource,
)
from inquit.library.index.shingles import fold_words
from inquit.model.annotation import Note, SourceKey
from inquit.model.article import ArticleId
from inquit.model.folding import fold_text
from inquit.model.identity import Identity
from inquit.service.library.access import Library
from inquit.service.library.own_work import OwnWork
from inquit.store.records.record_factory import new_identity

__all__ = [
    "AnnotatedDossier",
    "Dossier",
    "Echo",
    "PerhapsSame",
    "RolePeriod",
    "Statement",
    "UnnamedSource",
    "dossier_of",
    "echoes_of",
    "find_perhaps",
    "frequent_sources",
    "only_about",
    "rule_on",
    "rule_on_statement",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedDossier:
    """A dossier, with the reader's notes on those that it is of."""

    dossier: Dossier
    notes: tuple[Note, ...]


def frequent_sources(library: Library, most: int) -> tuple[tuple[str, int, int], ...]:
    """Return the names with most quotes, each with how many, and in how many articles."""
    return library.use(lambda index: list_sources(index, most))


def dossier_of(library: Library, typed: str, own: OwnWork) -> AnnotatedDossier | None:
    """Return the dossier of the name that is meant by what was typed; None for nobody.

    Args:
        library: the library.
        typed: a name, or some words of one.
        own: what the reader wrote.

    Raises:
        StoreError: the index cannot be read.
    """
    name = library.use(lambda index: find_name(index, typed))
    if name is None:
        return None
    found = library.use(lambda index: gather_dossier(index, name, own.identities))
    if found is None:
        return None
    keys = {found.key, *(each.quote.key for each in found.statements)}
    notes = tuple(note for note in own.notes if note.about in keys)
    return AnnotatedDossier(dossier=found, notes=notes)


def echoes_of(library: Library, dossier: Dossier) -> tuple[Echo, ...]:
    """Return quotes by others that have words of a dossier's statements, longest first."""
    return library.use(lambda index: find_echoes(index, dossier.statements))


def only_about(dossier: Dossier, words: str = "", publication: str = "") -> Dossier:
    """Return a dossier with only the statements that have some words, or are of a publication.

    Args:
        dossier: the dossier.
        words: words that a statement or the title of its article must have; the beginnings will do.
        publication: a part of the publication's name; empty for any.
    """
    wanted, site = fold_words(words), fold_text(publication)

    def fits(statement: Statement) -> bool:
        held = fold_words(f"{statement.quote.words} {statement.article.title}")
        of_site = site in fold_text(f"{statement.article.site} {statement.article.article_id}")
        return of_site and all(any(each.startswith(word) for each in held) for word in wanted)

    kept = tuple(each for each in dossier.statements if fits(each))
    return replace(dossier, statements=kept, articles=len({each.article.number for each in kept}))


def rule_on(dossier: Dossier, perhaps: PerhapsSame, *, same: bool) -> Identity:
    """Return that some sources are the person or body of a dossier, or are not.

    Another full name is ruled on in all articles, the same name and a last name alone only in
    those that they were found in.
    """
    first = perhaps.occurrences[0]
    everywhere = first.key != dossier.key and len(fold_words(first.name)) > 1
    ids = dict.fromkeys(each.article.article_id for each in perhaps.occurrences)
    articles = () if everywhere else tuple(map(ArticleId, ids))
    return new_identity(
        dossier.key, dossier.name, key=first.key, name=first.name, articles=articles, same=same
    )


def rule_on_statement(dossier: Dossier, handle: str) -> Identity:
    """Return that who made a statement, by the handle of that source, is somebody else.

    Raises:
        UnknownRecordError: no statement has that handle.
    """
    made = next((each for each in dossier.statements if each.handle == handle), None)
    if made is None:
        raise UnknownRecordError(f"no source of this dossier is called {handle}")
    return new_identity(
        dossier.key,
        dossier.name,
        key=SourceKey(made.quote.key),
        name=made.quote.speaker,
        articles=(ArticleId(made.article.article_id),),
        same=False,
    )


def find_perhaps(dossier: Dossier, handle: str) -> PerhapsSame:
    """Return the sources that a handle names.

    Raises:
        UnknownRecordError: it names none.
    """
    found = next((each for each in dossier.perhaps if each.handle == handle), None)
    if found is None:
        raise UnknownRecordError(f"nobody in “Perhaps the same” is called {handle}")
    return found
