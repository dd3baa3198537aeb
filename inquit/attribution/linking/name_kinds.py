"""Whether a name is a person's or a body's, as its own form tells."""

from __future__ import annotations

import re

from inquit.attribution.lexicon import given_names, nouns, proper_names
from inquit.attribution.lexicon.spelling import plain
from inquit.model.quotation import SourceKind

ACRONYM_LETTERS = 6
"""A longer word all in capitals is a name set in capitals, as in transcripts."""
ACRONYM = re.compile(r"\s*\(\s*(?:the\s+)?[\"“]?([A-Z][A-Za-z]*[A-Z]s?|[A-Z]{2,8})[\"”]?\s*\)")
JOINED = re.compile(r"(?!(?:Mac|Fitz|Van|Von|Del|Della|San|Saint)[A-Z])[A-Z][a-z]{2,}[A-Z]\w*")
"""A name of two words written as one is a brand's: `SkyArrow`, but not `MacDonald`."""
PERSON = (2, 4)
"""Words that an unknown person's name has, at least and at most."""


def kind_of(name: tuple[str, ...], *, titled: bool, body: bool) -> SourceKind | None:
    """Return what kind of source a name is, None where its form does not tell.

    Args:
        name: its words, without role and titles.
        titled: a title or role stands before it, as before people.
        body: what stands before it tells of a body, unless the name is clearly a person's.
    """
    lower = [plain(word) for word in name]
    if titled:
        return SourceKind.PERSON
    if _is_of_body(lower):
        return SourceKind.ORGANISATION
    if lower[0] in given_names("m", "f"):
        return SourceKind.PERSON
    alone = len(name) == 1
    acronym = alone and name[0].isupper() and 1 < len(name[0]) <= ACRONYM_LETTERS
    brand = alone and JOINED.fullmatch(name[0]) is not None
    if body or brand or acronym or "of" in lower:
        return SourceKind.ORGANISATION
    return SourceKind.PERSON if PERSON[0] <= len(name) <= PERSON[1] else None


def acronym_after(text: str, at: int) -> str:
    """Return the acronym in brackets that follows a name in a text, else ""."""
    match = ACRONYM.match(text, at)
    return match[1] if match is not None else ""


def _is_of_body(name: list[str]) -> bool:
    """Tell whether a word in a name in small letters makes it a body's, or a country's."""
    states = len(name) > 2 and not proper_names("place").isdisjoint(name)
    return (
        "&" in name
        or states
        or not nouns("organisation").isdisjoint(name)
        or name[-1] in proper_names("place", "outlet") | nouns("land")
    )
