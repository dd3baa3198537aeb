"""Drafts outlive the process that typed them."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from inquit.errors import StoreWriteError
from inquit.store.records.drafts import Drafts
from tests.store.making import FailingDisk


def test_a_draft_is_there_at_the_next_start_until_it_is_discarded(folder: Path) -> None:
    drafts = Drafts.open(folder)
    assert drafts.pending() == ()
    drafts.keep("note on Ines", "half a sen")
    drafts.keep("note on Ines", "half a sentence\n“and \ud800")
    drafts.keep("another", "x")
    reopened = Drafts.open(folder)
    assert [(draft.key, draft.text) for draft in reopened.pending()] == [
        ("another", "x"),
        ("note on Ines", "half a sentence\n“and \ud800"),
    ]
    reopened.discard("note on Ines")
    reopened.discard("never kept")
    assert [draft.key for draft in Drafts.open(folder).pending()] == ["another"]


def test_a_draft_goes_elsewhere_where_the_folder_cannot_be_written(folder: Path) -> None:
    disk = FailingDisk()
    drafts = Drafts.open(folder, disk=disk)
    drafts.keep("key", "old")
    disk.fail(errno.ENOSPC, within=folder)
    drafts.keep("key", "new")
    assert [draft.text for draft in Drafts.open(folder).pending()] == ["new"]
    disk.heal()
    drafts.discard("key")
    assert drafts.pending() == ()


def test_with_nowhere_to_go_it_is_told(folder: Path) -> None:
    disk = FailingDisk()
    disk.fail(errno.EROFS)
    with pytest.raises(StoreWriteError, match="Read-only file system"):
        Drafts.open(folder, disk=disk).keep("key", "text")


def test_a_damaged_draft_hides_no_other_and_is_not_removed(folder: Path) -> None:
    drafts = Drafts.open(folder)
    drafts.keep("good", "text")
    (folder / "drafts" / "damaged.json").write_text('{"key": "x", "tex')
    assert [draft.key for draft in drafts.pending()] == ["good"]
    assert (folder / "drafts" / "damaged.json").exists()
