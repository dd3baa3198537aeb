"""Turns the bytes that a terminal sends into events; no byte can stop the reading of keys."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from time import monotonic

from textual import events
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.message import Message

_PASTE_SECONDS = 3.0
"""Seconds of silence within a paste after which its end mark counts as lost."""

_BEFORE_ESCAPES = re.compile("(?=\x1b)")
_SURROGATE = re.compile("[\ud800-\udfff]")


class TerminalInput:
    """Takes bytes and returns events; drops what is neither text nor a known sequence.

    Textual's own parser fails on a sequence whose numbers are not characters, and its decoder on
    a byte that is not UTF-8.
    """

    def __init__(self, *, clock: Callable[[], float] = monotonic) -> None:
        """Take the clock, which returns seconds."""
        self._clock = clock
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self._parser = XTermParser()
        self._pasting = False
        self._came = clock()

    def feed(self, data: bytes) -> list[Message]:
        """Return the events that some bytes complete; a byte that is not UTF-8 reads as �."""
        self._came = self._clock()
        return self._take(self._decoder.decode(data))

    def tick(self) -> list[Message]:
        """Return the events that are complete once nothing follows: an Escape, a cut-off paste."""
        if self._pasting and self._clock() - self._came > _PASTE_SECONDS:
            return self._take(BRACKETED_PASTE_END)
        return self._events(self._parser.tick())

    def _take(self, text: str) -> list[Message]:
        found = []
        for part in _BEFORE_ESCAPES.split(text):
            if part:
                found += self._events(self._parser.feed(part))
        start, end = text.rfind(BRACKETED_PASTE_START), text.rfind(BRACKETED_PASTE_END)
        if start != end:
            self._pasting = start > end
        return found

    def _events(self, parsed: Iterable[Message]) -> list[Message]:
        found = []
        try:
            for event in parsed:
                if not (isinstance(event, events.Key) and _SURROGATE.search(event.character or "")):
                    found.append(event)  # noqa: PERF401 - those before a broken sequence count
        except (ValueError, ArithmeticError):
            self._parser = XTermParser()
            self._pasting = False
        return found
