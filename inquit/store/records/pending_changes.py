"""Changes that are not saved yet, each with what it was made from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from inquit.store.codec import Document
from inquit.store.records.bin import BIN
from inquit.store.records.three_way_merge import merge_documents

Key = tuple[str, str]
"""A table and the id of a record."""

Changes = dict[Key, Document | None]
"""Documents by table and record id; None where the record is to go."""

Saved = Callable[[str, str], Document | None]
"""Returns the document that the store has in a table under an id, or None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingChange:
    """A document that is to be, and the one that was saved when it was made; None for none.

    An empty base says that it is not known what the document was made from.
    """

    base: Document | None
    document: Document | None


Pending = dict[Key, PendingChange]


def extend(pending: Pending, made: Changes, saved: Saved) -> Pending:
    """Return what is pending with further changes, which keep the base of those before them."""
    return pending | {
        key: PendingChange(
            base=pending[key].base if key in pending else saved(*key),
            document=document,
        )
        for key, document in made.items()
    }


def merge(pending: Pending, saved: Saved) -> Changes:
    """Return the changes to write, merged with what was saved since they were made.

    What is in its table is not in the bin.
    """
    merged: Changes = {
        key: merge_documents(key[0], change.base, saved(*key), change.document)
        for key, change in pending.items()
    }
    for (table, record_id), document in tuple(merged.items()):
        in_bin = (BIN, record_id) in merged or saved(BIN, record_id) is not None
        if table != BIN and document is not None and in_bin:
            merged[BIN, record_id] = None
    return merged


def stack(pending: Pending, later: Pending) -> Pending:
    """Return two sets of pending changes as one, the later ones merged with the earlier."""
    result = dict(pending)
    for key, change in later.items():
        known = result.get(key)
        if known is None:
            result[key] = change
        else:
            document = merge_documents(key[0], change.base, known.document, change.document)
            result[key] = PendingChange(base=known.base, document=document)
    return result


def rebase(pending: Pending, saved: Saved) -> Pending:
    """Return pending changes rebased on what is saved now, without those that change nothing."""
    return {
        key: PendingChange(base=saved(*key), document=document)
        for key, document in merge(pending, saved).items()
        if document != saved(*key)
    }


def drop_taken_in(pending: Pending, taken: Mapping[Key, PendingChange], saved: Saved) -> Pending:
    """Return what is left to be saved after another process took in a rescue file.

    Args:
        pending: what this process could not save.
        taken: what its rescue file held. Of these a record stays pending where the store does not
            show that it was saved; the file may have gone in another way.
        saved: what the store has.
    """
    binned_ids = {record_id for table, record_id in taken if table == BIN}
    moved = {
        record_id
        for (table, record_id), change in taken.items()
        if saved(table, record_id) != change.base
        or (record_id not in binned_ids and saved(BIN, record_id) is not None)
    }
    left: Pending = {}
    for key, change in pending.items():
        known = taken.get(key)
        if known is None or key[1] not in moved:
            left[key] = change
        elif known is not change:
            left[key] = PendingChange(base=known.document, document=change.document)
    return left
