"""Taking up what was being written when a window ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from inquit.errors import StoreError
from inquit.model.annotation import Note
from tui.reader.controllers.store_monitor import Watching
from tui.terminal.toasts import HintTaken

if TYPE_CHECKING:
    from inquit.store.records.repository import Repository
    from tui.services.draft_store import LeftDraft

_HINT = "E goes on with it"


class Resuming(Watching):
    """Tells of the drafts that were neither saved nor given up, and offers them when asked."""

    def on_mount(self) -> None:
        """Tell of them once the article is on the screen."""
        self.call_after_refresh(self.tell_of_drafts)

    @work(exclusive=True, group="drafts")
    async def tell_of_drafts(self) -> None:
        """Tell how many drafts are left; a list would take the keys that are for the article."""
        if left := await self._left():
            kept = "A draft was" if len(left) == 1 else f"{len(left)} drafts were"
            self.warn(f"{kept} not saved when a window ended; {_HINT}")

    @work(exclusive=True, group="drafts")
    async def action_drafts(self) -> None:
        """Offer the drafts that are left, or say that there are none."""
        self.post_message(HintTaken(_HINT))
        if not await self._offer():
            self.say("No drafts are left")

    async def _offer(self) -> bool:
        from tui.dialogs.drafts import DraftsLeft

        left = await self._left()
        while left:
            chosen = await self.app.push_screen_wait(DraftsLeft(left))
            if chosen is None:
                self.say("The drafts are kept; E offers them again")
                return True
            if chosen.give_up:
                await self._give_up(chosen.draft)
            else:
                await self._take_up(chosen.draft)
                return True
            left = await self._left()
            if not left:
                self.say("Draft discarded")
                return True
        return False

    async def _left(self) -> tuple[LeftDraft, ...]:
        """Return the drafts that are left; those that hold only what was saved are forgotten."""
        try:
            left = await self.desk.store.ask_drafts(lambda drafts: drafts.left()) or ()
            if not left:
                return ()
            saved = await self._ask(lambda store: _saved(store, left)) or frozenset()
            for draft in left:
                if draft.key in saved:
                    await self._give_up(draft)
        except StoreError as error:
            self.complain(str(error))
            return ()
        return tuple(draft for draft in left if draft.key not in saved)

    async def _give_up(self, draft: LeftDraft) -> None:
        try:
            await self.desk.store.ask_drafts(lambda drafts: drafts.forget(draft))
        except StoreError as error:
            self.complain(str(error))

    async def _take_up(self, draft: LeftDraft) -> None:
        """Open the editor with a draft in it, which is a draft of this window from now on."""
        try:
            await self.desk.store.ask_drafts(lambda drafts: drafts.take_up(draft))
        except StoreError as error:
            self.complain(str(error))
        if isinstance(draft.record, Note):
            await self.edit_note(draft.record, draft.text)
        else:
            await self.edit_bookmark(draft.record, draft.text)


def _saved(store: Repository, left: tuple[LeftDraft, ...]) -> frozenset[str]:
    """Return the keys of the drafts whose words the store has: saved just before the end."""
    from tui.dialogs.bookmark_editor import fields_of

    notes = {note.id: note.body for note in store.notes()}
    marks = {mark.id: (mark.label, mark.comment) for mark in store.bookmarks()}
    return frozenset(
        draft.key
        for draft in left
        if (
            notes.get(draft.record.id) == draft.text
            if isinstance(draft.record, Note)
            else marks.get(draft.record.id, "") == fields_of(draft.text)
        )
    )
