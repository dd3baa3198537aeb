"""Moving: by lines and pages, from quote to quote, back over jumps, by counts typed before."""

from __future__ import annotations

from collections.abc import Callable

from textual import events

from inquit.model.quotation import QuoteId
from tui.reader.controllers.reader_base import ReaderBase
from tui.reader.positions import LONGEST, JumpList, Place
from widgets.attributed_quotes import AttributedQuote, AttributedQuotes, Wanted

_MOST = 9999


class Moving(ReaderBase):
    """The movements of the reader's screen."""

    jumps: JumpList
    count: str = ""

    def on_key(self, event: events.Key) -> None:
        """Collect the digits of a count, as vim does."""
        key = event.character or ""
        if event.key in self.active_bindings:
            return
        if key.isascii() and key.isdigit() and (self.count or key != "0"):
            self.count = str(min(_MOST, int(self.count + key)))
            self.say(f"{self.count}×")
            event.stop()
        elif self.count:
            self.taken_count()

    def taken_count(self) -> int:
        """Return the count that was typed, 1 where none was, and forget it."""
        count, self.count = int(self.count or 1), ""
        if self.reading is not None and self.reading.message.endswith("×"):
            self.say("")
        return count

    def here(self) -> Place:
        """Return where one is."""
        current = self.reading.current if self.reading is not None else None
        return Place(top=self.pane.top, current=current)

    def jump_to_quote(self, quote_id: QuoteId) -> None:
        """Go to a quote and remember where one was."""
        self.jumps.leave(self.here())
        self.make_current(quote_id)

    def jump_to_offset(self, offset: int) -> None:
        """Put a place of the text at the top and remember where one was."""
        self.jumps.leave(self.here())
        self.pane.show_offset(offset)
        self.say("")

    def action_lines(self, rows: int) -> None:
        """Scroll by lines."""
        self.pane.move(rows * self.taken_count())
        self.show_status()

    def action_pages(self, pages: float) -> None:
        """Scroll by screenfuls."""
        self.pane.move_pages(pages * self.taken_count())
        self.show_status()

    def action_top(self) -> None:
        """Go to the beginning of the article, with a count to the paragraph of that number."""
        if not self._to_paragraph():
            self.jump_to_offset(0)
            self.make_current(None)

    def action_bottom(self) -> None:
        """Go to the end of the article, with a count to the paragraph of that number."""
        if self._to_paragraph():
            return
        self.jumps.leave(self.here())
        self.pane.go_to_end()
        self.make_current(None)

    def action_back(self) -> None:
        """Go back to where one jumped from."""
        for _ in range(min(self.taken_count(), LONGEST)):
            self._return(self.jumps.back(self.here()), "Nowhere to go back to")

    def action_forward(self) -> None:
        """Go forward again."""
        for _ in range(min(self.taken_count(), LONGEST)):
            self._return(self.jumps.forward(self.here()), "Nowhere to go forward to")

    def action_next(self) -> None:
        """Go to the next quote."""
        self._step(1, None, "No further quote")

    def action_previous(self) -> None:
        """Go to the previous quote."""
        self._step(-1, None, "No earlier quote")

    def action_next_same(self) -> None:
        """Go to the next quote by the same source."""
        self._step_alike(1)

    def action_previous_same(self) -> None:
        """Go to the previous quote by the same source."""
        self._step_alike(-1)

    def action_next_unnamed(self) -> None:
        """Go to the next quote by a source that the text does not name."""
        self._step(1, lambda finding: finding.unnamed, "No further unnamed source")

    def action_previous_unnamed(self) -> None:
        """Go to the previous quote by a source that the text does not name."""
        self._step(-1, lambda finding: finding.unnamed, "No earlier unnamed source")

    def action_next_unattributed(self) -> None:
        """Go to the next quote whose source is not known."""
        self._step(1, _unattributed, "No further unattributed quote")

    def action_previous_unattributed(self) -> None:
        """Go to the previous quote whose source is not known."""
        self._step(-1, _unattributed, "No earlier unattributed quote")

    def action_next_kind(self) -> None:
        """Go to the next quote of the current one's kind."""
        self._step_of_kind(1)

    def action_previous_kind(self) -> None:
        """Go to the previous quote of the current one's kind."""
        self._step_of_kind(-1)

    def action_outer(self) -> None:
        """Go to the quote that the current one is inside of; with a count, as many levels out."""
        self._nest(lambda findings, here: findings.outer_of(here), "This quote is inside no other")

    def action_inner(self) -> None:
        """Go to the first quote inside of the current one; with a count, as many levels in."""
        self._nest(
            lambda findings, here: next(iter(findings.inner_of(here)), None),
            "No quote is inside this one",
        )

    def _to_paragraph(self) -> bool:
        """Go to the paragraph whose number was typed, the last one where there are fewer."""
        typed, count = bool(self.count), self.taken_count()
        if self.reading is None or not typed:
            return False
        paragraphs = self.reading.article.block_spans
        if paragraphs:
            self.jump_to_offset(paragraphs[min(count, len(paragraphs)) - 1].start)
            self.make_current(None)
        return True

    def _nest(
        self, step: Callable[[AttributedQuotes, QuoteId], QuoteId | None], otherwise: str
    ) -> None:
        """Go some levels out of the current quote or into it."""
        reading, count = self.reading, self.taken_count()
        if reading is None or reading.finding is None:
            self.say("No quote is current; n goes to the next")
            return
        start = here = reading.finding.quote.id
        for _ in range(count):
            here = step(reading.findings, here) or here
        if here == start:
            self.say(otherwise)
        else:
            self.jump_to_quote(here)

    def _step_alike(self, direction: int) -> None:
        current = self.reading.finding if self.reading is not None else None
        if current is None:
            self._step(direction, None, "No quote there")
            return
        wanted = current.attribution.source_id
        name = "unattributed" if current.source is None else f"by {current.source.name}"
        which = "further" if direction > 0 else "earlier"
        self._step(
            direction,
            lambda finding: finding.attribution.source_id == wanted,
            f"No {which} quote {name}",
        )

    def _step_of_kind(self, direction: int) -> None:
        current = self.reading.finding if self.reading is not None else None
        if current is None:
            self._step(direction, None, "No quote there")
            return
        kind = current.quote.type
        which = "further" if direction > 0 else "earlier"
        self._step(
            direction, lambda finding: finding.quote.type is kind, f"No {which} {kind.value} quote"
        )

    def _step(self, direction: int, wanted: Wanted | None, otherwise: str) -> None:
        """Go some wanted quotes on from the current one, or where that is not seen from the top."""
        reading, count = self.reading, self.taken_count()
        if reading is None:
            return
        found: AttributedQuote | None = None
        offset = self._starting_point(direction)
        for _ in range(count):
            step = reading.findings.after if direction > 0 else reading.findings.before
            following = step(offset, wanted)
            if following is None:
                break
            found, offset = following, following.start
        if found is None:
            waiting = reading.analysed is not None and direction > 0
            self.say(otherwise + (" yet" if waiting else ""))
        else:
            self.jump_to_quote(found.quote.id)

    def _starting_point(self, direction: int) -> int:
        reading = self.reading
        if reading is not None and reading.finding is not None and self.current_span() is not None:
            return reading.finding.start
        resume = reading.resume if reading is not None else None
        if resume is not None and self.pane.top <= resume < self.pane.bottom:
            return resume
        if direction < 0 and self.pane.is_vertical_scroll_end:
            return self.pane.bottom
        return self.pane.top - 1 if direction > 0 else self.pane.top

    def _return(self, place: Place | None, otherwise: str) -> None:
        if place is None:
            self.say(otherwise)
            return
        self.pane.show_offset(place.top)
        self.make_current(place.current, reveal=False)


def _unattributed(finding: AttributedQuote) -> bool:
    return finding.source is None
