"""What was removed, in order: what is in the bin, and which of it this window removed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from inquit.errors import UnknownRecordError
from inquit.store.codec import Document
from inquit.store.records.bin import BIN
from inquit.store.records.pending_changes import Changes

if TYPE_CHECKING:
    from inquit.store.records.documents import Documents


class Removals:
    """The order of removals as one window sees it; the clock does not matter."""

    def __init__(self, documents: Documents) -> None:
        """Take the documents, which call `note` for all that they change."""
        self._documents = documents
        self._here: list[str] = []

    def note(self, made: Changes) -> None:
        """Remember which of some changes moved something to the bin."""
        for (table, record_id), document in made.items():
            if table == BIN:
                self._here = [each for each in self._here if each != record_id]
                if document is not None:
                    self._here.append(record_id)

    def in_bin(self) -> Iterator[Document]:
        """Yield the documents of the bin, the last removed first, whatever the clock said."""
        for (table, _), change in reversed(self._documents.unsaved.items()):
            if table == BIN and change.document is not None:
                yield change.document
        # A table's numbers only grow, so that they are the order of removal.
        numbered = sorted(self._documents.storage.live(BIN).items(), key=_number, reverse=True)
        yield from (
            held
            for _, held in numbered
            if (BIN, str(held.get("id"))) not in self._documents.unsaved
        )

    def undo(
        self, others: Callable[[], Iterable[str]], put_back: Callable[[str], Changes]
    ) -> tuple[str, bool] | None:
        """Put back what was removed last: by this window, and then whatever else is in the bin.

        Args:
            others: returns the ids of all that can be put back, the last removed first.
            put_back: returns the changes that put one back.

        Returns:
            Its id and whether this window had removed it; None where the bin is empty.

        Raises:
            UnknownRecordError: where another process put it back or emptied the bin; the next
                call goes on to what was removed before.
            StoreWriteError, StoreLockedError: as `write`.
        """
        chosen: list[tuple[str, bool]] = []

        def changes() -> Changes:
            mine = self._here[-1:]
            if mine and self._documents.find(BIN, mine[0]) is None:
                raise UnknownRecordError(
                    "What was removed last here is not in the bin any more: it was put back, or"
                    " the bin was emptied, elsewhere"
                )
            named = next(iter(mine or others()), None)
            chosen[:] = [] if named is None else [(named, bool(mine))]
            return {} if named is None else put_back(named)

        try:
            self._documents.write(changes)
        except UnknownRecordError:
            del self._here[-1:]
            raise
        return chosen[0] if chosen else None


def _number(item: tuple[str, Document]) -> int:
    return int(item[0])
