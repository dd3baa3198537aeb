"""Documents that do not hold what their table requires: kept as they are, and counted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from inquit.store.codec import Document
from inquit.store.records.pending_changes import Key, Saved

_V = TypeVar("_V")


class Unreadable:
    """The unreadable documents met so far."""

    def __init__(self, find: Saved) -> None:
        """Take a function that returns the document of a table and an id, or None."""
        self._find = find
        self._met: dict[Key, Document] = {}

    def meet(self, table: str, document: Document) -> None:
        """Count a document that cannot be read."""
        self._met[table, str(document.get("id"))] = document

    def value(
        self, table: str, document: Document, decode: Callable[[Document], _V | None]
    ) -> _V | None:
        """Return what a document holds; None, after counting it, for one that cannot be read."""
        value = decode(document)
        if value is None:
            self.meet(table, document)
        return value

    @property
    def warning(self) -> str | None:
        """How many of those are still there, in one line, or None for none."""
        for key, document in tuple(self._met.items()):
            if key[1] != "None" and self._find(*key) is not document:
                del self._met[key]
        count = len(self._met)
        if not count:
            return None
        who = (
            "1 record cannot be read and is"
            if count == 1
            else f"{count} records cannot be read and are"
        )
        return f"{who} kept apart, unchanged; 'inquit store check' names what is wrong"
