"""Named marks: places of an article that one comes back to by a letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual import work
from textual.worker import get_current_worker

from inquit.errors import StoreError
from inquit.model.annotation import Target, target_of
from inquit.model.article import Article
from inquit.model.passage import passage_of
from inquit.model.span import Span
from inquit.service.reading_state import keep_named_mark, named_marks
from tui.dialogs.mark_letters import LAST_JUMP, MarkLetters
from tui.reader.controllers.navigation import Moving
from widgets.row import ListRow

_LONGEST = 80
"""Code points of the passage that a mark is known by, where it is not on a quote."""


class Marking(Moving):
    """The named marks of the reader's screen."""

    _marks: Mapping[str, Target] = {}
    _places: Mapping[str, Span | None] = {}

    @work(thread=True, exclusive=True, group="marks")
    def load_marks(self) -> None:
        """Look up where the marks of the article are in it now."""
        from inquit.store.anchors.anchoring import find

        worker, reading = get_current_worker(), self.reading
        if reading is None:
            return
        marks = named_marks(reading.article, self.desk.state)
        places = {letter: find(target, reading.article) for letter, target in marks.items()}
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take_marks, reading.article, marks, places)

    def action_set_mark(self) -> None:
        """Ask for a letter and mark with it where one is."""
        if self.reading is not None:
            hint = "A letter marks this place; at its own place it is taken away."
            self._open(MarkLetters("Set a mark", hint, list(self._mark_rows())), self._set_mark)

    def action_go_to_mark(self) -> None:
        """Ask for a letter and go to the place marked with it."""
        if self.reading is not None:
            hint = f"A letter goes to its mark, {LAST_JUMP} to where one jumped from."
            self._open(MarkLetters("Go to a mark", hint, list(self._mark_rows())), self._go_to_mark)

    def go_to(self, span: Span) -> None:
        """Go to a passage and remember where one was; the screen says how."""
        raise NotImplementedError

    def _take_marks(
        self, article: Article, marks: Mapping[str, Target], places: Mapping[str, Span | None]
    ) -> None:
        if self.reading is not None and self.reading.article is article:
            self._marks, self._places = marks, places
            if marks:
                self.keep_text()

    def _set_mark(self, letter: str | None) -> None:
        reading, span = self.reading, self._marked_passage()
        if letter is None or letter == LAST_JUMP or reading is None or span is None:
            return
        gone = self._places.get(letter) == span
        target = None if gone else target_of(reading.article, span)
        try:
            keep_named_mark(reading.article, letter, target, self.desk.state)
            self.keep_text()
        except StoreError as error:
            self.complain(str(error))
            return
        self._marks = named_marks(reading.article, self.desk.state)
        self._places = {**self._places, letter: None if gone else span}
        self.say(f"Mark {letter} taken away" if gone else f"Mark {letter} set; '{letter} goes here")

    def _go_to_mark(self, letter: str | None) -> None:
        if letter == LAST_JUMP:
            self.action_back()
            return
        if letter is None or self.reading is None:
            return
        span = self._places.get(letter)
        if span is not None and any(each.span == span for each in self.reading.findings):
            self.go_to(span)
        elif span is not None:
            self.make_current(None)
            self.jump_to_offset(span.start)
        elif letter in self._marks:
            words = passage_of(self._marks[letter])
            self.complain(f"Mark {letter} was on words that are not here any more: {words}")
        else:
            self.say(f"There is no mark {letter}")

    def _marked_passage(self) -> Span | None:
        """Return the current quote where it is seen, else the first words on the screen."""
        if (current := self.current_span()) is not None:
            return current
        paragraph = self.pane.paragraph_at(self.pane.top)
        if paragraph is None:
            return None
        start = max(self.pane.top, paragraph.start)
        return Span(start, min(paragraph.end, start + _LONGEST))

    def _mark_rows(self) -> Iterator[ListRow]:
        reading = self.reading
        if reading is None:
            return
        text = reading.article.text
        for letter, target in self._marks.items():
            span = self._places.get(letter)
            share = f"{span.start / max(1, len(text)):.0%}" if span is not None else "not found"
            words = passage_of(target)
            yield ListRow(key=letter, text=words, sign=letter, tail=share)
