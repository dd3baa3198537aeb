"""Words as they are compared: in small letters, without accents and full stops."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import combining, normalize


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """Return a word in small letters without its full stop and accents, for comparing."""
    letters = normalize("NFD", word.casefold())
    return "".join(letter for letter in letters if not combining(letter)).rstrip(".")
