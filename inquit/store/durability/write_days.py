"""The days on which a store was written; they measure the age of things in the bin.

A clock that is wrong adds one day, however wrong it is; one that is set back takes none away.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

REMEMBERED = 40
"""The days that are known by their date, so that none of them counts twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """How many days there were, and the last of them as ISO dates, oldest first."""

    count: int = 0
    seen: tuple[str, ...] = ()

    def with_day(self, today: date) -> Days:
        """Return these days and today, which is one more unless it was there before."""
        named = today.isoformat()
        if named in self.seen:
            return self
        return Days(count=self.count + 1, seen=(*self.seen, named)[-REMEMBERED:])

    def age(self, day: object) -> int | None:
        """Return how many days ago a day was that was counted as `count` then; None for no such."""
        if isinstance(day, int) and 0 <= day <= self.count:
            return self.count - day
        return None

    def as_json(self) -> dict[str, Any]:
        """Return the days as plain values for JSON."""
        return {"count": self.count, "seen": list(self.seen)}


def decode_days(held: object) -> Days:
    """Return the days that plain values describe; none where they describe none."""
    if not isinstance(held, dict):
        return Days()
    count, seen = held.get("count"), held.get("seen")
    if not isinstance(count, int) or count < 0 or not isinstance(seen, list):
        return Days()
    return Days(count=count, seen=tuple(str(day) for day in seen[-REMEMBERED:]))
