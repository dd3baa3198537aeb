"""What a file is called or how it begins, told by its first bytes alone, for a list of files."""

from __future__ import annotations

import html
import re

from inquit.errors import InputError
from inquit.loaders.kind import Kind
from inquit.loaders.normalization import normalise
from inquit.loaders.text.decoding import decode
from inquit.loaders.text.headline import headline_of
from inquit.model.printable import clean_line

_LONGEST = 120
_TITLE = re.compile(r"<title[^<>]{0,200}>([^<]{1,2000})</title", re.IGNORECASE)
_HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_UNTOLD = (Kind.EPUB, Kind.PDF, Kind.DOCX, Kind.GZIP, Kind.CORPUS)
"""Kinds whose titles only a full load would tell."""


def quick_title(head: bytes, kind: Kind) -> str | None:
    """Return a title, or for a text without one its first line, or None where neither is told.

    Args:
        head: the beginning of the input.
        kind: what the input is.
    """
    if kind in _UNTOLD:
        return None
    try:
        found = _subject(head) if kind is Kind.MAIL else _in_text(decode(head, ""), kind)
    except (InputError, ValueError, LookupError):
        return None
    words = clean_line(normalise(found or ""))
    return (words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…") or None


def _in_text(text: str, kind: Kind) -> str | None:
    if kind in (Kind.HTML, Kind.MHTML, Kind.FEED, Kind.OPML):
        found = _TITLE.search(text)
        return html.unescape(found[1]) if found else None
    if kind is Kind.MARKDOWN and (heading := _HEADING.search(text)):
        return heading[1]
    return headline_of(text) or text.strip().partition("\n")[0]


def _subject(head: bytes) -> str | None:
    from email import message_from_bytes, policy

    subject = message_from_bytes(head, policy=policy.default)["subject"]
    return None if subject is None else str(subject)
