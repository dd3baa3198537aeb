"""Paints one line of an article: its words, and the styles laid over them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from inquit.model.printable import replace_undrawable


@dataclass(frozen=True, slots=True)
class Layer:
    """A style over the code points [start, end) of the text; later layers lie over earlier ones."""

    start: int
    end: int
    style: Style


def paint_line(
    text: str, start: int, end: int, base: Style, layers: Iterable[Layer]
) -> list[Segment]:
    """Return the segments of one line.

    Args:
        text: the whole text.
        start: the line's first code point.
        end: the one after its last.
        base: the style of plain words.
        layers: what lies over them; parts outside the line are left out.
    """
    touching = [layer for layer in layers if layer.start < end and layer.end > start]
    if not touching:
        return [Segment(replace_undrawable(text[start:end]), base)]
    # All at once: what a layer's end parts may be one sign, as an emoji with its selector.
    words, cuts = replace_undrawable(text[start:end]), {start, end}
    for layer in touching:
        cuts.update((max(start, layer.start), min(end, layer.end)))
    ordered = sorted(cuts)
    segments = []
    for first, last in itertools.pairwise(ordered):
        style = base
        for layer in touching:
            if layer.start <= first and last <= layer.end:
                style += layer.style
        segments.append(Segment(words[first - start : last - start], style))
    return segments


def frame_line(
    words: list[Segment], *, row: int, margin: list[Segment], width: int, base: Style
) -> Strip:
    """Return a line's strip with its margin before it, filled to the pane's width.

    Args:
        words: the line's own segments; their offsets are what the mouse selects by.
        row: the line's number in the whole text.
        margin: what stands left of the words.
        width: cells in all.
        base: the style of empty cells.
    """
    line = Strip(words).apply_offsets(0, row)
    strip = Strip([*margin, *line])
    return strip.adjust_cell_length(width, base)
