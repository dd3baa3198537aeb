"""Navigation: by lines and pages, from quote to quote, back over jumps, by counts typed before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from inquit.model.span import Span
from tui.reader.positions import LONGEST, JumpHistory, Position

if TYPE_CHECKING:
    from inquit.model.quotation import QuoteId
    from tui.reader.reader_pane import ReaderPane
    from tui.reader.view import ReaderView
    from widgets.attributed_quotes import AttributedQuote, AttributedQuotes, Wanted

_MOST = 9999
_TIMES = "×"


class Navigation:
    """Moves in the article, and keeps the count that was typed for the next move.

    Attributes:
        jumps: the positions that one jumped from.
        count: the digits that were typed.
    """

    def __init__(self, view: ReaderView, pane: ReaderPane) -> None:
        """Take the screen and the pane of the text."""
        self._view = view
        self._pane = pane
        self.jumps = JumpHistory()
        self.count = ""

    def take_digit(self, character: str) -> bool:
        """Take a digit of a count, as vim does; tell whether it was one. Others end the count."""
        if character.isascii() and character.isdigit() and (self.count or character != "0"):
            self.count = str(min(_MOST, int(self.count + character)))
            self._view.say(f"{self.count}{_TIMES}")
            return True
        self.forget_count()
        return False

    def forget_count(self) -> bool:
        """Forget the count that was typed; tell whether there was one."""
        typed = bool(self.count)
        if typed:
            self.take_count()
        return typed

    def take_count(self) -> int:
        """Return the count that was typed, 1 where none was, and forget it."""
        count, self.count = int(self.count or 1), ""
        if self._view.notice.endswith(_TIMES):
            self._view.say("")
        return count

    def here(self) -> Position:
        """Return where one is."""
        return Position(top=self._pane.top, current=self._view.reading.current)

    def current_span(self) -> Span | None:
        """Return the content of the current quote where a part of it is on the screen."""
        finding = self._view.reading.finding
        if finding is None:
            return None
        seen = Span(self._pane.top, max(self._pane.top, self._pane.bottom))
        return finding.span if finding.span.overlaps(seen) else None

    def make_current(self, quote_id: QuoteId | None, *, reveal: bool = True) -> None:
        """Make a quote current.

        Args:
            quote_id: the quote, or None for none.
            reveal: whether to bring it on the screen.
        """
        reading = replace(self._view.reading, current=quote_id, resume=None)
        self._view.show_reading(reading, notice="")
        if reading.finding is not None and reveal:
            self._pane.reveal(reading.finding.span)

    def go_to(self, span: Span) -> None:
        """Go to a passage and remember where one was; a quote that it is becomes current."""
        quote = self._view.reading.finding_on(span)
        if quote is not None:
            self.jump_to_quote(quote.quote.id)
        else:
            self.leave_position()
            self.make_current(None)
            self._pane.reveal(span)

    def leave_position(self) -> None:
        """Remember where one is, to come back to it."""
        self.jumps.leave(self.here())

    def jump_to_quote(self, quote_id: QuoteId) -> None:
        """Go to a quote and remember where one was."""
        self.leave_position()
        self.make_current(quote_id)

    def jump_to_offset(self, offset: int) -> None:
        """Put a place of the text at the top and remember where one was."""
        self.leave_position()
        self._pane.show_offset(offset)
        self._view.say("")

    def move_lines(self, rows: int) -> None:
        """Scroll by lines."""
        self._pane.move(rows * self.take_count())

    def move_pages(self, pages: float) -> None:
        """Scroll by screenfuls."""
        self._pane.move_pages(pages * self.take_count())

    def go_to_top(self) -> None:
        """Go to the beginning of the article, with a count to the paragraph of that number."""
        if not self._to_paragraph():
            self.jump_to_offset(0)
            self.make_current(None)

    def go_to_end(self) -> None:
        """Go to the end of the article, with a count to the paragraph of that number."""
        if self._to_paragraph():
            return
        self.leave_position()
        self._pane.go_to_end()
        self.make_current(None)

    def jump_back(self) -> None:
        """Go back to where one jumped from."""
        for _ in range(min(self.take_count(), LONGEST)):
            self._return_to(self.jumps.back(self.here()), "Nowhere to go back to")

    def jump_forward(self) -> None:
        """Go forward again."""
        for _ in range(min(self.take_count(), LONGEST)):
            self._return_to(self.jumps.forward(self.here()), "Nowhere to go forward to")

    def step(self, by: int) -> None:
        """Go to the next quote with 1, to the previous one with -1."""
        self._step(by, None, "quote")

    def step_by_source(self, by: int) -> None:
        """Go to the next or previous quote by the same source; by as for `step`."""
        current = self._view.reading.finding
        if current is None:
            self._step(by, None, "quote")
            return
        wanted = current.attribution.source_id
        who = "unattributed" if current.source is None else f"by {current.source.name}"
        self._step(by, lambda found: found.attribution.source_id == wanted, f"quote {who}")

    def step_of_kind(self, by: int) -> None:
        """Go to the next or previous quote of the current one's kind; by as for `step`."""
        current = self._view.reading.finding
        if current is None:
            self._step(by, None, "quote")
            return
        kind = current.quote.type
        self._step(by, lambda found: found.quote.type is kind, f"{kind.value} quote")

    def step_unnamed(self, by: int) -> None:
        """Go to the next or previous quote by an unnamed source; by as for `step`."""
        self._step(by, lambda found: found.unnamed, "unnamed source")

    def step_unattributed(self, by: int) -> None:
        """Go to the next or previous quote whose source is not known; by as for `step`."""
        self._step(by, lambda found: found.source is None, "unattributed quote")

    def go_out(self) -> None:
        """Go to the quote that the current one is inside of; with a count, as many levels out."""
        self._nest(lambda findings, here: findings.outer_of(here), "This quote is inside no other")

    def go_in(self) -> None:
        """Go to the first quote inside of the current one; with a count, as many levels in."""
        self._nest(
            lambda findings, here: next(iter(findings.inner_of(here)), None),
            "No quote is inside this one",
        )

    def _to_paragraph(self) -> bool:
        """Go to the paragraph whose number was typed, the last one where there are fewer."""
        typed, count = bool(self.count), self.take_count()
        if not typed:
            return False
        paragraphs = self._view.reading.article.block_spans
        if paragraphs:
            self.jump_to_offset(paragraphs[min(count, len(paragraphs)) - 1].start)
            self.make_current(None)
        return True

    def _nest(
        self, step: Callable[[AttributedQuotes, QuoteId], QuoteId | None], otherwise: str
    ) -> None:
        """Go some levels out of the current quote or into it."""
        reading, count = self._view.reading, self.take_count()
        if reading.finding is None:
            self._view.say("No quote is current; n goes to the next")
            return
        start = here = reading.finding.quote.id
        for _ in range(count):
            here = step(reading.findings, here) or here
        if here == start:
            self._view.say(otherwise)
        else:
            self.jump_to_quote(here)

    def _step(self, by: int, wanted: Wanted | None, what: str) -> None:
        """Go some wanted quotes on from the current one, or where that is not seen from the top."""
        reading, count = self._view.reading, self.take_count()
        found: AttributedQuote | None = None
        offset = self._starting_point(by)
        step = reading.findings.after if by > 0 else reading.findings.before
        for _ in range(count):
            following = step(offset, wanted)
            if following is None:
                break
            found, offset = following, following.start
        if found is not None:
            self.jump_to_quote(found.quote.id)
            return
        yet = " yet" if reading.analysed is not None and by > 0 else ""
        self._view.say(f"No {'further' if by > 0 else 'earlier'} {what}{yet}")

    def _starting_point(self, by: int) -> int:
        reading = self._view.reading
        if reading.finding is not None and self.current_span() is not None:
            return reading.finding.start
        resume = reading.resume
        if resume is not None and self._pane.top <= resume < self._pane.bottom:
            return resume
        if by < 0 and self._pane.is_vertical_scroll_end:
            return self._pane.bottom
        return self._pane.top - 1 if by > 0 else self._pane.top

    def _return_to(self, position: Position | None, otherwise: str) -> None:
        if position is None:
            self._view.say(otherwise)
            return
        self._pane.show_offset(position.top)
        self.make_current(position.current, reveal=False)
