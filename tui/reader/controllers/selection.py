"""Visual mode: selecting by the keyboard, from a character to the quote or the paragraph."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from inquit.model.span import Span
from widgets.text_units import Edge, Unit, character_end, last_character, step, word_at

if TYPE_CHECKING:
    from tui.reader.controllers.layout import Layout
    from tui.reader.controllers.navigation import Navigation
    from tui.reader.panes import ReaderPanes
    from tui.reader.view import ReaderView

_LINES = {"next-line": 1, "previous-line": -1}
_HINT = "y copies, o other end, Esc leaves"
_MOUSE_HINT = "y copies, v extends, Esc leaves"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
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


class TextSelection:
    """What is selected in the article; visual mode is had as the mouse's selection is."""

    def __init__(
        self, view: ReaderView, panes: ReaderPanes, navigation: Navigation, layout: Layout
    ) -> None:
        """Take the screen, its parts, what knows the current quote, and what moves the focus."""
        self._view = view
        self._panes = panes
        self._text = panes.text
        self._navigation = navigation
        self._layout = layout
        self._ends: Ends | None = None

    @property
    def visual(self) -> bool:
        """Whether visual mode is on; it ends when the selection is taken away."""
        return self._ends is not None and self._text.text_selection is not None

    @property
    def span(self) -> Span | None:
        """What is selected in the article."""
        selection = self._text.text_selection
        span = self._text.span_of(selection) if selection is not None else None
        return span if span is not None and len(span) else None

    def begin(self) -> None:
        """Go into visual mode: at what the mouse selected, a search's hit, the quote, or the top.

        Its keys are the text's, which therefore gets them, wherever one was.
        """
        text = self._view.reading.article.text
        if not text:
            return
        self._text.screen.set_focus(self._text)
        self._layout.focus_text()
        selection = self._text.text_selection
        selected = self._text.span_of(selection) if selection is not None else None
        selected = selected or self._text.overlay.current_hit
        if selected is not None and len(selected):
            self._select(Ends(anchor=selected.start, head=last_character(text, selected)))
            return
        current = self._navigation.current_span()
        at = current.start if current is not None else self._first_seen()
        self._select(Ends(anchor=at, head=at))

    def tell(self) -> None:
        """Tell what can be done with what the mouse selected."""
        if (span := self.span) is not None:
            words = _words(span.of(self._view.reading.article.text))
            self._view.say(f"{words} selected: {_MOUSE_HINT}")

    def begin_and_extend(self, name: str) -> None:
        """Go into visual mode where it is not on, and extend the selection; names as for keys."""
        if not self.visual:
            self.begin()
        self.extend(name)

    def extend(self, name: str) -> None:
        """Extend the selection, as often as was typed before; names are those of the keys."""
        ends, count = self._ends, self._navigation.take_count()
        if ends is None:
            return
        if name == "other-end":
            self._select(Ends(anchor=ends.head, head=ends.anchor))
        elif name == "anew":
            text = self._view.reading.article.text
            word = word_at(text, ends.head)
            self._select(Ends(anchor=word.start, head=last_character(text, word)))
        elif name == "quote":
            self._select(self._over_quotes(ends, count))
        else:
            self._select(replace(ends, head=self._moved_head(ends, name, count)))

    def switch_pane(self) -> None:
        """Go to the sidebar or back; in the sidebar the selection stays as one of the mouse."""
        if self._panes.sidebar.shown.has_focus:
            self._layout.focus_text()
        else:
            self._layout.focus_sidebar()
        if self.visual and self._panes.sidebar.display:
            self._ends = None
            self.tell()

    def end(self) -> bool:
        """Take the selection away; tell whether there was one."""
        if self._text.text_selection is None:
            return False
        self.clear()
        self._view.say("")
        return True

    def end_visual(self) -> None:
        """End visual mode where it is on."""
        if self.visual:
            self.clear()

    def clear(self) -> None:
        """Take the selection away without a word."""
        self._ends = None
        self._text.screen.clear_selection()

    def _select(self, ends: Ends) -> None:
        self._ends, text = ends, self._view.reading.article.text
        span = ends.span(text)
        self._text.select(span, ends.head)
        self._view.say(f"{_words(span.of(text))} selected: {_HINT}")

    def _moved_head(self, ends: Ends, name: str, count: int) -> int:
        """Return where the moving end is after a number of steps."""
        article, head = self._view.reading.article, ends.head
        if name in _LINES:
            return self._text.offset_below(head, _LINES[name] * count)
        if name == "line-start":
            return self._text.line_at(head).start
        if name == "line-end":
            return last_character(article.text, self._text.line_at(head))
        way, _, unit = name.partition("-")
        for _ in range(count):
            to = Edge.FIRST if head < ends.anchor or way == "previous" else Edge.LAST
            head = step(
                article.text, article.block_spans, Unit(unit), head, ahead=way == "next", to=to
            )
        return head

    def _over_quotes(self, ends: Ends, count: int) -> Ends:
        """Return the current quote selected; where it is already, on to the end of the next."""
        reading = self._view.reading
        text, findings = reading.article.text, reading.findings
        for _ in range(count):
            covered = ends.span(text)
            found = reading.finding or findings.at(ends.head)
            if found is not None and not (
                covered.start <= found.span.start and found.span.end <= covered.end
            ):
                ends = Ends(anchor=found.span.start, head=last_character(text, found.span))
            elif (following := findings.after(covered.end - 1)) is not None:
                start = min(ends.anchor, ends.head) if found else following.span.start
                ends = Ends(anchor=start, head=last_character(text, following.span))
        return ends

    def _first_seen(self) -> int:
        """Return where the first words on the screen begin."""
        text, top = self._view.reading.article.text, self._text.top
        rest = text[top : self._text.bottom]
        return min(top + len(rest) - len(rest.lstrip()), len(text) - 1)


def _words(text: str) -> str:
    count = len(text.split())
    return f"{count} word{'' if count == 1 else 's'}"
