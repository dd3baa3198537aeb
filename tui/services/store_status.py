"""Watches the store for changes of other windows, for faults and for their end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from inquit.errors import StoreError

if TYPE_CHECKING:
    from inquit.service.records import Repository


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreStatus:
    """What a check of the store found.

    Attributes:
        changed: whether another process wrote something.
        saved: how many records were saved that could not be saved before.
        lines: what the user has to know, a line each.
    """

    changed: bool
    saved: int
    lines: tuple[str, ...]


def check_store(store: Repository) -> StoreStatus:
    """Read what other processes wrote, and retry what could not be saved.

    Where nothing is new this costs one look at the status of the file.
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
    lines = [line for line in (store.recovery, store.warning) if line]
    if store.read_only and not lines:
        lines.append("The store is open for reading only: a newer inquit wrote it")
    return StoreStatus(changed=changed, saved=saved, lines=(*lines, *faults))
