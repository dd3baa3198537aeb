"""The last thing before the terminal: no line of any widget holds what would drive it."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from inquit.model.printable import replace_hidden


class SafeLines(LineFilter):
    """Leaves out of every line what cannot be drawn.

    Textual's own widgets draw what is in them as it is: what is typed or pasted into a field, or
    edited in a note. The text itself stays as it was written.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's
        """Return a line's segments, as wide as before, with only what can be drawn."""
        return [segment if segment.control else _safe(segment) for segment in segments]


def _safe(segment: Segment) -> Segment:
    words = replace_hidden(segment.text, _as_wide)
    return segment if words is segment.text else Segment(words, segment.style)


def _as_wide(letter: str) -> str:
    """Return what stands in the place of a character that was counted as so many cells."""
    return "\ufffd" * cell_len(letter)
