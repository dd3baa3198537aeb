"""Named marks: places of an article that one comes back to by a letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from inquit.errors import StoreError
from inquit.model.annotation import Target, target_of
from inquit.model.passage import passage_of
from inquit.model.span import Span
from inquit.service.reading_state import keep_named_mark, named_marks
from tui.dialogs.mark_letters import LAST_JUMP, MarkLetters
from widgets.row import ListRow

if TYPE_CHECKING:
    from inquit.model.article import Article
    from tui.reader.controllers.navigation import Navigation
    from tui.reader.controllers.store_access import StoreAccess
    from tui.reader.reader_pane import ReaderPane
    from tui.reader.view import ReaderView

_LONGEST = 80
"""Code points of the passage that a mark is known by, where it is not on a quote."""


class Marks:
    """The named marks of the article that is open."""

    def __init__(
        self, view: ReaderView, store: StoreAccess, navigation: Navigation, pane: ReaderPane
    ) -> None:
        """Take the screen, the store, what goes to places, and the pane of the text."""
        self._view = view
        self._store = store
        self._navigation = navigation
        self._pane = pane
        self._marks: Mapping[str, Target] = {}
        self._places: Mapping[str, Span | None] = {}

    def load(self) -> None:
        """Look up where the marks of the article are in it now, in a thread."""
        view, article = self._view, self._view.reading.article

        def look_up() -> None:
            from inquit.service.annotations import find_place

            worker, marks = get_current_worker(), named_marks(article, view.services.state)
            places = {letter: find_place(target, article) for letter, target in marks.items()}
            if not worker.is_cancelled:
                view.from_thread(self._take_marks, article, marks, places)

        view.in_thread(look_up, group="marks", exclusive=True)

    def ask_to_set(self) -> None:
        """Ask for a letter and mark with it where one is."""
        hint = "A letter marks this place; at its own place it is taken away."
        self._view.open_dialog(MarkLetters("Set a mark", hint, list(self._rows())), self._set)

    def ask_where_to_go(self) -> None:
        """Ask for a letter and go to the place marked with it."""
        hint = f"A letter goes to its mark, {LAST_JUMP} to where one jumped from."
        self._view.open_dialog(MarkLetters("Go to a mark", hint, list(self._rows())), self._go_to)

    def _take_marks(
        self, article: Article, marks: Mapping[str, Target], places: Mapping[str, Span | None]
    ) -> None:
        if self._view.reads(article):
            self._marks, self._places = marks, places
            if marks:
                self._store.keep_text()

    def _set(self, letter: str | None) -> None:
        article, state = self._view.reading.article, self._view.services.state
        span = self._passage()
        if letter is None or letter == LAST_JUMP or span is None:
            return
        gone = self._places.get(letter) == span
        target = None if gone else target_of(article, span)
        try:
            keep_named_mark(article, letter, target, state)
            self._store.keep_text()
        except StoreError as error:
            self._view.complain(str(error))
            return
        self._marks = named_marks(article, state)
        self._places = {**self._places, letter: None if gone else span}
        self._view.say(
            f"Mark {letter} taken away" if gone else f"Mark {letter} set; '{letter} goes here"
        )

    def _go_to(self, letter: str | None) -> None:
        if letter == LAST_JUMP:
            self._navigation.jump_back()
            return
        if letter is None:
            return
        span = self._places.get(letter)
        if span is not None and self._view.reading.finding_on(span) is not None:
            self._navigation.go_to(span)
        elif span is not None:
            self._navigation.make_current(None)
            self._navigation.jump_to_offset(span.start)
        elif letter in self._marks:
            words = passage_of(self._marks[letter])
            self._view.complain(f"Mark {letter} was on words that are not here any more: {words}")
        else:
            self._view.say(f"There is no mark {letter}")

    def _passage(self) -> Span | None:
        """Return the current quote where it is seen, else the first words on the screen."""
        if (current := self._navigation.current_span()) is not None:
            return current
        paragraph = self._pane.paragraph_at(self._pane.top)
        if paragraph is None:
            return None
        start = max(self._pane.top, paragraph.start)
        return Span(start, min(paragraph.end, start + _LONGEST))

    def _rows(self) -> Iterator[ListRow]:
        text = self._view.reading.article.text
        for letter, target in self._marks.items():
            span = self._places.get(letter)
            share = f"{span.start / max(1, len(text)):.0%}" if span is not None else "not found"
            words = passage_of(target)
            yield ListRow(key=letter, text=words, sign=letter, tail=share)
