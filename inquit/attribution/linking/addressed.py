"""Who is called by name in what is said: `Is that you, Robin?`."""

from __future__ import annotations

import re

from inquit.model.span import Span

BEFORE = re.compile(
    r"(?:^|[,;:!?.…—–“\"‘'(]|--|\b(?:dear|dearest|oh|o|ah|well|yes|no|come|now|my|poor))\s*$",
    re.IGNORECASE,
)
AFTER = re.compile(r"\s*(?:[,;:!?.…—–”\"’')]|--|$)")
POLITE = re.compile(
    r"(?:^|[,!.?;—–-])\s*(?:(?:oh|no|yes|well|indeed)[,!]?\s+)?(?:(?:my\s+)?(?:dear(?:est)?|good)\s+)?"
    r"(?:(sir|papa|father|uncle|brother|my lord)|madam|ma['’]am|mam+a|mother|aunt|sister|my lady)"
    r"(?=\s*(?:[,.!?;:—–-]|$))",
    re.IGNORECASE,
)
NEAR = 12
"""Code points before a name that are looked at."""


def is_addressed(text: str, name: Span, said: Span) -> bool:
    """Tell whether a name in somebody's words is that of whom they speak to.

    Args:
        text: the article's.
        name: where the name stands.
        said: the words around it, without their marks.
    """
    before = text[max(said.start, name.start - NEAR) : name.start]
    after = text[name.end : min(said.end, name.end + NEAR)]
    alone = not before.strip() and not after.strip(" .")
    return bool(BEFORE.search(before) and AFTER.match(after)) and not alone


def addressed_gender(words: str) -> str:
    """Return "m" or "f" where somebody is called "sir" or "madam" in some words, else ""."""
    match = POLITE.search(words)
    if match is None:
        return ""
    return "m" if match[1] else "f"
