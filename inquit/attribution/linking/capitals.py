"""Names set in capitals before a colon, as in transcripts: `MR. HALVERSEN: Thank you.`."""

from __future__ import annotations

import re

from inquit.attribution.lexicon import given_names, nouns, proper_names, titles
from inquit.attribution.lexicon.spelling import plain
from inquit.model.span import Span

INSIDE = re.compile(r"(?<=['’\-])[a-z]|(?<=\bMc)[a-z]")
"""Letters that are capitals too, within a name: `O'Brien`, `McCoy`."""
ENDED = re.compile(r"[:.]|(?: \([^()\n]{1,40}\)|, [A-Z][\w ,]{2,40}):")
"""The mark after a label, with a manner or a role before it: `KARL DENZ (on camera):`."""
FEWEST_LETTERS = 4
"""A shorter label is an acronym, or somebody's initials, unless a title stands before it."""


def recased(label: str, text: str) -> str:
    """Return a label in capitals as the name of a person is written, else as it stands.

    Its length stays the same. Without a title it is a person's where the text names them, or
    has the label more than once, as where turns are taken; else it may be an acronym.

    Args:
        label: the words before a colon.
        text: the article's.
    """
    name, comma, role = label.partition(", ")
    if comma and label.isupper():
        return f"{recased(name, text)}, {role.lower()}"
    parts = label.split(" ")
    if label.isupper() and parts[0] == "THE" and len(parts) > 1:
        return label.capitalize()
    if label.isupper() and plain(parts[-1]) in nouns("role", "asker", "withheld") - nouns(
        "acronym"
    ):
        return label.capitalize()
    if not label.isupper() or any(
        plain(part) in proper_names("outlet") | nouns("organisation") for part in parts
    ):
        return label
    titled = len(parts) > 1 and plain(parts[0]) in titles("courtesy", "rank") | nouns("role")
    cased = [_recased(part) for part in parts]
    if not (titled or _is_person(label, " ".join(cased), text)):
        return label
    return " ".join(cased)


def as_written(name: tuple[str, ...]) -> tuple[str, ...]:
    """Return a person's name set in capitals as names are written, any other as it stands.

    Args:
        name: its words; a given name in front tells that it is a person's.
    """
    capitals = len(name) > 1 and all(word.isupper() and len(word) > 1 for word in name)
    given = capitals and plain(name[0]) in given_names()
    return tuple(_recased(word) for word in name) if given else name


def is_label(text: str, span: Span) -> bool:
    """Tell whether a stretch of a text is the label of a turn, by the mark after it."""
    return ENDED.match(text, span.end) is not None


def is_capital_label(text: str, span: Span) -> bool:
    """Tell whether a stretch of a text is such a label, set in capitals."""
    return span.of(text).isupper() and is_label(text, span)


def _recased(word: str) -> str:
    if plain(word) in nouns("acronym"):
        return word
    # The small letter of a dotted I is two code points for Python.
    small = word[:1] + word[1:].replace("İ", "i").lower()
    return INSIDE.sub(lambda match: match[0].upper(), small)


def _is_person(label: str, cased: str, text: str) -> bool:
    if len(label) < FEWEST_LETTERS:
        return False
    if label.replace(" ", "").isalpha() and " " in label:
        return True
    again = len(re.findall(rf"^\s*{re.escape(label)}:", text, re.M)) > 1
    fuller = rf"^\s*(?:[^\W\d_a-z]+\.? ){{1,3}}{re.escape(label)}(?:[:,]| \()"
    again = again or re.search(fuller, text, re.M) is not None
    return again or re.search(rf"\b{re.escape(cased.split()[-1])}\b", text) is not None
