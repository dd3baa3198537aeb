"""The head and the licence of Project Gutenberg, taken off its plain texts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from inquit.model.pattern_at_need import pattern_at_need

_NAME = "PROJECT GUTENBERG"
_START = pattern_at_need(
    r"^\*\*\* ?START OF (?:THE|THIS) PROJECT GUTENBERG E(?:BOOK|TEXT)[^\n]{0,300}"
    r"(?:\n[^\n]{1,200})?\*\*\*[ ]*$",
    re.MULTILINE,
)
_END = pattern_at_need(
    r"^(?:\*\*\* ?END OF (?:THE|THIS) PROJECT GUTENBERG|End of (?:the )?Project Gutenberg)",
    re.MULTILINE,
)
_FIELD = pattern_at_need(r"^(Title|Author|Release Date|Language): +(\S[^\n]*)", re.MULTILINE)
_HEAD = 20_000
_LANGUAGES = {"english": "en", "french": "fr", "german": "de", "italian": "it", "spanish": "es"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A text without what is not the book's own.

    Attributes:
        text: what the author wrote.
        title: as the head gives it.
        author: as the head gives it.
        language: BCP 47 tag, for the commonest languages.
    """

    text: str
    title: str | None
    author: str | None
    language: str | None


def book_in(text: str) -> Book | None:
    """Return the book in a text of Project Gutenberg, or None if it is none.

    Args:
        text: normalised, lines not rejoined yet.
    """
    if _NAME not in text[:_HEAD]:
        return None
    start = _START.search(text, 0, _HEAD)
    if start is None:
        return None
    end = _END.search(text, start.end())
    body = text[start.end() : end.start() if end else len(text)]
    if not body.strip():
        return None
    fields = {found[1]: found[2].strip() for found in _FIELD.finditer(text, 0, start.start())}
    return Book(
        text=body,
        title=fields.get("Title"),
        author=fields.get("Author"),
        language=_LANGUAGES.get(fields.get("Language", "").casefold()),
    )
