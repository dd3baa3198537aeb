"""Limiting the source of a feed before it is parsed: size, attributes and entries."""

from __future__ import annotations

import re
from itertools import islice

from inquit.errors import InputError
from inquit.loaders.page.attributes import with_few_attributes
from inquit.loaders.text.decoding import decode
from inquit.model.printable import printable

MOST_BYTES = 8 * 1024 * 1024
"""What a feed may hold."""

_ENTRY_ENDS = re.compile(rb"</(?:\w{1,20}:)?(?:item|entry)\s*>", re.IGNORECASE)
_FEED_ENDS = re.compile(rb"</(?:\w{1,20}:)?(?:channel|feed|rdf)\s*>", re.IGNORECASE)
_DECLARED = re.compile(r"\A\s*(<\?xml\b[^<>]{0,200}?)\s+encoding\s*=\s*([\"'])[\w.:-]{1,40}\2")
_HEAD = 200
_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
# XML 1.0, appendix F.1: how a document without a mark begins.
_BEGINNINGS = (
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00<", "utf-16-be"),
    (b"<\x00", "utf-16-le"),
)


def limit_source(data: bytes, entries: int, *, origin: str) -> bytes:
    """Return the source of a feed without what would only keep its parser busy.

    Args:
        data: the feed.
        entries: how many are read at most; those after them are cut out.
        origin: where it came from, for an error, not escaped yet.

    Raises:
        InputError: it is too large to be a feed, or no text.
    """
    if len(data) > MOST_BYTES:
        raise InputError(f"cannot read {printable(origin)}: no feed is that large")
    data = _recode_as_utf8(data, origin)
    # In any other encoding that a feed has, what tags are made of is ASCII.
    tamed = with_few_attributes(data.decode("latin-1")).encode("latin-1")
    last = next(islice(_ENTRY_ENDS.finditer(tamed), entries - 1, None), None)
    if last is None:
        return tamed
    end = next(_FEED_ENDS.finditer(tamed, last.end()), None)
    return tamed[: last.end()] + (tamed[end.start() :] if end else b"")


def _recode_as_utf8(data: bytes, origin: str) -> bytes:
    """Return a feed in UTF-16 or UTF-32 as UTF-8, any other unchanged."""
    encoding = next((name for begins, name in _BEGINNINGS if data.startswith(begins)), None)
    if encoding is None and not data.startswith(_MARKS) and b"\x00" not in data[:_HEAD]:
        return data
    text = data.decode(encoding, "replace") if encoding else decode(data, origin)
    return _DECLARED.sub(r"\1", text, count=1).encode("utf-8", "replace")
