"""Limiting the attributes of tags, as parsers compare each with all others of its tag."""

from __future__ import annotations

import re

MOST_ATTRIBUTES = 200
"""Attributes that are read of one tag."""

# As the tokenizer of the HTML Standard, section 13.2.5, reads a tag; it never fails once it has
# begun, so that looking for tags takes one pass over any page.
_ATTRIBUTE = r"""[\s/]++(?:=?[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>"'][^\s>]*+)?)?)?"""
_TAG = re.compile(rf"<[a-zA-Z][^\s/>]*+((?:{_ATTRIBUTE}|[^\s/>]++)*+)")
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_SHORTEST = 2 * MOST_ATTRIBUTES


def with_few_attributes(source: str) -> str:
    """Return the source of a page, or of XML, with no more attributes of a tag than are read."""
    return _TAG.sub(_shorten, source)


def _shorten(tag: re.Match[str]) -> str:
    whole = tag[0]
    if len(whole) < _SHORTEST:
        return whole
    for number, attribute in enumerate(_ATTRIBUTES.finditer(whole), start=1):
        if number > MOST_ATTRIBUTES:
            return whole[: attribute.start()]
    return whole
