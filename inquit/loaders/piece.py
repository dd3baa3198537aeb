"""A paragraph, heading, list item or the like, as a loader of some format found it."""

from __future__ import annotations

from dataclasses import dataclass

from inquit.model.structure import BlockKind

Run = tuple[str, str | None]
"""Words, and the address that they lead to or None."""

LINE_BREAK = "\u2028"
"""In a run, a line break that stays; any other white space is one space."""

CELL_BREAK = " | "
"""What stands between the cells of a table's row."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, heading, list item or the like, as a loader found it.

    A list item of several lines is one item: its further lines continue it.

    Attributes:
        runs: its words in order, not normalised.
        kind: what it is; a preformatted piece keeps its line feeds and spaces.
        level: depth of a heading, list item or block quote, from 1; 0 for the others.
        label: runs at its beginning that are set as a label, as a term or in bold on a line of
            their own; they may name who says the rest.
        opens: whether it is known to begin a block quote.
    """

    runs: tuple[Run, ...]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    label: int = 0
    opens: bool = False

    @property
    def words(self) -> str:
        """Its words, with nothing normalised."""
        return "".join(words for words, _ in self.runs)
