"""Text in the form in which it is compared, without regard to case, spacing and encoding."""

from __future__ import annotations

from unicodedata import normalize

from inquit.model.printable import strip_invisible


def fold_text(text: str) -> str:
    """Return text in a form for comparing.

    It ignores case, the composition of accents, the amount of white space and invisible characters,
    so that names that look alike compare equal. Accents count.
    A canonical caseless match as in The Unicode Standard, definition D145, composed again.
    """
    if not text.isascii():
        text = normalize("NFC", normalize("NFD", strip_invisible(text)).casefold())
    return " ".join(text.casefold().split())
