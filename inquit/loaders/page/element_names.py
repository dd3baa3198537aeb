"""Recognising elements by the names that pages give them."""

from __future__ import annotations

import re

from lxml import etree

_LONGEST = 1000
_LEAD = r"(?:[a-z0-9]{1,20}[-_]{1,2}){0,4}"
_CAPTIONS = ("figcaption", "caption")
_CAPTION = re.compile(r"(?:thumb|(?:\w{1,20}[-_]){0,3})caption(?:[-_]text)?", re.ASCII)
_CREDIT = re.compile(
    rf"{_LEAD}(?:attribution|author|byline|citation|cite|credit|footer|quotee|source|speaker)",
    re.ASCII | re.IGNORECASE,
)
_CREDIT_OF_QUOTE = re.compile(
    rf"{_LEAD}(?:attribution|citation|cite|quotee|(?:block|pull)?quote[-_]{{0,2}}"
    r"(?:author|source|footer))",
    re.ASCII | re.IGNORECASE,
)


def is_caption(element: etree._Element, tag: str) -> bool:
    """Tell whether a container is a caption, as HTML or as most sites call it."""
    return tag in _CAPTIONS or (tag in ("div", "p") and _is_called(element, _CAPTION))


def is_credit(element: etree._Element, *, in_quote: bool) -> bool:
    """Tell whether a container is called the credit of a quotation.

    Args:
        element: the container.
        in_quote: whether it stands in what is quoted; after that it must be called more clearly.
    """
    return _is_called(element, _CREDIT if in_quote else _CREDIT_OF_QUOTE)


def _is_called(element: etree._Element, pattern: re.Pattern[str]) -> bool:
    """Tell whether one of the names that a page gives an element matches as a whole."""
    names = element.get("class")
    if names is None or len(names) > _LONGEST:
        return False
    return any(map(pattern.fullmatch, names.split()))
