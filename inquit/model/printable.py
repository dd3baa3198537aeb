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


_BREAKS = re.compile("\r\n|[\n\x85\u2028\u2029]")
_HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb]"
    # Tag characters belong to a flag; anywhere else they are hidden text.
    "|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+"
)


class Prose(str):
    """Text that somebody wrote, to be shown in its own lines by `printable_lines`."""

    __slots__ = ()


def _escape(match: re.Match[str]) -> str:
    return "".join(map(_escaped, map(ord, match[0])))


def _escaped(code: int) -> str:
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


def printable_lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text as a terminal or a pipe may have them.

    Only what a terminal would obey, or what makes a line read otherwise than it is, is written
    out; joiners, soft hyphens and whatever else a script or an emoji needs stay.

    Args:
        text: what somebody wrote, of any number of lines; tabs become spaces.

    Returns:
        The lines, without line feeds; of an empty text one that is empty.
    """
    lines = _BREAKS.split(text)
    return tuple(_HARMFUL.sub(_escape, line.replace("\t", "    ")) for line in lines)


def drawn(text: str) -> str:
    """Return text on one line, all white space single, what cannot be drawn left out."""
    return " ".join(_HIDDEN.sub("", " ".join(text.split())).split())
