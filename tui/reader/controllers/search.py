"""Finding words in the article as one types."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from inquit.model.span import Span
from tui.reader.messages import HitsFound
from widgets.text_search import MOST_HITS, Search, SearchError, search

if TYPE_CHECKING:
    from tui.reader.controllers.navigation import Navigation
    from tui.reader.panes import ReaderPanes
    from tui.reader.positions import Position
    from tui.reader.view import ReaderView


class TextSearch:
    """Looks for words, marks where they are, and goes from one hit to the next."""

    def __init__(self, view: ReaderView, panes: ReaderPanes, navigation: Navigation) -> None:
        """Take the screen, its parts, and what remembers where one was."""
        self._view = view
        self._panes = panes
        self._navigation = navigation
        self._text, self._bar = panes.text, panes.find_bar
        self._origin: Position | None = None
        self._hits: Sequence[Span] = ()
        self._hit: Span | None = None
        self._under_way: Search | None = None
        self._steps_to_come = 0
        self._notice_before = ""

    @property
    def lasts(self) -> bool:
        """Whether hits are marked or still looked for, so that there may be one to go to."""
        return self._text.searching or self._under_way is not None

    @property
    def hits(self) -> Sequence[Span]:
        """Where the words are that were looked for."""
        return self._hits

    @property
    def current_hit(self) -> Span | None:
        """The hit that one is at."""
        return self._hit

    def open(self) -> None:
        """Open the line to type into."""
        self._origin = self._navigation.here()
        self._notice_before = self._view.notice if self._hit is None else ""
        self._panes.status.display = False
        self._bar.open()
        if self._bar.wanted.query:
            self.look_for(self._bar.wanted)

    def find_again(self, by: int) -> None:
        """Go on by some hits as often as was typed; back where it is negative."""
        self.step(by * self._navigation.take_count())

    def go_on(self, by: int) -> None:
        """Do the same with the keys that are the search's as long as it lasts."""
        self.find_again(by)

    def accept(self) -> None:
        """Stay at the hit, where the line to type into is open, and close that."""
        if not self._bar.is_open:
            return
        if self._origin is not None:
            self._navigation.jumps.leave(self._origin)
        self._close()
        self._tell_hit()

    def cancel(self) -> None:
        """Go back to where the search began."""
        origin = self._origin
        self.forget()
        self._close()
        self._view.say(self._notice_before)
        if origin is not None:
            self._text.show_offset(origin.top)

    def take(self, found: HitsFound) -> None:
        """Mark the hits and show the first one from where the search began."""
        if found.search != self._bar.wanted:
            return
        self._under_way, steps, self._steps_to_come = None, self._steps_to_come, 0
        if found.complaint is not None:
            self._bar.tell(found.complaint)
            return
        self._hits, self._hit = found.hits, None
        self._mark_all(on=bool(found.hits))
        origin = self._origin.top if self._origin is not None else self._text.top
        if found.hits:
            place = bisect_left(found.hits, Span(origin, origin))
            self._go_to_hit((place + steps) % len(found.hits))
        else:
            self._mark()
            if self._origin is not None:
                self._text.show_offset(origin)
            self._bar.tell("not found" if found.search.query else "")

    def forget(self) -> None:
        """End the search, and leave nothing to go back to."""
        self._hits = ()
        self._under_way, self._steps_to_come = None, 0
        self._end()

    def end_in_text(self) -> bool:
        """End the search where the text has the focus; tell whether one lasted."""
        ended = self._text.has_focus and self._end()
        if ended:
            self._view.say("")
        return ended

    def look_for(self, wanted: Search) -> None:
        """Look for words, in a thread: an expression may take long."""
        text = self._view.reading.article.text

        def look() -> None:
            worker, complaint = get_current_worker(), None
            hits: tuple[Span, ...] = ()
            try:
                hits = search(text, wanted) if wanted.query.strip() else ()
            except SearchError as error:
                complaint = str(error)
            if not worker.is_cancelled:
                self._view.post(HitsFound(wanted, hits, complaint))

        self._under_way = wanted
        self._view.in_thread(look, group="finding", exclusive=True)

    def step(self, by: int) -> None:
        """Go on by some hits, back where it is negative; marks them again where that had ended."""
        if self._under_way is not None:  # keys may be quicker than the search
            self._steps_to_come += by
            return
        if not self._hits:
            self._view.say("Nothing was searched for; / finds")
            return
        if not self._text.searching:
            self._mark_all(on=True)
        top = Span(self._text.top, self._text.top)
        if self._hit is not None and self._is_seen(self._hit):
            place = bisect_left(self._hits, self._hit) + by
        elif by > 0:
            place = bisect_left(self._hits, top) + by - 1
        else:
            place = bisect_right(self._hits, top) + by
        if not self._bar.is_open:
            self._navigation.leave_position()
        self._go_to_hit(place % len(self._hits))

    def _end(self) -> bool:
        """Take the marks of the search away, tell whether any were shown; f goes back to them."""
        was_on, self._hit = self._text.searching, None
        self._mark_all(on=False)
        self._mark()
        return was_on

    def _mark_all(self, *, on: bool) -> None:
        """Show where all hits are, or no longer, and say in the footer what n and N do now."""
        self._text.searching = on
        self._panes.overview.set_hits(self._hits if on else ())
        self._text.screen.refresh_bindings()

    def _go_to_hit(self, place: int) -> None:
        self._hit = self._hits[place]
        self._text.reveal(self._hit)
        self._mark()
        self._tell_hit()

    def _tell_hit(self) -> None:
        if self._hit is None:
            return
        more = "+" if len(self._hits) >= MOST_HITS else ""
        words = f"{bisect_left(self._hits, self._hit) + 1} of {len(self._hits)}{more}"
        if self._bar.is_open:
            self._bar.tell(words)
        else:
            self._view.say(f"“{self._bar.wanted.query}” {words}; Esc ends the search")

    def _mark(self) -> None:
        self._text.overlay.set_hits(self._hits if self._text.searching else (), self._hit)
        self._text.redraw()

    def _is_seen(self, span: Span) -> bool:
        return self._text.top <= span.start < self._text.bottom

    def _close(self) -> None:
        self._bar.close()
        self._panes.status.display = True
        self._origin = None
