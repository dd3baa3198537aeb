"""All whom an article has named so far, and who a name refers to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from inquit.attribution.linking.entity import Entity
from inquit.attribution.linking.gender import gender_of_name
from inquit.attribution.linking.names import NameParts, plain
from inquit.attribution.linking.words import EPITHETS, LEGAL_FORMS, ORGANISATION, PLACES
from inquit.attribution.wordlist import words
from inquit.model.quotation import SourceKind, source_id
from inquit.model.span import Span

ACRONYM = re.compile(r"\s*\(\s*(?:the\s+)?[\"“]?([A-Z][A-Za-z]*[A-Z]s?|[A-Z]{2,8})[\"”]?\s*\)")
ESTABLISHED = 3
"""So often somebody was named by title and last name alone that this is how they are called."""
FIRST = 5
"""So many of those introduced first may be of the headline."""
FEWEST_LETTERS = 5
"""A shorter name is not taken for another that is misspelt."""
LEAD = 4
"""A paragraph after this is not of an article's opening."""
OFFICES = words(
    """
    minister president premier chancellor mayor governor ambassador secretary commissioner chief
    chair chairman chairwoman chairperson director executive head leader boss coach manager
    superintendent prosecutor sheriff bishop archbishop envoy negotiator
    """
)
"""Nouns for what one alone is, so that news may begin with it before it tells the name."""
POSSESSIVE = re.compile(r"['’]s?\b")
MINOR = frozenset({"of", "the", "and", "for", "in", "on", "to", "&"})


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
        if len(parts.name) > len(entity.name) and parts.kind is not None and not _by_chance(parts):
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
        if len(parts.name) == 1 and plain(parts.name[0]) in ORGANISATION:
            return max(candidates, key=lambda one: one.last_seen), False
        return _among(candidates, parts)

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
            if one.last_paragraph == paragraph and _fits(parts, one)
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

        "Norway's transport minister said ...", and in the next paragraph "..., Ida Holm said":
        news names a paragraph later whom it began with.

        Args:
            parts: the name, with no word of what its bearer is.
            paragraph: its number.

        Returns:
            Whom it now names, None where nobody.
        """
        known = parts.kind is not SourceKind.PERSON or self._find(parts) != (None, False)
        if known or parts.role or parts.honorific or len(parts.name) < 2 or paragraph > LEAD:
            return None
        spoke = [one for one in self.entities if one.credited and one.introduced == paragraph - 1]
        if (
            len(spoke) != 1
            or not _holds_office(spoke[0])
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
            if entity.kind is SourceKind.PERSON and _one_letter_apart(name, entity.surname)
        ]
        return near[0] if len(near) == 1 else None

    def named(self, word: str) -> list[Entity]:
        """Return the entities whose name or alias holds a word."""
        return self._by_word.get(plain(word), [])


def _holds_office(entity: Entity) -> bool:
    """Tell whether somebody is described by an office that one alone holds."""
    head = plain(re.split(r" (?:of|for|at|in|to) ", " ".join(entity.name))[0].split()[-1])
    whose = plain(entity.name[0]) == "the" or POSSESSIVE.search(" ".join(entity.name[:3]))
    return entity.unnamed and not entity.plural and bool(whose) and head in OFFICES


def _by_chance(parts: NameParts) -> bool:
    """Tell whether what stands before a name is none of it: "in London Lydia", "Little Ida"."""
    return parts.kind is SourceKind.PERSON and plain(parts.name[0]) in PLACES | EPITHETS


def initialled(entities: Sequence[Entity], label: str) -> Entity | None:
    """Return the one person whose initials a label is, as in an interview, None where not one.

    Args:
        entities: all who were named.
        label: capitals, such as "EM".
    """
    fits = [
        one
        for one in entities
        if one.kind is SourceKind.PERSON and _initials(one.name) == label.casefold()
    ]
    return fits[0] if len(fits) == 1 else None


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
    if _is_younger(parts, entity):
        return False
    if len(new) == 1 and new[0] in entity.aliases:
        return True
    if SourceKind.ORGANISATION in (parts.kind, entity.kind):
        if SourceKind.PERSON in (parts.kind, entity.kind):
            return False
        if min(len(new), len(old)) == 1 and new[0] == old[0]:
            return not LEGAL_FORMS.isdisjoint({new[-1], old[-1]})
        if len(new) == 1 and new[0] in ORGANISATION and len(old) > 1:
            return new[0] == (old[0] if "of" in old else old[-1])
        return _initials(parts.name) == "".join(old) or _initials(entity.name) == "".join(new)
    if len(new) == 1:
        return new[0] == entity.surname or (
            new[0] == old[0] and len(old) > 1 and not parts.honorific
        )
    if len(old) == 1:
        return old[0] == new[-1] or old[0] == new[0]
    return new[-1] == entity.surname and (new[0] == old[0] or _initial(new[0], old[0]))


def _is_younger(parts: NameParts, entity: Entity) -> bool:
    """Tell whether a title with a full name sets somebody apart from who has the title alone.

    Where one is "Mr. Holm" throughout, "Mr. Per Holm" is another of that family, and "Ida Holm"
    no "Mrs. Holm".
    """
    alone = bool(entity.courtesy) and len(entity.name) == 1 and entity.count >= ESTABLISHED
    fuller = len(parts.name) > 1 and plain(parts.name[-1]) == entity.surname
    wife = plain(entity.courtesy) == "mrs"
    return alone and fuller and (wife or parts.courtesy == entity.courtesy)


def _initial(one: str, other: str) -> bool:
    return one[0] == other[0] and (len(one) <= 2 or len(other) <= 2)


def _one_letter_apart(one: str, other: str) -> bool:
    """Tell whether a letter within or at the end of a word was changed, left out or added."""
    if one == other or one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if same is None:
        return True
    rests = {(one[same + 1 :], other[same + 1 :]), (one[same + 1 :], other[same:])}
    return any(a == b for a, b in rests | {(one[same:], other[same + 1 :])})


def _initials(name: tuple[str, ...]) -> str:
    if len(name) < 2:
        return ""
    return "".join(w[0].casefold() for w in name if w.casefold() not in MINOR)


def _among(candidates: list[Entity], parts: NameParts) -> tuple[Entity | None, bool]:
    exact = [e for e in candidates if [plain(w) for w in e.name] == [plain(w) for w in parts.name]]
    if len(exact) == 1:
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
