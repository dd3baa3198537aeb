"""Characters as an article holds them: no control but the line feed, one kind of space.

Escape sequences go as a whole. Characters that draw nothing go too, save joiners where a script or
an emoji needs them.
"""

from __future__ import annotations

import itertools

from inquit.model.pattern_at_need import pattern_at_need
from inquit.model.printable import FORMATS, without_formats
from inquit.model.terminal_sequences import strip_sequences

# Text that was Windows-1252 and went through Latin-1 keeps its quotation marks as C1 controls;
# where they are there, the control that would be a line break is an ellipsis.
_MANGLED = pattern_at_need("[\x91-\x97]")
_WINDOWS = dict(zip((0x85, *range(0x91, 0x98)), "…‘’“”•–—", strict=True))

_LINE_BREAKS = pattern_at_need("[\r\x0b\x85\u2028]")
_SPACES = pattern_at_need("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNDRAWN = pattern_at_need("[\x00-\x09\x0e-\x1f\x7f-\x9f\ufffc]")
# What an article usually has none of; one quick look spares most of the work.
_UNUSUAL = pattern_at_need(
    f"[\x00-\x09\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200a\u202f\u205f\u3000\ufffc{FORMATS}]"
)
_SURROGATES = pattern_at_need("[\ud800-\udfff]")
_ENDED = pattern_at_need("[.!?:…][\"'”’»)\\]]{0,3}$")


def normalise(text: str) -> str:
    """Return text whose only control character is the line feed.

    Args:
        text: as decoded.

    Returns:
        The text with line feeds for every line break, an empty line for a paragraph separator,
        spaces for every kind of space. Page breaks become line breaks, or an empty line where the
        page ended with a sentence.
    """
    if not _UNUSUAL.search(text):
        return text
    if "\x1b" in text or not text.isascii():
        text = _without_controls(text)
    text = _LINE_BREAKS.sub("\n", text.replace("\r\n", "\n")).replace("\u2029", "\n\n")
    text = _UNDRAWN.sub("", _SPACES.sub(" ", text))
    if "\x0c" in text:
        text = _without_page_breaks(text)
    return without_formats(_SURROGATES.sub("\ufffd", text))


def _without_controls(text: str) -> str:
    """Return text without escape sequences and with mangled punctuation restored."""
    text = strip_sequences(text)
    return text.translate(_WINDOWS) if _MANGLED.search(text) else text


def _without_page_breaks(text: str) -> str:
    """Return text with its pages joined by a line break, or by an empty line between sentences."""
    pages = [page.strip("\n") for page in text.split("\x0c")]
    parts = pages[:1]
    for before, page in itertools.pairwise(pages):
        parts += ["\n\n" if _ENDED.search(before[-8:].rstrip()) else "\n", page]
    return "".join(parts)
