"""The mentions before a place, as far back as they count."""

from __future__ import annotations

from collections.abc import Container, Iterator

from inquit.attribution.linking.entity import Entity
from inquit.attribution.linking.salience import Trace
from inquit.model.span import Span

KEPT = 200
"""Mentions remembered; those farther back are out of a pronoun's reach."""


class Trail:
    """Remembers who was mentioned, in the order of the text."""

    def __init__(self) -> None:
        """Start with nobody mentioned."""
        self._traces: list[Trace] = []
        self._fresh: list[Trace] = []

    def __iter__(self) -> Iterator[Trace]:
        """Go through the mentions."""
        return iter(self._traces)

    def add(self, trace: Trace) -> None:
        """Remember a mention."""
        self._traces.append(trace)
        self._fresh.append(trace)
        del self._traces[:-KEPT]

    def take_fresh(self) -> list[Trace]:
        """Return the mentions since this was last asked."""
        fresh, self._fresh = self._fresh, []
        return fresh

    def without(self, entities: Container[Entity | None]) -> list[Trace]:
        """Return the mentions of all but some."""
        return [one for one in self._traces if one.entity not in entities]

    def at(self, head: Span | None) -> Entity | None:
        """Return who was mentioned last by words with some head, None where nobody."""
        if head is None:
            return None
        found = (one for one in reversed(self._traces) if head.start in range(one.at, one.end))
        return next((one.entity for one in found), None)
