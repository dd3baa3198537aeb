"""Parsing RSS, Atom and OPML; malformed sources are read as far as possible."""

from __future__ import annotations

from inquit.errors import CancelledError, InputError
from inquit.loaders.article_builder import web_address
from inquit.loaders.bounded_process import run_module
from inquit.loaders.feed.parser_process import MOST_ENTRIES, feed_of_json, parse_feed, plain
from inquit.loaders.feed.source import limit_source
from inquit.model.feed import Feed
from inquit.model.printable import printable
from inquit.model.progress import PARTS, UNATTENDED, ProgressToken

SMALL = 100_000
"""Bytes of a source up to which it is parsed at once: that takes less than starting a process."""

_MEMORY = 1024 * 1024 * 1024
_OUR_FAULT = 1  # with which Python ends at an exception


def load_feed(data: bytes, *, origin: str, token: ProgressToken = UNATTENDED) -> Feed:
    """Return the feed that some bytes hold.

    Args:
        data: RSS or Atom.
        origin: where they came from, for an error.
        token: who waits for it; asked often where it is large.

    Raises:
        CancelledError: it is not wanted any more.
        InputError: they are no feed, or too large to be one.
    """
    told = f"cannot read {printable(origin)}"
    source = limit_source(data, MOST_ENTRIES, origin=origin)
    try:
        feed = parse_feed(source) if len(source) <= SMALL else _parse_in_process(source, token)
    except CancelledError:
        raise
    except InputError as error:
        raise InputError(f"{told}: {error}") from error
    if feed is None:
        raise InputError(f"{told}: it is no feed")
    return feed


def _parse_in_process(source: bytes, token: ProgressToken) -> Feed | None:
    """Parse a large feed in a process of its own, which can be ended and blocks nobody's keys.

    Raises:
        CancelledError: it is not wanted any more.
        InputError: its parser fails at it, or takes more than it may.
        RuntimeError: the fault is our own.
    """
    module = "inquit.loaders.feed.parser_process"
    line, code = run_module(module, source, memory=_MEMORY, token=token, counted=PARTS)
    if code == _OUR_FAULT:
        raise RuntimeError(f"{module} has failed")
    if code:
        raise InputError("it is malformed, or takes too much time or memory")
    return feed_of_json(line)


def load_opml(data: bytes, *, origin: str) -> tuple[tuple[str, str], ...]:
    """Return address and title of the feeds that an OPML file lists, each address once.

    Raises:
        InputError: it is no OPML, or declares entities.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        root = fromstring(data)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise InputError(f"cannot read {printable(origin)}: it is no OPML") from error
    found: dict[str, str] = {}
    for outline in root.iter("outline"):
        url = web_address(outline.get("xmlUrl"))
        if url is not None:
            found.setdefault(url, plain(outline.get("title") or outline.get("text")))
    return tuple(found.items())
