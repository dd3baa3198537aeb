"""Finding words in the article as one types."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events, work
from textual.worker import get_current_worker

from inquit.model.span import Span
from tui.reader.controllers.navigation import Moving
from tui.reader.messages import HitsFound
from tui.reader.positions import Place
from tui.reader.reader_pane import ReaderPane
from widgets.text_search import MOST_HITS, Search, SearchError, search

if TYPE_CHECKING:
    from widgets.find_bar import FindBar


class Finding(Moving):
    """The search of the reader's screen."""

    find_bar: FindBar
    _origin: Place | None = None
    _hits: Sequence[Span] = ()
    _hit: Span | None = None
    _said = ""
    """What the status line said when the search began."""

    def action_find(self) -> None:
        """Open the line to type into."""
        self._origin = self.here()
        reading = self.reading
        self._said = reading.message if reading is not None and self._hit is None else ""
        self.status.display = False
        self.find_bar.open()
        if self.find_bar.wanted.query:
            self._look_for(self.find_bar.wanted)

    def on_reader_pane_hit_wanted(self, message: ReaderPane.HitWanted) -> None:
        """Go to the next hit, or to one before."""
        message.stop()
        self._step_hit(message.by * self.taken_count())

    def action_next_hit(self) -> None:
        """Go to the next hit of the search."""
        self._step_hit(self.taken_count())

    def action_previous_hit(self) -> None:
        """Go to the hit before."""
        self._step_hit(-self.taken_count())

    def on_find_bar_changed(self, message: FindBar.Changed) -> None:
        """Look for what is typed now."""
        message.stop()
        self._look_for(message.search)

    def on_find_bar_step(self, message: FindBar.Step) -> None:
        """Go to another hit while the line is open."""
        message.stop()
        self._step_hit(message.by)

    def on_find_bar_accepted(self, message: FindBar.Accepted) -> None:
        """Stay at the hit."""
        message.stop()
        self._accept()
        self.set_focus(self.pane)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Stay at the hit, too, where the reader goes elsewhere and leaves the line open."""
        elsewhere = self.find_bar not in event.widget.ancestors_with_self
        if elsewhere and self.find_bar.has_class("-open"):
            self._accept()

    def on_find_bar_cancelled(self, message: FindBar.Cancelled) -> None:
        """Go back to where the search began."""
        message.stop()
        origin = self._origin
        self.forget_hits()
        self._close()
        self.set_focus(self.pane)
        self.say(self._said)
        if origin is not None:
            self.pane.show_offset(origin.top)

    def on_hits_found(self, message: HitsFound) -> None:
        """Mark the hits and show the first one from where the search began."""
        message.stop()
        if message.search != self.find_bar.wanted:
            return
        if message.complaint is not None:
            self.find_bar.tell(message.complaint)
            return
        self._hits, self._hit = message.hits, None
        self._search(on=bool(message.hits))
        origin = self._origin.top if self._origin is not None else self.pane.top
        if message.hits:
            place = bisect_left(message.hits, Span(origin, origin))
            self._go_to_hit(place % len(message.hits))
        else:
            self._mark()
            if self._origin is not None:
                self.pane.show_offset(origin)
            self.find_bar.tell("not found" if message.search.query else "")

    def forget_hits(self) -> None:
        """End the search, and leave nothing to go back to."""
        self._hits = ()
        self.end_search()

    def end_search(self) -> bool:
        """Take the marks of the search away, tell whether any were shown; f goes back to them."""
        was_on, self._hit = self.pane.searching, None
        self._search(on=False)
        self._mark()
        return was_on

    def _search(self, *, on: bool) -> None:
        """Show where all hits are, or no longer, and say in the footer what n and N do now."""
        self.pane.searching = on
        self.overview.set_hits(self._hits if on else ())
        self.refresh_bindings()

    @work(thread=True, exclusive=True, group="finding")
    def _look_for(self, wanted: Search) -> None:
        worker, reading = get_current_worker(), self.reading
        if reading is None:
            return
        hits: tuple[Span, ...] = ()
        complaint = None
        try:
            hits = search(reading.article.text, wanted) if wanted.query.strip() else ()
        except SearchError as error:
            complaint = str(error)
        if not worker.is_cancelled:
            self.post_message(HitsFound(wanted, hits, complaint))

    def _step_hit(self, by: int) -> None:
        if not self._hits:
            self.say("Nothing was searched for; / finds")
            return
        if not self.pane.searching:
            self._search(on=True)
        if self._hit is not None and self._is_seen(self._hit):
            place = bisect_left(self._hits, self._hit) + by
        elif by > 0:
            place = bisect_left(self._hits, Span(self.pane.top, self.pane.top)) + by - 1
        else:
            place = bisect_right(self._hits, Span(self.pane.top, self.pane.top)) + by
        if not self.find_bar.has_class("-open"):
            self.jumps.leave(self.here())
        self._go_to_hit(place % len(self._hits))

    def _go_to_hit(self, place: int) -> None:
        self._hit = self._hits[place]
        self.pane.reveal(self._hit)
        self._mark()
        self._tell_hit()

    def _tell_hit(self) -> None:
        if self._hit is None:
            return
        more = "+" if len(self._hits) >= MOST_HITS else ""
        words = f"{bisect_left(self._hits, self._hit) + 1} of {len(self._hits)}{more}"
        if self.find_bar.has_class("-open"):
            self.find_bar.tell(words)
        else:
            self.say(f"“{self.find_bar.wanted.query}” {words}; Esc ends the search")

    def _mark(self) -> None:
        self.pane.overlay.set_hits(self._hits if self.pane.searching else (), self._hit)
        self.pane.redraw()

    def _is_seen(self, span: Span) -> bool:
        return self.pane.top <= span.start < self.pane.bottom

    def _close(self) -> None:
        self.find_bar.close()
        self.status.display = True
        self._origin = None

    def _accept(self) -> None:
        if self._origin is not None:
            self.jumps.leave(self._origin)
        self._close()
        self._tell_hit()
