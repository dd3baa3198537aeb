"""Correcting what the engine found: corrections made, shown, listed and taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inquit.model.correction import PlacedCorrection

if TYPE_CHECKING:
    from inquit.model.annotation import CorrectionId
    from inquit.model.span import Span
    from tui.dialogs.corrections import ListedCorrections
    from tui.reader.controllers.annotations import Annotations
    from tui.reader.controllers.navigation import Navigation
    from tui.reader.controllers.selection import TextSelection
    from tui.reader.controllers.store_access import StoreAccess
    from tui.reader.correction_questions import Answer
    from tui.reader.view import ReaderView

NOTHING_CHANGED = "Nothing changed: it is so already"


class Corrections:
    """What the reader corrects.

    Dialogs open within the key that asks for them: what is typed ahead is theirs.
    """

    def __init__(
        self,
        view: ReaderView,
        store: StoreAccess,
        annotations: Annotations,
        navigation: Navigation,
        selection: TextSelection,
    ) -> None:
        """Take the screen, the store, what fetches from it, and where one is."""
        self._view = view
        self._store = store
        self._annotations = annotations
        self._navigation = navigation
        self._selection = selection

    def show_menu(self) -> None:
        """Show what can be corrected here."""
        from tui.dialogs.correction_menu import CorrectionMenu
        from tui.reader.correction_context import context_of, describe_passage
        from tui.reader.correction_entries import missing_for

        here = context_of(self._view.reading, self._selection.span)
        self._view.open_dialog(
            CorrectionMenu(describe_passage(here), missing_for(here), self.correct)
        )

    def correct(self, name: str) -> None:
        """Correct one thing; name is that of an entry of the menu."""
        from tui.reader.correction_context import context_of
        from tui.reader.correction_entries import missing_for, question_for
        from tui.reader.correction_questions import Answer

        here = context_of(self._view.reading, self._selection.span)
        if (missing := missing_for(here).get(name)) is not None:
            self._view.say(f"That {missing}")
        elif name == "undo":
            self._view.work(self.take_back())
        elif name == "list":
            self.show_list()
        elif isinstance(asked := question_for(name, here, self._view.colours), str):
            self._view.say(asked)
        elif isinstance(asked, Answer):
            self._view.work(self._keep(asked))
        else:
            answer: Callable[[Any], Answer | None] = asked.answer

            def answered(result: object) -> None:
                if result is None:
                    return
                if (given := answer(result)) is not None:
                    self._view.work(self._keep(given))
                else:
                    self._view.say(NOTHING_CHANGED)

            self._view.open_dialog(asked.screen(), answered)

    async def take_back(self) -> None:
        """Take the last correction of the article back."""
        corrections = self._view.reading.corrections
        if corrections:
            await self._take_back(corrections[-1])
        else:
            self._view.say("Nothing was corrected here")

    def show_list(self) -> None:
        """List the corrections of the article."""
        from tui.dialogs.corrections import CorrectionsList
        from tui.reader.corrections_to_check import list_corrections

        async def take_back(correction_id: CorrectionId) -> ListedCorrections:
            for placed in self._view.reading.corrections:
                if placed.correction.id == correction_id:
                    await self._take_back(placed)
            return list_corrections(self._view.reading)

        async def confirm(correction_id: CorrectionId) -> ListedCorrections:
            await self._confirm(correction_id)
            return list_corrections(self._view.reading)

        screen = CorrectionsList(list_corrections(self._view.reading), take_back, confirm)
        self._view.open_dialog(screen, self._go_to_correction)

    async def _keep(self, answer: Answer) -> None:
        """Keep a correction and show the article with it; say so once it is on the disk."""
        from inquit.service.proposals import AddQuote, ChangeBounds, NotAQuote
        from inquit.service.records import new_correction

        reading, proposal = self._view.reading, answer.proposal
        inquit = reading.inquit_at(proposal.span)
        correction = new_correction(reading.article, proposal, inquit)
        if not reading.would_change(PlacedCorrection(correction=correction, span=proposal.span)):
            self._view.say(NOTHING_CHANGED)
            return
        done = await self._store.write(lambda store: store.add_correction(correction))
        # What could not be written is shown all the same: it waits in the store to be.
        await self._annotations.fetch()
        if proposal.action in (AddQuote.name, ChangeBounds.name):
            self._selection.clear()
        if proposal.action == AddQuote.name:
            self._make_current_on(proposal.span)
        now = self._view.reading
        stays = now.article is reading.article and now.finding is None
        if proposal.action == NotAQuote.name and stays:
            self._view.show_reading(replace(now, resume=proposal.span.start))
        if done:
            self._view.say(f"{answer.message}; U takes it back")

    async def _confirm(self, correction_id: CorrectionId) -> None:
        """Let a correction hold for the article as it is now."""
        from inquit.service.corrections import describe_correction
        from tui.reader.corrections_to_check import confirm_correction, why_not_confirmed

        reading = self._view.reading
        correction = confirm_correction(reading, correction_id)
        if correction is None:
            self._view.say(why_not_confirmed(reading, correction_id))
            return
        gone = "The correction is not there any more: it was taken back elsewhere"
        done = await self._store.change(lambda store: store.change_correction(correction), gone)
        await self._annotations.fetch()
        if done:
            self._view.say(
                f"Confirmed: {describe_correction(correction)}; x in the list (C) takes it back"
            )

    async def _take_back(self, placed: PlacedCorrection) -> None:
        from inquit.service.corrections import describe_correction

        correction = placed.correction
        gone = "The correction is not there any more: it was taken back elsewhere"
        done = await self._store.change(lambda store: store.remove_correction(correction.id), gone)
        await self._annotations.fetch()
        if done:
            self._view.say(f"Taken back: {describe_correction(correction)}; u puts it back")

    def _go_to_correction(self, correction_id: CorrectionId | None) -> None:
        corrections = self._view.reading.corrections
        found = (each for each in corrections if each.correction.id == correction_id)
        if (placed := next(found, None)) is None:
            return
        place = self._view.reading.to_check.get(placed.correction.id, placed.span)
        if place is None:
            self._annotations.tell_orphaned(placed.correction.target, "Orphaned correction")
        else:
            self._navigation.go_to(place)

    def _make_current_on(self, span: Span) -> None:
        """Make the quote of a passage current where it stands."""
        if (found := self._view.reading.finding_on(span)) is not None:
            self._navigation.make_current(found.quote.id, reveal=False)
