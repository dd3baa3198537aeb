"""How like two sources are, by what they are called."""

from __future__ import annotations

from rapidfuzz import fuzz

from inquit.model.folding import folded

_WHOLE = 100.0


def name_likeness(one: str, other: str) -> float:
    """Return how like two names are, from 0 to 100.

    A name is wholly like one that has its words among others, or that it is the initials of.
    """
    if _initials(one) == other.replace(".", "") or _initials(other) == one.replace(".", ""):
        return _WHOLE
    return fuzz.token_set_ratio(folded(one), folded(other))


def _initials(name: str) -> str:
    words = name.split()
    return "".join(word[0] for word in words if word[0].isupper()) if len(words) > 1 else ""
