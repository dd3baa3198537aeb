"""Whether two names are those of one: shorter, fuller, by initials, one letter apart."""

from __future__ import annotations

import re

from inquit.attribution.linking.entity import Entity
from inquit.attribution.linking.names import NameParts, plain
from inquit.attribution.linking.words import EPITHETS, LEGAL_FORMS, ORGANISATION, PLACES, TRADES
from inquit.attribution.wordlist import words
from inquit.model.quotation import SourceKind

ESTABLISHED = 3
"""So often somebody was named by title and last name alone that this is how they are called."""
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


def fits(parts: NameParts, entity: Entity) -> bool:
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
            ends = {new[-1], old[-1]}
            return not (
                LEGAL_FORMS.isdisjoint(ends) and (TRADES.isdisjoint(ends) or _is_place(new))
            )
        if len(new) == 1 and new[0] in ORGANISATION and len(old) > 1:
            return new[0] == (old[0] if "of" in old else old[-1])
        return initials_of(parts.name) == "".join(old) or initials_of(entity.name) == "".join(new)
    if len(new) == 1:
        return new[0] == entity.surname or (
            new[0] == old[0] and len(old) > 1 and not parts.honorific
        )
    if len(old) == 1:
        return old[0] == new[-1] or old[0] == new[0]
    return new[-1] == entity.surname and (new[0] == old[0] or _initial(new[0], old[0]))


def _is_place(name: list[str]) -> bool:
    """Tell whether a name begins with a place, which is no firm of there: `Kenya Airways`."""
    return name[0] in PLACES


def choose(candidates: list[Entity], parts: NameParts) -> tuple[Entity | None, bool]:
    """Return whom of several a name means, and whether they share it beyond telling."""
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


def _is_younger(parts: NameParts, entity: Entity) -> bool:
    """Tell whether a title with a full name sets somebody apart from who has the title alone.

    Where one is "Mr. Holm" throughout, "Mr. Per Holm" is another of that family, and "Ida Holm"
    no "Mrs. Holm".
    """
    alone = bool(entity.courtesy) and len(entity.name) == 1 and entity.count >= ESTABLISHED
    fuller = len(parts.name) > 1 and plain(parts.name[-1]) == entity.surname
    wife = plain(entity.courtesy) == "mrs"
    return alone and fuller and (wife or parts.courtesy == entity.courtesy)


def by_chance(parts: NameParts) -> bool:
    """Tell whether what stands before a name is none of it: "in London Lydia", "Little Ida"."""
    return parts.kind is SourceKind.PERSON and plain(parts.name[0]) in PLACES | EPITHETS


def office_of(entity: Entity) -> str:
    """Return the office, held by one alone, that somebody is described by, else ""."""
    head = plain(re.split(r" (?:of|for|at|in|to) ", " ".join(entity.name))[0].split()[-1])
    whose = plain(entity.name[0]) == "the" or POSSESSIVE.search(" ".join(entity.name[:3]))
    alone = entity.unnamed and not entity.plural and bool(whose)
    return head if alone and head in OFFICES else ""


def initials_of(name: tuple[str, ...]) -> str:
    """Return the initials of a name in small letters, "" for one word."""
    if len(name) < 2:
        return ""
    return "".join(w[0].casefold() for w in name if w.casefold() not in MINOR)


def one_letter_apart(one: str, other: str) -> bool:
    """Tell whether a letter within or at the end of a word was changed, left out or added."""
    if one == other or one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if same is None:
        return True
    rests = {(one[same + 1 :], other[same + 1 :]), (one[same + 1 :], other[same:])}
    return any(a == b for a, b in rests | {(one[same:], other[same + 1 :])})


def _initial(one: str, other: str) -> bool:
    return one[0] == other[0] and (len(one) <= 2 or len(other) <= 2)
