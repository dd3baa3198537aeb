"""Setting right what the engine found: corrections made, shown, listed and taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual import work

from inquit.model.annotation import CorrectionId
from inquit.model.correction import PlacedCorrection
from inquit.model.span import Span
from tui.reader.controllers.annotations import Annotating

if TYPE_CHECKING:
    from tui.dialogs.corrections import Held
    from tui.reader.correction_questions import Answer
    from tui.reader.reading_state import Reading

NOTHING_CHANGED = "Nothing changed: it is so already"


class Correcting(Annotating):
    """What the reader's screen sets right.

    Dialogs open within the key that asks for them: what is typed ahead is theirs.
    """

    def action_set_right(self) -> None:
        """Show what can be set right here."""
        from tui.dialogs.correction_menu import SetRight
        from tui.reader.correction_context import context_of, describe_passage
        from tui.reader.correction_entries import missing_for

        here = context_of(self.reading, self.selected())
        if here is not None:
            self._open(SetRight(describe_passage(here), missing_for(here), self.action_correct))

    def action_correct(self, name: str) -> None:
        """Set one thing right; name is that of an entry of the menu."""
        from tui.reader.correction_context import context_of
        from tui.reader.correction_entries import missing_for, question_for
        from tui.reader.correction_questions import Answer

        here = context_of(self.reading, self.selected())
        if here is None:
            return
        if (missing := missing_for(here).get(name)) is not None:
            self.say(f"That {missing}")
        elif name == "undo":
            self.action_take_back()
        elif name == "list":
            self.action_corrections()
        elif isinstance(asked := question_for(name, here, self.colours), str):
            self.say(asked)
        elif isinstance(asked, Answer):
            self._keep(asked)
        else:
            answer: Callable[[Any], Answer | None] = asked.answer

            def answered(result: object) -> None:
                if result is None:
                    return
                if (given := answer(result)) is not None:
                    self._keep(given)
                else:
                    self.say(NOTHING_CHANGED)

            self._open(asked.screen(), answered)

    @work(group="annotations")
    async def action_take_back(self) -> None:
        """Take the last correction of the article back."""
        corrections = self.reading.corrections if self.reading is not None else ()
        if corrections:
            await self._take_back(corrections[-1])
        else:
            self.say("Nothing was corrected here")

    def action_corrections(self) -> None:
        """List the corrections of the article."""
        from tui.dialogs.corrections import CorrectionsList
        from tui.services.corrections_to_check import held_in

        reading = self.reading
        if reading is None:
            return

        async def take_back(correction_id: CorrectionId) -> Held:
            for placed in reading.corrections:
                if placed.correction.id == correction_id:
                    await self._take_back(placed)
            return held_in(reading)

        async def confirm(correction_id: CorrectionId) -> Held:
            await self._confirm(reading, correction_id)
            return held_in(reading)

        screen = CorrectionsList(held_in(reading), take_back, confirm)
        self._open(screen, self._go_to_correction)

    def selected(self) -> Span | None:
        """Return what is selected in the article."""
        selection = self.pane.text_selection
        span = self.pane.span_of(selection) if selection is not None else None
        return span if span is not None and len(span) else None

    def go_to(self, span: Span) -> None:
        """Go to a passage and remember where one was; the screen says how."""
        raise NotImplementedError

    @work(group="annotations")
    async def _keep(self, answer: Answer) -> None:
        """Keep a correction and show the article with it; say so once it is on the disk."""
        from inquit.correcting.actions import AddQuote, ChangeBounds, NotAQuote
        from inquit.store.records.record_factory import new_correction

        reading, proposal = self.reading, answer.proposal
        if reading is None:
            return
        inquit = reading.inquit_at(proposal.span)
        correction = new_correction(reading.article, proposal, inquit)
        if not reading.would_change(PlacedCorrection(correction=correction, span=proposal.span)):
            self.say(NOTHING_CHANGED)
            return
        done = await self._write(lambda store: store.add_correction(correction))
        # What could not be written is shown all the same: it waits in the store to be.
        await self.fetch_annotations()
        if proposal.action in (AddQuote.name, ChangeBounds.name):
            self.clear_selection()
        if proposal.action == AddQuote.name:
            self._make_current_at(proposal.span)
        if proposal.action == NotAQuote.name and reading.finding is None:
            reading.resume = proposal.span.start
        if done:
            self.say(f"{answer.message}; U takes it back")

    async def _confirm(self, reading: Reading, correction_id: CorrectionId) -> None:
        """Let a correction hold for the article as it is now."""
        from inquit.correcting import describe_correction
        from tui.services.corrections_to_check import confirmed_in, why_not_confirmed

        correction = confirmed_in(reading, correction_id)
        if correction is None:
            self.say(why_not_confirmed(reading, correction_id))
            return
        gone = "The correction is not there any more: it was taken back elsewhere"
        done = await self._do(lambda store: store.change_correction(correction), gone)
        await self.fetch_annotations()
        if done:
            self.say(
                f"Confirmed: {describe_correction(correction)}; x in the list (C) takes it back"
            )

    async def _take_back(self, placed: PlacedCorrection) -> None:
        from inquit.correcting import describe_correction

        correction = placed.correction
        gone = "The correction is not there any more: it was taken back elsewhere"
        done = await self._do(lambda store: store.remove_correction(correction.id), gone)
        await self.fetch_annotations()
        if done:
            self.say(f"Taken back: {describe_correction(correction)}; u puts it back")

    def _go_to_correction(self, correction_id: CorrectionId | None) -> None:
        corrections = self.reading.corrections if self.reading is not None else ()
        found = (each for each in corrections if each.correction.id == correction_id)
        if (placed := next(found, None)) is None:
            return
        to_check = self.reading.to_check if self.reading is not None else {}
        place = to_check.get(placed.correction.id, placed.span)
        if place is None:
            self.tell_orphaned(placed.correction.target, "Orphaned correction")
        else:
            self.go_to(place)

    def _make_current_at(self, span: Span) -> None:
        """Make the quote of a passage current where it stands."""
        findings = self.reading.findings if self.reading is not None else ()
        found = next((each for each in findings if each.span == span), None)
        if found is not None:
            self.make_current(found.quote.id, reveal=False)
