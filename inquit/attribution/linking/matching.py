"""Whether two names are those of one: shorter, fuller, by initials, one letter apart."""

from __future__ import annotations

import re
from functools import cache

from inquit.attribution.lexicon import function_words, given_names, human_nouns, nouns, proper_names
from inquit.attribution.lexicon.spelling import plain
from inquit.attribution.linking.entity import Entity
from inquit.attribution.linking.name_parts import NameParts
from inquit.model.quotation import SourceKind

DEFINITE = re.compile(r"^(?:the|this|that|these|those)\s+", re.IGNORECASE)
ESTABLISHED = 3
"""So often somebody was named by title and last name alone that this is how they are called."""
POSSESSIVE = re.compile(r"['’]s?\b")


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
                nouns("legal").isdisjoint(ends)
                and (nouns("trade").isdisjoint(ends) or _is_place(new))
            )
        if len(new) == 1 and new[0] in nouns("organisation") and len(old) > 1:
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
    return name[0] in proper_names("place")


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
    return parts.kind is SourceKind.PERSON and plain(parts.name[0]) in proper_names(
        "place"
    ) | function_words("epithet")


def is_named_by_office(entity: Entity, parts: NameParts) -> bool:
    """Tell whether somebody of whom only an office is known may have a name.

    Args:
        entity: credited in the paragraph before.
        parts: the name, and the role that stands before it.
    """
    office = _office_of(entity)
    if not office or (entity.gender and parts.gender and entity.gender != parts.gender):
        return False
    if parts.role or parts.honorific:
        role = plain(parts.role.split()[-1]) if parts.role else ""
        if role != office:
            return False
    return plain(parts.name[-1]) not in {plain(POSSESSIVE.sub("", word)) for word in entity.name}


def is_shortened(name: tuple[str, ...], fuller: tuple[str, ...]) -> bool:
    """Tell whether a name is the last of one that begins with a given name."""
    given = plain(fuller[0]) in given_names()
    return given and len(name) == 1 < len(fuller) and plain(name[0]) == plain(fuller[-1])


def is_described_by(entity: Entity, words: str, head: str) -> bool:
    """Tell whether a definite description fits: a role, a body, somebody described before.

    Args:
        entity: who was met before.
        words: the description.
        head: its noun in small letters.
    """
    if entity.unnamed:
        inquiry = head in nouns("inquiry") and not nouns("inquiry").isdisjoint(entity.aliases)
        if head not in entity.aliases and not inquiry:
            return False
        return _told_by(words, head) <= {plain(word) for word in entity.name}
    if entity.kind is SourceKind.ORGANISATION:
        name = [plain(word) for word in entity.name]
        so_called = head in nouns("body", "standing") and head in (name[0], name[-1])
        return so_called or any(head in kin and not kin.isdisjoint(name) for kin in _kindred())
    told = _told_by(words, head)
    if head in entity.callings and told <= entity.callings[head]:
        return True
    role = plain(entity.role or entity.courtesy).replace("-elect", "").split()
    if not role:
        return False
    main = role[max(0, role.index("of") - 1)] if "of" in role else role[-1]
    if main != head and not (head in role and head in human_nouns()):
        return False
    if "former" in role and "former" not in told and main == "president":
        return False
    known = {*role, initials_of(tuple(role[role.index(main) + 1 :]))}
    return told <= known | function_words("time", "minor")


def _told_by(words: str, head: str) -> set[str]:
    """Return what a description tells beside its noun."""
    return {plain(word) for word in DEFINITE.sub("", words).split()} - {head}


@cache
def _kindred() -> tuple[frozenset[str], ...]:
    """Return the sets of nouns that a body may be called by, with words of such bodies' names."""
    kinds = ("paper", "business", "agency", "union")
    return (*(nouns(f"kindred-{kind}") for kind in kinds), nouns("inquiry"))


def _office_of(entity: Entity) -> str:
    """Return the office, held by one alone, that somebody is described by, else ""."""
    head = plain(re.split(r" (?:of|for|at|in|to) ", " ".join(entity.name))[0].split()[-1])
    whose = plain(entity.name[0]) == "the" or POSSESSIVE.search(" ".join(entity.name[:3]))
    alone = entity.unnamed and not entity.plural and bool(whose)
    return head if alone and head in nouns("office") else ""


def initials_of(name: tuple[str, ...]) -> str:
    """Return the initials of a name in small letters, "" for one word."""
    if len(name) < 2:
        return ""
    return "".join(w[0].casefold() for w in name if w.casefold() not in function_words("minor"))


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
