"""Visual mode: selecting by the keyboard, from a character to the quote or the paragraph."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual.geometry import Offset
from textual.widget import Widget

from inquit.model.span import Span
from tui.reader.controllers.articles import Visiting
from tui.reader.controllers.copying import Copying
from tui.reader.controllers.navigation import Moving
from widgets.text_units import Edge, Unit, character_end, last_character, step, word_at

_LINES = {"next-line": 1, "previous-line": -1}
_HINT = "y copies, o other end, Esc leaves"
_MOUSE_HINT = "y copies, v extends, Esc leaves"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A selection by where its first and its last character begin, whichever comes first.

    Attributes:
        anchor: the end that stays.
        head: the end that moves.
    """

    anchor: int
    head: int

    def span(self, text: str) -> Span:
        """Return what is selected, both characters included."""
        first, last = sorted((self.anchor, self.head))
        return Span(first, character_end(text, last))


class Selecting(Moving, Visiting, Copying):
    """Visual mode of the reader's screen; what it selects is had as the mouse's selection is."""

    _marked: Marked | None = None

    @property
    def visual(self) -> bool:
        """Whether visual mode is on; it ends when the selection is taken away."""
        return self._marked is not None and self.pane.text_selection is not None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the keys of visual mode work in it alone."""
        if action == "extend":
            return self.visual
        return super().check_action(action, parameters)

    def action_begin_selection(self) -> None:
        """Go into visual mode: at what the mouse selected, a search's hit, the quote, or the top.

        Its keys are the text's, which therefore gets them, wherever one was.
        """
        reading = self.reading
        if reading is None or not reading.article.text:
            return
        self.set_focus(self.pane)
        self.leave_sidebar()
        text, selection = reading.article.text, self.pane.text_selection
        selected = self.pane.span_of(selection) if selection is not None else None
        selected = selected or self.pane.overlay.current_hit
        if selected is not None and len(selected):
            self._select(Marked(anchor=selected.start, head=last_character(text, selected)))
            return
        current = self.current_span()
        at = current.start if current is not None else self._first_seen()
        self._select(Marked(anchor=at, head=at))

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """Return what is at a cell, in the article the nearest words, not the article's top."""
        widget, offset = super().get_widget_and_offset_at(x, y)
        if widget is self.pane:
            offset = self.pane.place_at(Offset(x, y))
        return widget, offset

    def on_text_selected(self) -> None:
        """Tell what can be done with what the mouse selected."""
        selection = self.pane.text_selection
        span = self.pane.span_of(selection) if selection is not None else None
        if span is not None and len(span) and self.reading is not None:
            self.say(f"{_words(span.of(self.reading.article.text))} selected: {_MOUSE_HINT}")

    def action_visual(self, name: str) -> None:
        """Go into visual mode where it is not on, and extend the selection; names as for keys."""
        if not self.visual:
            self.action_begin_selection()
        self.action_extend(name)

    def action_extend(self, name: str) -> None:
        """Extend the selection, as often as was typed before; names are those of the keys."""
        marked, reading, count = self._marked, self.reading, self.taken_count()
        if marked is None or reading is None:
            return
        if name == "other-end":
            self._select(Marked(anchor=marked.head, head=marked.anchor))
        elif name == "anew":
            text = reading.article.text
            word = word_at(text, marked.head)
            self._select(Marked(anchor=word.start, head=last_character(text, word)))
        elif name == "quote":
            self._select(self._over_quotes(marked, count))
        else:
            self._select(replace(marked, head=self._moved(marked, name, count)))

    def action_copy(self) -> None:
        """Copy the selection or the quote; visual mode ends with it."""
        super().action_copy()
        self.leave_visual()

    def action_copy_markdown(self) -> None:
        """Copy the selection or the quote as Markdown; visual mode ends with it."""
        super().action_copy_markdown()
        self.leave_visual()

    def action_copy_text(self) -> None:
        """Copy the selection; visual mode ends with it."""
        super().action_copy_text()
        self.leave_visual()

    def action_text(self) -> None:
        """Take the selection away where there is one, else do what Escape else does."""
        if self.pane.text_selection is None:
            super().action_text()
            return
        self._marked = None
        self.clear_selection()
        self.say("")

    def action_switch_pane(self) -> None:
        """Go to the sidebar or back; in the sidebar the selection stays as one of the mouse."""
        super().action_switch_pane()
        if self.visual and self.sidebar.display:
            self._marked = None
            self.on_text_selected()

    def leave_visual(self) -> None:
        """End visual mode where it is on."""
        if self.visual:
            self._marked = None
            self.clear_selection()

    def _select(self, marked: Marked) -> None:
        reading = self.reading
        if reading is None:
            return
        self._marked = marked
        span = marked.span(reading.article.text)
        self.pane.select(span, marked.head)
        self.say(f"{_words(span.of(reading.article.text))} selected: {_HINT}")

    def _moved(self, marked: Marked, name: str, count: int) -> int:
        """Return where the moving end is after a number of steps."""
        reading, head = self.reading, marked.head
        if reading is None:
            return head
        if name in _LINES:
            return self.pane.offset_below(head, _LINES[name] * count)
        article = reading.article
        if name == "line-start":
            return self.pane.line_at(head).start
        if name == "line-end":
            return last_character(article.text, self.pane.line_at(head))
        way, _, unit = name.partition("-")
        for _ in range(count):
            to = Edge.FIRST if head < marked.anchor or way == "previous" else Edge.LAST
            head = step(
                article.text, article.block_spans, Unit(unit), head, ahead=way == "next", to=to
            )
        return head

    def _over_quotes(self, marked: Marked, count: int) -> Marked:
        """Return the current quote selected; where it is already, on to the end of the next."""
        reading = self.reading
        if reading is None:
            return marked
        text, findings = reading.article.text, reading.findings
        for _ in range(count):
            covered = marked.span(text)
            found = reading.finding or findings.at(marked.head)
            if found is not None and not (
                covered.start <= found.span.start and found.span.end <= covered.end
            ):
                marked = Marked(anchor=found.span.start, head=last_character(text, found.span))
            elif (following := findings.after(covered.end - 1)) is not None:
                start = min(marked.anchor, marked.head) if found else following.span.start
                marked = Marked(anchor=start, head=last_character(text, following.span))
        return marked

    def _first_seen(self) -> int:
        """Return where the first words on the screen begin."""
        text = self.reading.article.text if self.reading is not None else ""
        top = self.pane.top
        rest = text[top : self.pane.bottom]
        return min(top + len(rest) - len(rest.lstrip()), len(text) - 1)


def _words(text: str) -> str:
    count = len(text.split())
    return f"{count} word{'' if count == 1 else 's'}"
