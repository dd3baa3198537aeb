"""What every store offers while it is open."""

from __future__ import annotations

from typing import Self

from inquit.store.records.documents import Documents


class OpenStore:
    """One store; it is closed at the end of a `with` block.

    What is read comes from memory; `refresh` fetches what another process wrote. A method that
    changes something returns once the change is on the disk. Where it raises a StoreError, the
    change is still to be seen here, is kept in a rescue file elsewhere, and is saved with the next
    change that succeeds, by `save`, or when the store is next opened.
    """

    def __init__(self, documents: Documents) -> None:
        """Take the store's documents."""
        self._documents = documents

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the store; all has been written but what could not be."""
        self._documents.close()

    @property
    def recovery(self) -> str | None:
        """What was recovered, from when, in one line for the reader; None where nothing had to."""
        return self._documents.recovery

    @property
    def warning(self) -> str | None:
        """What went wrong beside the last change, or cannot be read; None where nothing."""
        return self._documents.warning

    @property
    def unsaved(self) -> int:
        """How many records differ from what is on the disk."""
        return len(self._documents.unsaved)

    @property
    def only_in_memory(self) -> int:
        """How many of these are in no rescue file either, and so lost when the process ends."""
        return self._documents.only_in_memory

    def empty_bin(self) -> int:
        """Remove for good what is in the bin and return how many records that was.

        Copies of it stay in the backups until these are thinned out.

        Raises:
            StoreWriteError: where the change could not be written.
            StoreLockedError: where another process kept the store locked.
        """
        return self._documents.empty_bin()

    def refresh(self) -> bool:
        """Fetch what another process wrote; tell whether it wrote anything.

        Raises:
            StoreError: where the system does not let us read it; what is known stays.
        """
        return self._documents.refresh()

    def save(self) -> bool:
        """Try again to write what could not be written; tell whether there was anything.

        Raises:
            StoreWriteError: where it still cannot be written.
            StoreLockedError: where another process kept the store locked.
        """
        return self._documents.save()
