"""All whom an article has named so far, and who a name refers to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from inquit.attribution.linking.entity import Entity
from inquit.attribution.linking.gender import gender_of_name
from inquit.attribution.linking.matching import (
    MINOR,
    POSSESSIVE,
    by_chance,
    choose,
    fits,
    initials_of,
    office_of,
    one_letter_apart,
)
from inquit.attribution.linking.names import NameParts, plain
from inquit.attribution.linking.words import EPITHETS, ORGANISATION, PLACES
from inquit.model.quotation import SourceKind, source_id
from inquit.model.span import Span

ACRONYM = re.compile(r"\s*\(\s*(?:the\s+)?[\"“]?([A-Z][A-Za-z]*[A-Z]s?|[A-Z]{2,8})[\"”]?\s*\)")
FIRST = 5
"""So many of those introduced first may be of the headline."""
FEWEST_LETTERS = 5
"""A shorter name is not taken for another that is misspelt."""
LEAD = 4
"""A paragraph after this is not of an article's opening."""


class Registry:
    """Entities by name; reads names in the order of the text."""

    def __init__(self, text_digest: str, *, by_given: bool = False) -> None:
        """Start empty.

        Args:
            text_digest: of the article, part of every source's id.
            by_given: people are called by their given names alone, as in fiction.
        """
        self._digest = text_digest
        self._by_given = by_given
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
            if self._by_given and len(parts.name) == 1 and not parts.honorific:
                entity.gender = gender_of_name(parts.name[0])
        self._learn(entity, parts)
        entity.seen(parts.span.start, paragraph)
        if alias:
            entity.aliases.add(alias.casefold())
            self._index(alias, entity)
        return entity

    def _learn(self, entity: Entity, parts: NameParts) -> None:
        """Take over what a mention tells more."""
        if len(parts.name) > len(entity.name) and parts.kind is not None and not by_chance(parts):
            entity.name = parts.name
        if plain(entity.name[0]) in EPITHETS and entity.name[1:] == parts.name:
            entity.name = parts.name
        if entity.kind is None or (parts.honorific and entity.kind is not SourceKind.PERSON):
            entity.kind = parts.kind
        entity.honoured = entity.honoured or parts.honorific
        entity.courtesy = entity.courtesy or (parts.courtesy if entity.count == 0 else "")
        if parts.role and not entity.role:
            entity.role = parts.role
        if parts.gender and not entity.gender_sure:
            entity.gender = parts.gender
            entity.gender_sure = parts.honorific
        for word in parts.name:
            if len(word) > 1 and plain(word) not in MINOR:
                self._index(word, entity)
        initials = initials_of(parts.name)
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
        candidates = [e for e in known if fits(parts, e)]
        if not candidates:
            return None, False
        if len(candidates) == 1:
            return candidates[0], False
        if len(parts.name) == 1 and plain(parts.name[0]) in ORGANISATION:
            return max(candidates, key=lambda one: one.last_seen), False
        return choose(candidates, parts)

    def nearest(self, parts: NameParts, paragraph: int) -> Entity | None:
        """Return who of several that share a last name was named last in a paragraph, and spoke.

        Args:
            parts: the name that they share.
            paragraph: its number.

        Returns:
            None where the name is not shared beyond telling, or nobody so called spoke there.
        """
        if not self._find(parts)[1]:
            return None
        here = [
            one
            for one in self.named(parts.name[-1])
            if one.last_paragraph == paragraph and fits(parts, one)
        ]
        last = max(here, key=lambda one: one.last_seen, default=None)
        return last if last is not None and last.credited else None

    def reveal(self, parts: NameParts, described: str) -> None:
        """Give a new name to whom the headline only described, if it is the same description.

        "Danish sailor claims ..." is Ida Holm where "Ida Holm, a Danish sailor," comes first.

        Args:
            parts: a person's name.
            described: the words in apposition to it.
        """
        words = {plain(word) for word in described.split()}
        if parts.kind is not SourceKind.PERSON or self._find(parts) != (None, False):
            return
        for entity in self.entities[:FIRST]:
            name = {plain(word) for word in entity.name}
            headed = entity.introduced <= 1 and entity.unnamed and not entity.plural
            if headed and name <= words and not entity.revealed:
                self._rename(entity, parts)
                return

    def identify(self, parts: NameParts, paragraph: int) -> Entity | None:
        """Give the name of a new speaker to whom the lead credits by office, if it tells no more.

        "Norway's transport minister said ...", and in the next paragraph "..., Ida Holm said", or
        "Minister Ida Holm": news names a paragraph later whom it began with.

        Args:
            parts: the name, with no word of what its bearer is but the office.
            paragraph: its number.

        Returns:
            Whom it now names, None where nobody.
        """
        known = parts.kind is not SourceKind.PERSON or self._find(parts) != (None, False)
        if known or len(parts.name) < 2 or paragraph > LEAD:
            return None
        spoke = [one for one in self.entities if one.credited and one.introduced == paragraph - 1]
        if parts.role or parts.honorific:
            office = plain(parts.role.split()[-1]) if parts.role else ""
            spoke = [one for one in spoke if office and office_of(one) == office]
        if (
            len(spoke) != 1
            or not office_of(spoke[0])
            or plain(parts.name[-1]) in {plain(POSSESSIVE.sub("", word)) for word in spoke[0].name}
        ):
            return None
        entity = spoke[0]
        if entity.gender and parts.gender and entity.gender != parts.gender:
            return None
        words = entity.name[1:] if plain(entity.name[0]) == "the" else entity.name
        entity.role = " ".join(words)
        self._rename(entity, parts)
        return entity

    def _rename(self, entity: Entity, parts: NameParts) -> None:
        """Give a name to who was only described."""
        entity.name, entity.unnamed, entity.revealed = parts.name, False, True
        entity.kind = SourceKind.PERSON
        entity.gender = entity.gender or parts.gender
        for word in parts.name:
            self._index(word, entity)

    def misspelt(self, parts: NameParts) -> Entity | None:
        """Return the only person from whose last name a name differs by one letter."""
        if len(parts.name) != 1 or len(parts.name[0]) < FEWEST_LETTERS:
            return None
        name = plain(parts.name[0])
        known = [entity for entity in self.named(name) if entity.first != parts.span]
        if name in ORGANISATION | PLACES or known:
            return None
        near = [
            entity
            for entity in self.entities
            if entity.kind is SourceKind.PERSON and one_letter_apart(name, entity.surname)
        ]
        return near[0] if len(near) == 1 else None

    def named(self, word: str) -> list[Entity]:
        """Return the entities whose name or alias holds a word."""
        return self._by_word.get(plain(word), [])


def initialled(entities: Sequence[Entity], label: str) -> Entity | None:
    """Return the one person whose initials a label is, as in an interview, None where not one.

    Args:
        entities: all who were named.
        label: capitals, such as "EM".
    """
    fits = [
        one
        for one in entities
        if one.kind is SourceKind.PERSON and initials_of(one.name) == label.casefold()
    ]
    return fits[0] if len(fits) == 1 else None


def acronym_after(text: str, at: int) -> str:
    """Return the acronym in brackets that follows a name in a text, else ""."""
    match = ACRONYM.match(text, at)
    return match[1] if match is not None else ""
