"""Making text safe to show: control sequences and invisible characters are made harmless.

Escape sequences drive a terminal; bidirectional overrides make a line read otherwise than it is
(CVE-2021-42574, "Trojan Source"); characters that draw nothing make two names look the same. All
that is shown comes through here. Joiners, variation selectors and tags stay where an emoji or a
script is made of them (UTS 51, sections 1.4.3 and 2.3), and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable

from inquit.model.pattern_at_need import pattern_at_need

_CONTROLS = "\x00-\x1f\x7f-\x9f"
FORMATS = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Invisible characters other than controls, as the inside of a regular expression's set."""

_EMOJI = (
    "[\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2900-\u297f"
    "\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
_JOINING = (
    "[\u0600-\u109f\u1780-\u18af\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc\U00010a00-\U00011fff]"
)
_SEQUENCES = (
    # The flag of a region is a black flag with the region's code in tags.
    "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f"
    f"|{_EMOJI}[\ufe0e\ufe0f]?(?:\u200d{_EMOJI}\ufe0f?)*"
    "|[#*0-9]\ufe0f\u20e3"
    f"|{_JOINING}[\u200c\u200d]"
)
_HIDDEN = pattern_at_need(f"[{_CONTROLS}{FORMATS}]")
_FORMATS = pattern_at_need(f"[{FORMATS}]")
_PARTS = pattern_at_need(f"({_SEQUENCES})|{_HIDDEN.pattern}")
_PARTS_BUT_CONTROLS = pattern_at_need(f"({_SEQUENCES})|{_FORMATS.pattern}")

_BREAKS = pattern_at_need("\r\n|[\n\x85\u2028\u2029]")
_INSTEAD = "\ufffd"


class Prose(str):
    """Text that somebody wrote, to be shown line by line with `printable_lines`."""

    __slots__ = ()


def printable(text: str) -> str:
    """Return text on one line, with every character that a terminal would not draw escaped.

    Args:
        text: a name, a title, an error: anything from outside.

    Returns:
        The text, with such characters in the notation of a Python string literal.
    """
    return replace_hidden(text, _escape)


def printable_lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text as a terminal or a pipe may have them.

    What a terminal would obey and what draws nothing is written out; soft hyphens and whatever
    else a script or an emoji needs stay.

    Args:
        text: what somebody wrote, of any number of lines; tabs become spaces.

    Returns:
        The lines, without line feeds; of an empty text one that is empty.
    """
    lines = _BREAKS.split(text)
    return tuple(replace_hidden(line.replace("\t", "    "), _escape_in_prose) for line in lines)


def clean_line(text: str) -> str:
    """Return text on one line, with single spaces and without undrawable characters."""
    return " ".join(replace_hidden(" ".join(text.split()), lambda _: "").split())


def reveal_hidden(name: str) -> str:
    """Return a name on one line with hidden characters escaped, so that no two look the same."""
    return printable(" ".join(name.split()))


def replace_undrawable(text: str) -> str:
    """Return text of the same length, with each undrawable character replaced by a sign."""
    return replace_hidden(text, lambda _: _INSTEAD)


def strip_invisible(text: str) -> str:
    """Return text without any invisible character, for comparing."""
    return text if text.isascii() else _FORMATS.sub("", text)


def without_formats(text: str) -> str:
    """Return text without invisible characters; controls such as line feeds stay."""
    if text.isascii() or _FORMATS.search(text) is None:
        return text
    return _PARTS_BUT_CONTROLS.sub(lambda part: part[1] or "", text)


def replace_hidden(text: str, instead: Callable[[str], str]) -> str:
    """Return text with each character that would not be drawn replaced.

    Args:
        text: any text.
        instead: returns what stands in a character's place.
    """
    if (text.isascii() and text.isprintable()) or _HIDDEN.search(text) is None:
        return text
    return _PARTS.sub(lambda part: part[1] or instead(part[0]), text)


def _escape_in_prose(letter: str) -> str:
    return letter if letter == "\xad" else _escape(letter)


def _escape(letter: str) -> str:
    code = ord(letter)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
