"""The last line of a screen: its most useful keys, each with what it does; a click presses one.

Textual's own footer makes a widget of every key, and all of them anew whenever the focus moves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyHint:
    """A key on the line.

    Attributes:
        key: its name, as Textual has it.
        shown: the same, as it is shown.
        words: what it does, in a word or two.
        title: the same in full; empty where the words are enough.
        start: where it begins on the line, in cells.
    """

    key: str
    shown: str
    words: str
    title: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends on the line, in cells."""
        return self.start + cell_len(self.shown) + 1 + cell_len(self.words)


class KeyLine(Widget):
    """Shows the keys that the bindings of what has the focus have for the footer.

    Attributes:
        hints: the keys, from left to right.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-line--key", "key-line--words", "key-line--hover"}
    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; background: $footer-background; color: $footer-foreground; }
    KeyLine > .key-line--key { color: $footer-key-foreground; text-style: bold; }
    KeyLine > .key-line--words { color: $footer-description-foreground; }
    KeyLine > .key-line--hover { background: $block-hover-background; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.hints: tuple[KeyHint, ...] = ()
        self._hovered: KeyHint | None = None

    def on_mount(self) -> None:
        """Follow the bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._take_bindings)

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """Draw the line."""
        base, segments = self.rich_style, []
        key = base + self.get_component_rich_style("key-line--key", partial=True)
        words = base + self.get_component_rich_style("key-line--words", partial=True)
        hover = self.get_component_rich_style("key-line--hover", partial=True)
        for hint in self.hints:
            over = hover if hint is self._hovered else None
            segments += [
                Segment(hint.shown, key + over),
                Segment(f" {hint.words}", words + over),
                Segment(" ", base),
            ]
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell in full what the key under the mouse does."""
        hovered = self._hint_at(event.x)
        if hovered is not self._hovered:
            self._hovered = hovered
            self.tooltip = hovered.title if hovered is not None and hovered.title else None
            self.refresh()

    def on_leave(self) -> None:
        """Highlight no key any more."""
        self._hovered = None
        self.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Press the key under the mouse."""
        if (hint := self._hint_at(event.x)) is not None:
            self.app.simulate_key(hint.key)

    def _hint_at(self, cell: int) -> KeyHint | None:
        return next((hint for hint in self.hints if hint.start <= cell < hint.end), None)

    def _take_bindings(self, screen: Screen[object]) -> None:
        """Take the bindings of what has the focus, the first of each action."""
        if not self.app.app_focus or screen is not self.screen:
            return
        hints: dict[str, KeyHint] = {}
        start = 0
        for _, binding, _, title in screen.active_bindings.values():
            if binding.show and binding.action not in hints:
                hint = KeyHint(
                    key=binding.key,
                    shown=self.app.get_key_display(binding),
                    words=binding.description,
                    title=title,
                    start=start,
                )
                hints[binding.action], start = hint, hint.end + 1
        if (found := tuple(hints.values())) != self.hints:
            self.hints, self._hovered = found, None
            self.refresh()
