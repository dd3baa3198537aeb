"""People who are named together, and so are meant by "they", "the couple", "the Rowes"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from inquit.attribution.lexicon import nouns
from inquit.attribution.lexicon.spelling import plain
from inquit.attribution.linking.name_parts import NameParts
from inquit.model.quotation import SourceKind
from inquit.model.span import Span

JOINED = re.compile(r",? and (?:(?:the|his|her|their|an?) (?:[a-z][a-z-]*,? ){1,3})?$")
"""Between two who are named together: `Tom Holt and his wife, Vera`."""
FAMILY = re.compile(r"[Tt]he ([^\W\d_a-z][\w'’-]+?)(?:(?<=[sxzh])es|s)$")
KIN = re.compile(r"[Tt]he ([^\W\d_a-z][\w'’-]+) (\w+)$")


def are_joined(one: NameParts, other: NameParts, text: str) -> bool:
    """Tell whether two people's names stand side by side, joined by "and".

    Args:
        one: the name that comes first.
        other: the name after it.
        text: the article's.
    """
    kinds = {one.kind, other.kind}
    people = SourceKind.PERSON in kinds and SourceKind.ORGANISATION not in kinds
    return people and JOINED.fullmatch(text[one.span.end : other.span.start]) is not None


def joined_names(names: Sequence[NameParts], span: Span, text: str) -> tuple[NameParts, ...]:
    """Return the names that a mention is made of, if it is several people's and nothing else.

    Args:
        names: those in it, in order.
        span: where it lies.
        text: the article's.
    """
    pairs = list(pairwise(names))
    whole = len(pairs) == 1 and names[0].span.start == span.start and names[1].span.end == span.end
    return tuple(names) if whole and are_joined(*pairs[0], text) else ()


def family_name(words: str) -> str:
    """Return the last name, in small letters, of the family that some words are: `The Rowes`."""
    match = FAMILY.match(words)
    if match is not None:
        return plain(match[1])
    match = KIN.match(words)
    return plain(match[1]) if match is not None and match[2] in nouns("family") else ""


def name_together(names: Sequence[NameParts]) -> tuple[str, ...]:
    """Return the words of the name of several people: `Mark and Ida Rowe`."""
    full = (
        f"{one.courtesy} {' '.join(one.name)}" if len(one.name) == 1 else " ".join(one.name)
        for one in names
    )
    return tuple(" and ".join(name.strip() for name in full).split())
