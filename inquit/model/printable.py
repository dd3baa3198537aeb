"""Text that may be shown: control, format and bidirectional characters made visible.

Bidirectional overrides can make a line read otherwise than it is (CVE-2021-42574, "Trojan
Source"), and escape sequences can drive a terminal; both are written out, never obeyed.
"""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def printable(text: str) -> str:
    """Return text on one line with every character a terminal would not draw written out.

    Args:
        text: a name, a title, an error: anything from outside.

    Returns:
        The text, with such characters in the notation of a Python string literal.
    """
    return _HIDDEN.sub(_escape, text)


def drawn(text: str) -> str:
    """Return text on one line, all white space single, what cannot be drawn left out."""
    return " ".join(_HIDDEN.sub("", " ".join(text.split())).split())
