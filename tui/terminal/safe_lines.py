"""The last filter before the terminal: no line carries a control sequence to it."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from inquit.model.printable import replace_hidden


class SafeLines(LineFilter):
    """Replaces in every line what cannot be drawn.

    Textual's own widgets draw their text as it is: what was typed or pasted into a field, or a
    note. Only the drawing is changed, never the text itself.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's
        """Return a line's segments, as wide as before, with only what can be drawn."""
        return [segment if segment.control else _make_safe(segment) for segment in segments]


def _make_safe(segment: Segment) -> Segment:
    words = replace_hidden(segment.text, _replacement)
    return segment if words is segment.text else Segment(words, segment.style)


def _replacement(letter: str) -> str:
    """Return replacement characters that take as many cells as a letter."""
    return "\ufffd" * cell_len(letter)
