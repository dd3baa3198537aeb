"""Which column of its table a cell is in, so that its words stand below the right heading.

As the HTML Standard forms tables (section 4.9.12), for cells that are no wider and no further to
the right than a reader has use for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

MOST_COLUMNS = 30
"""How many columns are aligned; further cells simply follow each other."""

_MOST_ROWS = 1000
_NUMBER = re.compile(r"[0-9]{1,5}")


@dataclass(slots=True)
class TableColumns:
    """The columns of a table while its cells are read, with cells that span rows carried on."""

    _held: dict[int, int] = field(default_factory=dict)
    _next: int = 0
    _last: int = 0

    def begin_row(self) -> None:
        """Begin a row; cells that span several rows have one row less to go."""
        self._held = {column: rows - 1 for column, rows in self._held.items() if rows > 1}
        self._next = self._last = 0

    def place(self, columns: int, rows: int) -> int:
        """Place the next cell of the row.

        Args:
            columns: how many it spans, 1 or more.
            rows: how many it spans, 1 or more.

        Returns:
            How many columns it stands to the right of the cell before it in the row, or of the
            first column.
        """
        at = self._next
        while at in self._held:
            at += 1
        self._next = at + min(columns, MOST_COLUMNS)
        if rows > 1:
            beyond = min(self._next, MOST_COLUMNS)
            self._held |= dict.fromkeys(range(at, beyond), min(rows, _MOST_ROWS))
        moved, self._last = at - self._last, at
        return moved


def parse_span(number: str | None) -> int:
    """Return how many columns or rows a cell spans by what is written; 1 where it is no number."""
    written = (number or "").strip()
    return max(1, int(written)) if _NUMBER.fullmatch(written) else 1
