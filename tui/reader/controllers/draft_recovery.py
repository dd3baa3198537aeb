"""Taking up what was being written when a window ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inquit.errors import StoreError
from inquit.model.annotation import Note
from inquit.model.tags import format_tags
from tui.terminal.toasts import HintTaken

if TYPE_CHECKING:
    from inquit.service.records import LeftDraft, Repository
    from tui.reader.controllers.annotations import Annotations
    from tui.reader.controllers.store_access import StoreAccess
    from tui.reader.view import ReaderView

_HINT, _GROUP = "E goes on with it", "drafts"


class DraftRecovery:
    """Tells of the drafts that were neither saved nor given up, and offers them when asked."""

    def __init__(self, view: ReaderView, store: StoreAccess, annotations: Annotations) -> None:
        """Take the screen, the store, and what opens the editors."""
        self._view = view
        self._store = store
        self._annotations = annotations

    def tell(self) -> None:
        """Tell how many drafts are left."""
        self._view.work(self._tell(), group=_GROUP, exclusive=True)

    def offer(self) -> None:
        """Offer the drafts that are left, or say that there are none."""
        self._view.post(HintTaken(_HINT))
        self._view.work(self._offer(), group=_GROUP, exclusive=True)

    async def count(self) -> int:
        """Return how many drafts are left."""
        return len(await self._left())

    async def _tell(self) -> None:
        """Tell of them in one line; a list would take the keys that are for the article."""
        if left := await self._left():
            kept = "A draft was" if len(left) == 1 else f"{len(left)} drafts were"
            self._view.warn(f"{kept} not saved when a window ended; {_HINT}")

    async def _offer(self) -> None:
        from tui.dialogs.drafts import DraftsDialog

        left = await self._left()
        if not left:
            self._view.say("No drafts are left")
        while left:
            chosen = await self._view.app.push_screen_wait(DraftsDialog(left))
            if chosen is None:
                self._view.say("The drafts are kept; E offers them again")
                return
            if not chosen.give_up:
                await self._take_up(chosen.draft)
                return
            await self._give_up(chosen.draft)
            left = await self._left()
            if not left:
                self._view.say("Draft discarded")

    async def _left(self) -> tuple[LeftDraft, ...]:
        """Return the drafts that are left; those that hold only what was saved are forgotten."""
        try:
            left = await self._view.services.store.ask_drafts(lambda drafts: drafts.left()) or ()
            if not left:
                return ()
            saved = await self._store.ask(lambda store: _saved(store, left)) or frozenset()
            for draft in left:
                if draft.key in saved:
                    await self._give_up(draft)
        except StoreError as error:
            self._view.complain(str(error))
            return ()
        return tuple(draft for draft in left if draft.key not in saved)

    async def _give_up(self, draft: LeftDraft) -> None:
        try:
            await self._view.services.store.ask_drafts(lambda drafts: drafts.forget(draft))
        except StoreError as error:
            self._view.complain(str(error))

    async def _take_up(self, draft: LeftDraft) -> None:
        """Open the editor with a draft in it, which is a draft of this window from now on."""
        try:
            await self._view.services.store.ask_drafts(lambda drafts: drafts.take_up(draft))
        except StoreError as error:
            self._view.complain(str(error))
        if isinstance(draft.record, Note):
            await self._annotations.edit_note(draft.record, draft.text)
        else:
            await self._annotations.edit_bookmark(draft.record, draft.text)


def _saved(store: Repository, left: tuple[LeftDraft, ...]) -> frozenset[str]:
    """Return the keys of the drafts whose words the store has: saved just before the end."""
    from tui.dialogs.bookmark_editor import parse_draft

    notes = {note.id: note.body for note in store.notes()}
    marks = {
        mark.id: (mark.label, mark.comment, format_tags(mark.tags)) for mark in store.bookmarks()
    }
    return frozenset(
        draft.key
        for draft in left
        if (
            notes.get(draft.record.id) == draft.text
            if isinstance(draft.record, Note)
            else marks.get(draft.record.id) == parse_draft(draft.text)
        )
    )
