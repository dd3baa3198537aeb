"""The source of a page without the characters that XML has not (XML 1.0, section 2.2).

The parser of HTML lets them through, raw or as references, and what is built on its trees fails at
them. An ESC that introduces a sequence and a BEL that ends one become the C1 controls that mean
the same (ECMA-48, section 5.3), so that the whole of it can still be told and taken out of the
words.
"""

from __future__ import annotations

import re

_REFERENCE = re.compile(
    r"&#(?:[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]|[fF]{3}[efEF])(?![0-9a-fA-F])"
    r"|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]|6553[45])(?![0-9]));?"
)
_INTRODUCER = re.compile(r"\x1b([\[\]P\\X^_])")
_UNUSUAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DROPPED = re.compile("[\x00-\x06\x08\x0e-\x1a\x1c-\x1f\ud800-\udfff\ufffe\uffff]")
"""All but what may be a part of a sequence."""
_REPLACED = str.maketrans({"\x0b": " ", "\x0c": " ", "\x07": "\x9c"})


def without_illegal(source: str) -> str:
    """Return a page's source with every character in it one that XML has too.

    Args:
        source: as decoded.
    """
    if _UNUSUAL.search(source):
        source = _DROPPED.sub("", source)
    if "&#" in source:
        source = _REFERENCE.sub(_decode_reference, source)
    if "\x1b" in source:
        source = _INTRODUCER.sub(lambda match: chr(ord(match[1]) + 0x40), source)
    if _UNUSUAL.search(source):
        # Nothing is dropped any more: what is left and right of it might make a reference.
        source = _UNUSUAL.sub(" ", source.translate(_REPLACED))
    return source


def _decode_reference(match: re.Match[str]) -> str:
    """Return the character that a numeric reference stands for."""
    digits = match[0][2:].rstrip(";")
    return chr(int(digits[1:], 16) if digits[0] in "xX" else int(digits))
