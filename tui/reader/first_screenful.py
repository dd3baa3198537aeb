"""The article's first screenful, written before Textual is imported.

Importing and starting Textual takes several times as long as reading the article in. Until it
draws the same lines in the same places, the reader already reads.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

import themes
from inquit.model.article import Article
from inquit.model.printable import replace_undrawable
from inquit.service.reading_state import last_position
from tui.reader.layout_preferences import TALL, read_layout
from widgets.block_shapes import shape_blocks
from widgets.column import USUAL, column_indent, column_width
from widgets.line_breaking import is_narrow
from widgets.text_layout import TextLayout
from widgets.titles import title_line

if TYPE_CHECKING:
    from inquit.service.reading_state import ReadingState
    from themes import ThemeColours

USUAL_THEME = "night"
_ENTER, _LEAVE = "\x1b[?1049h\x1b[?25l", "\x1b[?25h\x1b[?1049l"
_SCROLLBAR = 2
"""Cells of the scrollbar and of the strip beside it."""

_BELOW = 2
"""Lines below the text: the status and the keys."""


def draw_first_picture(article: Article, state: ReadingState, terminal: TextIO) -> bool:
    """Write the first lines of the article to a terminal, if they will look as Textual draws them.

    Args:
        article: the article.
        state: the position in it, and the layout.
        terminal: what Textual will draw on.

    Returns:
        Whether anything was written; then `take_away` has to follow if Textual does not start.
    """
    colours = _colours(state)
    if colours is None or not terminal.isatty():
        return False
    size = shutil.get_terminal_size()  # as Textual asks for it, or the lines would move
    lines = picture(article, state, colours, columns=size.columns, rows=size.lines)
    terminal.write(_ENTER + "\x1b[H" + "\r\n".join(lines) + "\x1b[0m")
    terminal.flush()
    return True


def take_away(terminal: TextIO) -> None:
    """Restore the terminal as it was before the picture."""
    terminal.write(_LEAVE)
    terminal.flush()


def picture(
    article: Article, state: ReadingState, colours: ThemeColours, *, columns: int, rows: int
) -> Iterator[str]:
    """Yield the lines of the screen in full width, with their colours.

    Args:
        article: the article.
        state: the position in it, and the layout.
        colours: the theme.
        columns: the screen's width in cells.
        rows: its height.
    """
    side = read_layout(state).side(columns)
    pane = columns - side
    text = _ink(colours.foreground, colours.background)
    beside = _ink(colours.foreground, colours.surface) + " " * side
    bar = _ink(colours.foreground, colours.panel)
    title = title_line(article.display_title)
    title = title if is_narrow(title) else ""
    yield bar + "\x1b[1m" + f" {title[: columns - 2]}".ljust(columns) + "\x1b[22m"
    shown = list(_text(article, state, pane - _SCROLLBAR, rows - 1 - _BELOW, tall=rows >= TALL))
    for line in shown:
        yield text + line + " " * _SCROLLBAR + beside
    yield bar + " " * columns
    yield _ink(colours.foreground, colours.surface) + " " * columns


def _text(
    article: Article, state: ReadingState, pane: int, rows: int, *, tall: bool
) -> Iterator[str]:
    """Yield the lines of the pane; a line with letters of uncertain width is left empty."""
    measure = state.preference("measure")
    measure = measure if isinstance(measure, int) else USUAL
    width, shapes = column_width(pane, measure), shape_blocks(article)
    layout = TextLayout(article.text, article.block_spans, width, shapes)
    offset = min(last_position(article, state), len(article.text))
    top = layout.settle(layout.row_of(offset) if offset else 0, 2 * rows)
    if tall:
        yield " " * pane
    for row in range(top, top + rows - tall):
        line = layout.line(row)
        words = replace_undrawable(article.text[line[0] : line[1]]) if line else ""
        words = layout.lead(line[0]) + words if line and is_narrow(words) else ""
        yield (" " * column_indent(pane, measure) + words).ljust(pane)[:pane]


def _colours(state: ReadingState) -> ThemeColours | None:
    """Return the colours of the theme, or None if only Textual knows them."""
    if "NO_COLOR" in os.environ or os.environ.get("COLORTERM") not in ("truecolor", "24bit"):
        return None
    name = state.preference("theme") or USUAL_THEME
    return themes.read(name) if isinstance(name, str) and name in themes.names() else None


def _ink(foreground: str, background: str) -> str:
    """Return the control sequence (ECMA-48 SGR, ISO 8613-6 colours) for two colours."""
    parts = [
        f"{plane};2;{int(colour[1:3], 16)};{int(colour[3:5], 16)};{int(colour[5:7], 16)}"
        for plane, colour in ((38, foreground), (48, background))
    ]
    return f"\x1b[{';'.join(parts)}m"
