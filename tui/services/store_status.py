"""What there is to tell about the store: other windows' changes, faults, what works again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from inquit.errors import StoreError

if TYPE_CHECKING:
    from inquit.service.records import Repository


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreStatus:
    """What a look at the store found.

    Attributes:
        changed: whether another process wrote something.
        saved: how many records could be saved now that could not be before.
        lines: what the reader has to know, a line each.
    """

    changed: bool
    saved: int
    lines: tuple[str, ...]


def check_store(store: Repository) -> StoreStatus:
    """Fetch what others wrote, and try again to save what could not be saved.

    Costs a look at the file's status where there is nothing new.
    """
    faults = []
    changed, saved, waiting = False, 0, store.unsaved
    try:
        changed = store.refresh()
        if waiting and not store.read_only:
            store.save()
            saved = waiting
    except StoreError as error:
        faults.append(str(error))
    told = [line for line in (store.recovery, store.warning) if line]
    if store.read_only and not told:
        told.append("The store is open for reading only: a newer inquit wrote it")
    return StoreStatus(changed=changed, saved=saved, lines=(*told, *faults))
