"""The draft of one record: kept by the store's threads while its editor is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.services.store_executor import StoreExecutor

if TYPE_CHECKING:
    from inquit.service.records import Annotation


class StoredDraft:
    """What an editor keeps while one types."""

    def __init__(self, store: StoreExecutor, record: Annotation) -> None:
        """Take where drafts go and what this is one of, as it was when its editor opened."""
        self._store = store
        self._record = record

    async def keep(self, text: str) -> None:
        """Keep what is typed.

        Raises:
            StoreError: it could not be written.
        """
        await self._store.ask_drafts(lambda drafts: drafts.keep(self._record, text))

    async def discard(self) -> None:
        """Forget it.

        Raises:
            StoreError: it could not be removed.
        """
        await self._store.ask_drafts(lambda drafts: drafts.discard(self._record))
