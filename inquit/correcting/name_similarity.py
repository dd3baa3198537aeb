"""How similar the names of two sources are."""

from __future__ import annotations

from rapidfuzz import fuzz

from inquit.model.folding import fold_text

_EQUAL = 100.0


def measure_similarity(one: str, other: str) -> float:
    """Return how similar two names are, from 0 to 100.

    Names are equal as well where one has all the words of the other, or is its initials.
    """
    if _initials(one) == other.replace(".", "") or _initials(other) == one.replace(".", ""):
        return _EQUAL
    return fuzz.token_set_ratio(fold_text(one), fold_text(other))


def _initials(name: str) -> str:
    words = name.split()
    return "".join(word[0] for word in words if word[0].isupper()) if len(words) > 1 else ""
