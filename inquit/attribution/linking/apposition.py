"""The name that follows a description between commas: `the chief engineer, Per Lund,`."""

from __future__ import annotations

import re

from inquit.attribution.linking.names import NameParts, names_in
from inquit.model.quotation import SourceKind
from inquit.model.span import Span

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
