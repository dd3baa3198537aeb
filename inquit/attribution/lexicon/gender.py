"""Gender, as the words of a text are evidence of it: "m", "f", or "" where they are none."""

from __future__ import annotations

from inquit.attribution.lexicon import features, nouns
from inquit.attribution.lexicon.spelling import plain

NEITHER = frozenset({"human", "woman", "shaman", "talisman", "caiman"})
"""Nouns that only end as those for a man do."""


def gender_in(table: str, word: str) -> str:
    """Return the one gender that a table of the lexicon tells of a word, else "".

    Args:
        table: the name of the table.
        word: in any letters, with or without a full stop.
    """
    known = features(table)
    told = known.get(word.casefold().rstrip("."), known.get(plain(word), frozenset())) & {"m", "f"}
    return next(iter(told)) if len(told) == 1 else ""


def is_compound_of_man(noun: str) -> bool:
    """Tell whether a noun in small letters is made of "man" or "woman": `ferryman`."""
    return len(noun) > 5 and noun.endswith("man") and noun not in NEITHER


def gender_of_role(role: str) -> str:
    """Return the gender that a noun of a role tells, else ""."""
    for word in role.casefold().split():
        if word in nouns("m", "f"):
            return gender_in("nouns", word)
        if is_compound_of_man(word):
            return "f" if word.endswith("woman") else "m"
    return ""
