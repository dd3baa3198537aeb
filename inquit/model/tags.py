"""Tags of bookmarks and notes: words to find them by, typed with or without a “#”."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

from inquit.model.folding import fold_text
from inquit.model.printable import clean_line

_BETWEEN = re.compile(r"[\s,;#]+")


def parse_tags(typed: str) -> tuple[str, ...]:
    """Return the tags in a line, each once however it is written, in order."""
    tags = (normalize("NFC", tag) for tag in _BETWEEN.split(clean_line(typed)) if tag)
    return tuple({fold_text(tag): tag for tag in reversed(list(tags))}.values())[::-1]


def format_tags(tags: Iterable[str]) -> str:
    """Return tags on one line, each with a “#”."""
    return " ".join(f"#{clean_line(tag)}" for tag in tags)


def complete_tag(typed: str, known: Iterable[str]) -> str | None:
    """Return a line with its last tag finished as a known one begins; None where none does.

    Args:
        typed: the line so far.
        known: tags that are in use, those to prefer first.
    """
    last = _BETWEEN.split(typed)[-1]
    taken = set(map(fold_text, parse_tags(typed[: len(typed) - len(last)])))
    for tag in known:
        begins = fold_text(tag).startswith(fold_text(last)) and len(tag) > len(last)
        if last and begins and fold_text(tag) not in taken:
            return typed + tag[len(last) :]
    return None


def merge_tags(base: Iterable[str], theirs: Iterable[str], mine: Iterable[str]) -> tuple[str, ...]:
    """Return the tags after two windows changed them: what either added, without what either took.

    Args:
        base: the tags that both began with.
        theirs: the tags in the store.
        mine: the tags here.
    """
    base, theirs, mine = tuple(base), tuple(theirs), tuple(mine)
    kept = [tag for tag in theirs if tag in mine or tag not in base]
    return (*kept, *(tag for tag in mine if tag not in theirs and tag not in base))
