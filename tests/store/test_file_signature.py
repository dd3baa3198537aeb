"""What another computer wrote is seen although the file system keeps attributes for a while."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from inquit.model.feed import Subscription
from inquit.store.durability.file_signature import read_signature
from inquit.store.durability.files import Disk
from inquit.store.records.repository import Repository
from inquit.store.records.subscriptions import Subscriptions
from tests.store.making import change_note, note


class CachingDisk(Disk):
    """A disk whose file system keeps the attributes that it has once told, for good."""

    def __init__(self) -> None:
        self.known: dict[Path, os.stat_result | FileNotFoundError] = {}

    def status(self, path: Path) -> os.stat_result:
        if path not in self.known:
            try:
                self.known[path] = super().status(path)
            except FileNotFoundError as error:
                self.known[path] = error
        known = self.known[path]
        if isinstance(known, FileNotFoundError):
            raise known
        return known


def test_a_write_on_another_computer_is_not_overwritten_from_stale_memory(folder: Path) -> None:
    first, theirs, mine = note("first"), note("theirs", at=1), note("mine", at=2)
    with Repository.open(folder) as other:
        other.add_note(first)
        with Repository.open(folder, disk=CachingDisk()) as window:
            other.add_note(theirs)
            change_note(other, replace(first, body="changed"))
            window.add_note(mine)
            assert [each.body for each in window.notes()] == ["changed", "theirs", "mine"]
    with Repository.open(folder) as reopened:
        assert [each.body for each in reopened.notes()] == ["changed", "theirs", "mine"]
        assert reopened.recovery is None


def test_a_store_that_another_computer_made_meanwhile_is_not_overwritten(folder: Path) -> None:
    theirs, mine = note("theirs"), note("mine", at=1)
    with Repository.open(folder, disk=CachingDisk()) as window, Repository.open(folder) as other:
        other.add_note(theirs)
        window.add_note(mine)
        assert window.recovery is None
    with Repository.open(folder) as reopened:
        assert reopened.notes() == (theirs, mine)


def test_a_refresh_sees_what_another_computer_wrote(folder: Path) -> None:
    written = note()
    with Repository.open(folder) as other:
        other.add_note(note("first", at=-1))
        with Repository.open(folder, disk=CachingDisk()) as window:
            assert not window.refresh()
            other.add_note(written)
            assert window.refresh()
            assert written in window.notes()
            assert not window.refresh()


def test_feeds_of_another_computer_are_not_overwritten_either(folder: Path) -> None:
    with Subscriptions(folder) as other, Subscriptions(folder, disk=CachingDisk()) as window:
        window.put(Subscription(url="https://a.example/f"))
        other.put(Subscription(url="https://b.example/f"))
        window.put(Subscription(url="https://c.example/f"))
        assert len(window.all()) == 3


def test_a_large_first_line_and_a_missing_file_have_signatures(tmp_path: Path) -> None:
    path = tmp_path / "file"
    assert read_signature(Disk(), path) is None
    path.write_bytes(b"x" * 100_000)
    first = read_signature(Disk(), path)
    path.write_bytes(b"x" * 100_001)
    assert first is not None
    assert read_signature(Disk(), path) != first
