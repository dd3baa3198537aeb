"""All whom an article has named so far, and who a name refers to."""

from __future__ import annotations

import re

from inquit.attribution.linking.entity import Entity
from inquit.attribution.linking.names import NameParts, plain
from inquit.attribution.linking.words import LEGAL_FORMS
from inquit.model.quotation import SourceKind, source_id
from inquit.model.span import Span

ACRONYM = re.compile(r"\s*\(\s*(?:the\s+)?[\"“]?([A-Z][A-Za-z]*[A-Z]s?|[A-Z]{2,8})[\"”]?\s*\)")
RECENT = 3
"""Paragraphs within which a shared last name means whoever was mentioned last."""
MINOR = frozenset({"of", "the", "and", "for", "in", "on", "to", "&"})


class Registry:
    """Entities by name; reads names in the order of the text."""

    def __init__(self, text_digest: str) -> None:
        """Start empty.

        Args:
            text_digest: of the article, part of every source's id.
        """
        self._digest = text_digest
        self._by_word: dict[str, list[Entity]] = {}
        self._ids: set[str] = set()
        self.entities: list[Entity] = []

    def add(self, first: Span, name: tuple[str, ...], paragraph: int) -> Entity:
        """Return a new entity, introduced by the mention at first."""
        entity = Entity(
            id=source_id(self._digest, self._free(first)),
            first=first,
            name=name,
            last_seen=first.start,
            last_paragraph=paragraph,
            introduced=paragraph,
        )
        self.entities.append(entity)
        return entity

    def _free(self, first: Span) -> Span:
        """Return a span whose start no other source's id is made of."""
        while str(source_id(self._digest, first)) in self._ids:
            first = Span(first.start + 1, max(first.end, first.start + 1))
        self._ids.add(str(source_id(self._digest, first)))
        return first

    def note(self, parts: NameParts, paragraph: int, *, alias: str = "") -> Entity | None:
        """Note a name where it stands; return whom it refers to, None where that is open."""
        entity, clash = self._find(parts)
        if entity is None:
            if clash:
                return None
            entity = self.add(parts.span, parts.name, paragraph)
            entity.count = 0
        self._learn(entity, parts)
        entity.seen(parts.span.start, paragraph)
        if alias:
            entity.aliases.add(alias.casefold())
            self._index(alias, entity)
        return entity

    def _learn(self, entity: Entity, parts: NameParts) -> None:
        """Take over what a mention tells more."""
        if len(parts.name) > len(entity.name) and parts.kind is not None:
            entity.name = parts.name
        if entity.kind is None or (parts.honorific and entity.kind is not SourceKind.PERSON):
            entity.kind = parts.kind
        entity.honoured = entity.honoured or parts.honorific
        entity.courtesy = entity.courtesy or parts.courtesy
        if parts.role and not entity.role:
            entity.role = parts.role
        if parts.gender and not entity.gender_sure:
            entity.gender = parts.gender
            entity.gender_sure = parts.honorific
        for word in parts.name:
            if len(word) > 1 and plain(word) not in MINOR:
                self._index(word, entity)
        initials = _initials(parts.name)
        if entity.kind is SourceKind.ORGANISATION and len(initials) > 2:
            self._index(initials, entity)

    def _index(self, word: str, entity: Entity) -> None:
        known = self._by_word.setdefault(plain(word), [])
        if entity not in known:
            known.append(entity)

    def _find(self, parts: NameParts) -> tuple[Entity | None, bool]:
        """Return whom a name refers to, and whether several share it beyond telling."""
        if len(parts.name) == 1 and (
            parts.name[0].isupper() or parts.kind is SourceKind.ORGANISATION
        ):
            people = [e for e in self.named(parts.name[0]) if e.kind is SourceKind.PERSON]
            people = [e for e in people if e.surname == plain(parts.name[0]) and len(e.name) > 1]
            if len(people) == 1:
                return people[0], False
        known = self.named(parts.name[-1])
        known = known + [
            e for e in self.named(parts.name[0]) if len(e.name) == 1 and e not in known
        ]
        candidates = [e for e in known if _fits(parts, e)]
        if not candidates:
            return None, False
        if len(candidates) == 1:
            return candidates[0], False
        return _among(candidates, parts)

    def named(self, word: str) -> list[Entity]:
        """Return the entities whose name or alias holds a word."""
        return self._by_word.get(plain(word), [])


def acronym_after(text: str, at: int) -> str:
    """Return the acronym in brackets that follows a name in a text, else ""."""
    match = ACRONYM.match(text, at)
    return match[1] if match is not None else ""


def _fits(parts: NameParts, entity: Entity) -> bool:
    """Tell whether a name may be a shorter, equal or fuller form of an entity's name."""
    if entity.unnamed:
        return False
    new, old = ([plain(w) for w in n if w != "The"] for n in (parts.name, entity.name))
    if parts.gender and entity.gender and parts.gender != entity.gender:
        return False
    if new == old:
        return True
    if len(new) == 1 and new[0] in entity.aliases:
        return True
    if SourceKind.ORGANISATION in (parts.kind, entity.kind):
        if SourceKind.PERSON in (parts.kind, entity.kind):
            return False
        if min(len(new), len(old)) == 1 and new[0] == old[0]:
            return not LEGAL_FORMS.isdisjoint({new[-1], old[-1]})
        return _initials(parts.name) == "".join(old) or _initials(entity.name) == "".join(new)
    if len(new) == 1:
        return new[0] == entity.surname or (
            new[0] == old[0] and len(old) > 1 and parts.kind is None
        )
    if len(old) == 1:
        return old[0] == new[-1] or old[0] == new[0]
    return new[-1] == entity.surname and (new[0] == old[0] or _initial(new[0], old[0]))


def _initial(one: str, other: str) -> bool:
    return one[0] == other[0] and (len(one) <= 2 or len(other) <= 2)


def _initials(name: tuple[str, ...]) -> str:
    if len(name) < 2:
        return ""
    return "".join(w[0].casefold() for w in name if w.casefold() not in MINOR)


def _among(candidates: list[Entity], parts: NameParts) -> tuple[Entity | None, bool]:
    exact = [e for e in candidates if [plain(w) for w in e.name] == [plain(w) for w in parts.name]]
    if len(exact) == 1 and len(parts.name) > 1:
        return exact[0], False
    by_surname = [e for e in candidates if e.surname == plain(parts.name[-1])]
    pool = by_surname or candidates
    if len(pool) == 1:
        return pool[0], False
    if parts.gender:
        told = [e for e in pool if e.gender == parts.gender]
        if len(told) == 1:
            return told[0], False
    credited = [e for e in pool if e.credited]
    if len(credited) == 1:
        return credited[0], False
    ranked = sorted(pool, key=lambda e: -e.count)
    if ranked[0].count >= 2 * ranked[1].count + 1:
        return ranked[0], False
    return None, True
