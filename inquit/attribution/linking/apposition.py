"""The name that follows a description between commas: `the chief engineer, Per Lund,`."""

from __future__ import annotations

import re

from inquit.attribution.linking.names import NameParts, names_in
from inquit.attribution.linking.words import ROLES
from inquit.model.quotation import SourceKind
from inquit.model.span import Span

ROLE = re.compile(r",\s+(?:the|a|an|its|their|his|her)?\s*([^\W\d_][^,.;:()\n\"“”]{2,60}?)\s*[,.;]")
REACH = 60
"""Code points after a description within which its apposition ends."""


def apposed_name(text: str, span: Span) -> NameParts | None:
    """Return the person's name that stands in apposition right after a stretch of text.

    Args:
        text: the article's.
        span: a description of somebody.

    Returns:
        The name, None where no full name of a person between commas follows.
    """
    after = text[span.end : span.end + REACH].split("\n")[0]
    start = re.match(r",\s+", after)
    if start is None:
        return None
    name = next(names_in(after[start.end() :], offset=span.end + start.end()), None)
    if name is None or name.span.start != span.end + start.end() or len(name.name) < 2:
        return None
    ended = re.match(r"\s*(?:[,.;)]|\d|$)", text[name.span.end : name.span.end + 3])
    return name if ended is not None and name.kind is SourceKind.PERSON else None


def apposed_role(text: str, end: int) -> str:
    """Return the role that follows a name between commas: `Vera Salo, the foreign minister,`.

    Args:
        text: the article's.
        end: offset where the name ends.

    Returns:
        The role without its article, "" where none follows.
    """
    match = ROLE.match(text, end, end + REACH + 20)
    if match is None:
        return ""
    words = re.findall(
        r"[^\W\d]+", re.split(r"\b(?:of|for|at|in|from|with)\b", match[1])[0].casefold()
    )
    return match[1] if words and words[-1] in ROLES else ""
