"""Text as it is compared: whatever case, spaces and way of writing accents it came with."""

from __future__ import annotations

from unicodedata import normalize

from inquit.model.printable import strip_invisible


def fold_text(text: str) -> str:
    """Return text for comparing; two texts that differ only in what folding ignores give the same.

    It ignores case, how accents are composed, how much white space there is, and what draws
    nothing, so that no two names that look alike are apart. Accents count.
    A canonical caseless match as in The Unicode Standard, definition D145, composed again.
    """
    if not text.isascii():
        text = normalize("NFC", normalize("NFD", strip_invisible(text)).casefold())
    return " ".join(text.casefold().split())
