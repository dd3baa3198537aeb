"""Whom a definite description means: `the company`, `the mayor`, `the study`."""

from __future__ import annotations

import re

from inquit.attribution.linking.entity import Entity
from inquit.attribution.linking.names import plain
from inquit.attribution.linking.registry import Registry
from inquit.attribution.linking.words import BODY, FIRMS, INQUIRIES, LEGAL_FORMS, TRADES
from inquit.attribution.wordlist import words
from inquit.model.quotation import SourceKind

DEFINITE = re.compile(r"^(?:the|this|that|these|those)\s+", re.IGNORECASE)
RECALLED = 500
"""So many of those named last are looked through for whom a description fits; bounds the time."""
KINDRED = (
    words(
        "newspaper paper magazine outlet gazette herald times tribune telegraph journal daily"
        " guardian standard post"
    ),
    words("company firm manufacturer maker business & lines works") | FIRMS | LEGAL_FORMS | TRADES,
    INQUIRIES,
    words("agency organization organisation body agency bureau authority office"),
    words(
        "group charity trust foundation society association alliance council coalition union"
        " institute federation movement"
    ),
)
"""Nouns that a body may be called by, with words of such bodies' names."""


def described(registry: Registry, text: str, head: str) -> Entity | None:
    """Return whom a definite description refers to: a role, an organisation, an unnamed source.

    Args:
        registry: all who were named up to here.
        text: the description.
        head: its noun in small letters.
    """
    words = {plain(word) for word in DEFINITE.sub("", text).split()}
    found = []
    for entity in reversed(registry.entities[-RECALLED:]):
        role = entity.role.casefold().split()
        if entity.unnamed:
            same = head in entity.aliases or (
                head in INQUIRIES and not INQUIRIES.isdisjoint(entity.aliases)
            )
            fits = same and words - {head} <= {plain(w) for w in entity.name}
        elif entity.kind is SourceKind.ORGANISATION:
            fits = head in BODY and plain(entity.name[-1]) == head
            fits = fits or (head in BODY and plain(entity.name[0]) == head)
            fits = fits or _is_kindred(entity, head)
        else:
            fits = bool(role) and _role_fits(role, head, words)
        if fits:
            found.append(entity)
    if not found:
        return None
    return max(found, key=lambda e: (e.last_seen, e.count))


def _is_kindred(entity: Entity, head: str) -> bool:
    name = {plain(word) for word in entity.name}
    return any(head in kin and name & kin for kin in KINDRED)


def _role_fits(role: list[str], head: str, words: set[str]) -> bool:
    main = role[-1] if "of" not in role else role[max(0, role.index("of") - 1)]
    if main != head and head not in role:
        return False
    if "former" in role and "former" not in words and main == "president":
        return False
    return words - {head} <= set(role) | {"former"}
