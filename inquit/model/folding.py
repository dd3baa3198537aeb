"""Text as it is compared: whatever case, spaces and way of writing accents it came with."""

from __future__ import annotations

from unicodedata import normalize


def folded(text: str) -> str:
    """Return text for comparing; two texts that differ only in what folding ignores give the same.

    It ignores case, how accents are composed, and how much white space there is. Accents count.
    A canonical caseless match as in The Unicode Standard, definition D145, composed again.
    """
    if not text.isascii():
        text = normalize("NFC", normalize("NFD", text).casefold())
    return " ".join(text.casefold().split())
