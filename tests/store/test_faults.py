"""Whatever fails: the old file is untouched, nothing written is lost, and the reader is told."""

from __future__ import annotations

import errno
import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from inquit.errors import StoreError, StoreLockedError, StoreWriteError
from inquit.store.durability.lock import StoreLock
from inquit.store.inspection import inspect
from inquit.store.records.repository import Repository
from tests.store.making import OPERATIONS, FailingDisk, FullDisk, bookmark, note

VITAL = ("create", "write", "sync", "replace", "sync_folder")
"""Operations without which nothing is saved; the others only keep second copies."""


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES])
@pytest.mark.parametrize("name", VITAL)
def test_a_failing_write_loses_nothing(folder: Path, name: str, code: int) -> None:
    disk, kept, late = FailingDisk(), note("kept", at=1), note("late", at=2)
    with Repository.open(folder, disk=disk) as repository:
        repository.add_note(kept)
        before = (folder / "inquit.json").read_bytes()
        disk.fail(code, name, within=folder)
        with pytest.raises(StoreWriteError) as told:
            repository.add_note(late)
        assert "\n" not in str(told.value)
        assert os.strerror(code) in str(told.value)
        assert "it is kept in" in str(told.value)
        if name != "sync_folder":  # by then the new file is in place, though perhaps not for good
            assert (folder / "inquit.json").read_bytes() == before
        assert repository.notes() == (kept, late)
        assert repository.unsaved == 1
        disk.heal()
        assert repository.save()
        assert repository.unsaved == 0
        assert not repository.save()
    with Repository.open(folder) as reopened:
        assert reopened.notes() == (kept, late)
        assert reopened.recovery is None


@pytest.mark.parametrize("name", sorted(set(OPERATIONS) - set(VITAL)))
def test_a_failing_second_copy_does_not_keep_a_note_from_being_saved(
    folder: Path, name: str
) -> None:
    disk, written = FailingDisk(), [note(str(number), at=number) for number in range(14)]
    with Repository.open(folder, disk=disk) as repository:
        for each in written[:12]:  # so many that a spare file is being reused
            repository.add_note(each)
        disk.fail(errno.EIO, name, within=folder / "backups")
        repository.add_note(written[12])
        if name == "open_to_append":
            assert repository.warning == "The backups cannot be written: Input/output error"
        disk.heal()
        repository.add_note(written[13])
        assert repository.warning is None
    with Repository.open(folder) as reopened:
        assert reopened.notes() == tuple(written)


def test_what_could_not_be_saved_is_saved_by_the_next_start(folder: Path) -> None:
    disk, kept, late, removed = FailingDisk(), note("kept"), note("late", at=2), note("removed")
    with Repository.open(folder, disk=disk) as repository:
        repository.add_note(kept)
        repository.add_note(removed)
        disk.fail(errno.ENOSPC, within=folder)
        with pytest.raises(StoreWriteError):
            repository.add_note(late)
        with pytest.raises(StoreWriteError):
            repository.remove_note(removed.id)
        assert repository.unsaved == 3
    assert [found.problem for found in inspect(folder) if found.problem] == ["not saved yet"]
    with Repository.open(folder, disk=disk) as still_full:
        assert still_full.notes() == (kept, late)
        assert "not saved yet" in str(still_full.recovery)
    disk.heal()
    with Repository.open(folder, disk=disk) as reopened:
        assert reopened.recovery == "3 changes that an earlier session could not save are saved now"
        assert reopened.notes() == (kept, late)
        assert [item.record for item in reopened.removed()] == [removed]
    with Repository.open(folder) as again:
        assert again.recovery is None
        assert again.notes() == (kept, late)


def test_an_edit_after_a_failed_start_is_not_undone_by_the_older_rescue_file(folder: Path) -> None:
    disk, late = FailingDisk(), note("late")
    disk.fail(errno.ENOSPC, within=folder)
    with Repository.open(folder, disk=disk) as repository, pytest.raises(StoreWriteError):
        repository.add_note(late)
    with Repository.open(folder, disk=disk) as second:
        disk.heal()
        second.remove_note(late.id)
    with Repository.open(folder) as third:
        assert third.notes() == ()
        assert [item.record for item in third.removed()] == [late]


def test_another_window_saves_what_this_one_could_not(folder: Path) -> None:
    disk, late = FailingDisk(), note("late")
    with Repository.open(folder, disk=disk) as troubled:
        disk.fail(errno.EIO, "sync", within=folder)
        with pytest.raises(StoreWriteError):
            troubled.add_note(late)
        with Repository.open(folder) as healthy:
            assert healthy.notes() == (late,)
            healthy.remove_note(late.id)
        disk.heal()
        troubled.add_bookmark(bookmark())
        assert troubled.notes() == ()


def test_with_nowhere_to_go_it_stays_in_memory_and_says_so(folder: Path) -> None:
    disk, late = FailingDisk(), note("late")
    with Repository.open(folder, disk=disk) as repository:
        disk.fail(errno.ENOSPC)
        with pytest.raises(StoreWriteError, match="kept in memory only"):
            repository.add_note(late)
        assert repository.notes() == (late,)
        disk.heal()
        repository.save()
    with Repository.open(folder) as reopened:
        assert reopened.notes() == (late,)


@pytest.mark.parametrize("room", [0, 1, 100, 700])
def test_a_disk_that_fills_up_in_mid_write_loses_nothing(folder: Path, room: int) -> None:
    kept, late = note("kept", at=1), note("late " * 300, at=2)
    with Repository.open(folder) as repository:
        repository.add_note(kept)
    with Repository.open(folder, disk=FullDisk(room)) as repository:
        with pytest.raises(StoreWriteError, match="No space left on device"):
            repository.add_note(late)
        assert json.loads((folder / "inquit.json").read_bytes())
        assert repository.notes() == (kept, late)
        assert repository.unsaved == 1
    assert not list(folder.glob("*.tmp"))


def test_a_file_size_limit_of_the_system_loses_nothing(folder: Path) -> None:
    kept = note("kept", at=1)
    with Repository.open(folder) as repository:
        repository.add_note(kept)
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from inquit.store.records.repository import Repository\n"
        "from inquit.errors import StoreWriteError\n"
        "from tests.store.making import note\n"
        "repository = Repository.open(Path(sys.argv[1]))\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (900, resource.RLIM_INFINITY))\n"
        "try:\n    repository.add_note(note('late ' * 100, at=2))\n"
        "except StoreWriteError as error:\n    print(error)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)\n"
        "print(repository.save(), len(repository.notes()))\n"
    )
    assert hasattr(resource, "RLIMIT_FSIZE")
    assert hasattr(signal, "SIGXFSZ")
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True
    )
    assert "File too large" in done.stdout
    assert done.stdout.endswith("True 2\n")
    with Repository.open(folder) as reopened:
        assert len(reopened.notes()) == 2


def test_a_value_that_json_cannot_hold_leaves_the_file_as_it_was(folder: Path) -> None:
    from inquit.store.durability.storage import FileStorage
    from inquit.store.durability.transactional_storage import TransactionalDatabase

    storage = FileStorage(folder / "inquit.json")
    table = TransactionalDatabase(storage=lambda: storage).table("notes")
    table.insert({"id": "a", "body": "fine"})
    before = (folder / "inquit.json").read_bytes()
    for bad in (object(), float("nan"), {1, 2}):
        with pytest.raises((TypeError, ValueError)):
            table.insert({"id": "b", "body": bad})
    assert (folder / "inquit.json").read_bytes() == before
    assert [dict(document) for document in table.all()] == [{"id": "a", "body": "fine"}]
    assert table.insert({"id": "c"}) > 1


def test_a_folder_in_the_place_of_the_file_loses_nothing(folder: Path) -> None:
    first, second = note("first", at=1), note("second", at=2)
    with Repository.open(folder) as repository:
        repository.add_note(first)
        repository.add_note(second)
        (folder / "inquit.json").unlink()
        (folder / "inquit.json").mkdir()
        third = note("third", at=3)
        repository.add_note(third)
        assert "damaged" in str(repository.recovery)
    with Repository.open(folder) as reopened:
        assert reopened.notes() == (first, second, third)


def test_a_symbolic_link_in_the_place_of_the_file_is_refused(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.json"
    elsewhere.write_text("{}")
    with Repository.open(folder) as repository:
        repository.add_note(note())
        (folder / "inquit.json").rename(folder / "aside")
        (folder / "inquit.json").symlink_to(elsewhere)
        with pytest.raises(StoreWriteError):
            repository.add_note(note("late"))
        assert len(repository.notes()) == 2
    with pytest.raises(StoreError, match="cannot be read"):
        Repository.open(folder)
    assert elsewhere.read_text() == "{}"


def test_a_link_in_the_place_of_the_lock_or_the_new_file_is_not_followed(
    folder: Path, tmp_path: Path
) -> None:
    victim = tmp_path / "victim"
    victim.write_text("untouched")
    folder.mkdir(mode=0o700)
    (folder / ".inquit.json.1-0.tmp").symlink_to(victim)
    with Repository.open(folder) as repository:
        repository.add_note(note())
        (folder / "lock").unlink()
        (folder / "lock").symlink_to(victim)
        with pytest.raises(StoreWriteError, match="symbolic link"):
            repository.add_note(note())
    assert victim.read_text() == "untouched"


def test_what_a_killed_writer_left_beside_the_file_is_removed(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    left = folder / ".inquit.json.7-0.tmp"
    left.write_bytes(b"{")
    with Repository.open(folder) as repository:
        repository.add_note(note())
    assert not left.exists()


def test_a_held_lock_is_waited_for_no_longer_than_said_and_its_holder_named(folder: Path) -> None:
    late = note("late")
    with Repository.open(folder, wait=0.05) as repository:
        with StoreLock(folder).hold(), pytest.raises(StoreLockedError) as told:
            repository.add_note(late)
        assert f"process {os.getpid()}" in str(told.value)
        assert repository.notes() == (late,)
        assert repository.save()


def test_the_lock_of_a_dead_process_blocks_nobody(folder: Path) -> None:
    script = (
        "import os, signal, sys\nfrom pathlib import Path\n"
        "from inquit.store.durability.lock import StoreLock\n"
        "with StoreLock(Path(sys.argv[1])).hold():\n    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(folder)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert (folder / "lock").exists()
    with Repository.open(folder, wait=0.05) as repository:
        repository.add_note(note())
        assert len(repository.notes()) == 1


def test_a_note_is_kept_when_the_data_folder_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    written = note()
    with Repository.open(tmp_path / "data" / "inquit") as repository:
        with pytest.raises(StoreWriteError, match="kept in"):
            repository.add_note(written)
        assert repository.notes() == (written,)
    (tmp_path / "data").unlink()
    with Repository.open(tmp_path / "data" / "inquit") as reopened:
        assert reopened.notes() == (written,)
