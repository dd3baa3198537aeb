"""The draft of one record, stored while its editor is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.services.store_executor import StoreExecutor

if TYPE_CHECKING:
    from inquit.service.records import Annotation


class DraftHandle:
    """Stores and removes the draft of one record."""

    def __init__(self, store: StoreExecutor, record: Annotation) -> None:
        """Take the store, and the record as it was when its editor opened."""
        self._store = store
        self._record = record

    async def keep(self, text: str) -> None:
        """Store what is typed.

        Raises:
            StoreError: it cannot be written.
        """
        await self._store.ask_drafts(lambda drafts: drafts.keep(self._record, text))

    async def discard(self) -> None:
        """Remove the draft.

        Raises:
            StoreError: it cannot be removed.
        """
        await self._store.ask_drafts(lambda drafts: drafts.discard(self._record))
