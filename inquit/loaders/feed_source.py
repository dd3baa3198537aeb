"""The source of a feed bounded before it is parsed: in size, attributes and entries."""

from __future__ import annotations

import codecs
import re
from itertools import islice

from inquit.errors import InputError
from inquit.loaders.attributes import with_few_attributes
from inquit.model.printable import printable

MOST_BYTES = 8 * 1024 * 1024
"""What a feed may hold."""
MOST_BYTES_WIDE = 256 * 1024
"""The same of one whose characters take several bytes each, for which few bounds can be kept."""

_ENTRY_ENDS = re.compile(rb"</(?:\w{1,20}:)?(?:item|entry)\s*>", re.IGNORECASE)
_FEED_ENDS = re.compile(rb"</(?:\w{1,20}:)?(?:channel|feed|rdf)\s*>", re.IGNORECASE)
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_HEAD = 200


def bounded(data: bytes, entries: int, *, origin: str) -> bytes:
    """Return the source of a feed without what would keep its parser busy for nothing.

    Args:
        data: the feed.
        entries: how many are read at most; those after them are cut out.
        origin: where it came from, for an error, not escaped yet.

    Raises:
        InputError: it is too large to be a feed.
    """
    wide = data.startswith(_WIDE) or b"\x00" in data[:_HEAD]
    if len(data) > (MOST_BYTES_WIDE if wide else MOST_BYTES):
        raise InputError(f"cannot read {printable(origin)}: no feed is that large")
    if wide:
        return data
    # In any encoding that a feed has, what tags are made of is ASCII.
    tamed = with_few_attributes(data.decode("latin-1")).encode("latin-1")
    last = next(islice(_ENTRY_ENDS.finditer(tamed), entries - 1, None), None)
    if last is None:
        return tamed
    end = next(_FEED_ENDS.finditer(tamed, last.end()), None)
    return tamed[: last.end()] + (tamed[end.start() :] if end else b"")
