"""Kills and crowds: what was acknowledged is there, whatever happens to the processes."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

from inquit.store.durability.file_layout import parse
from inquit.store.records.repository import Repository
from tests.store.killing import acknowledged, started
from tests.store.making import change_note, note

WRITER = """
import sys
from pathlib import Path
from inquit.store.records.repository import Repository
from tests.store.making import change_note, note

repository = Repository.open(Path(sys.argv[1]))
for number in range(int(sys.argv[2])):
    written = note(f"{sys.argv[3]} {number}", at=number)
    repository.add_note(written)
    print(written.id, flush=True)
"""


def test_no_acknowledged_record_is_lost_when_its_writer_is_killed(folder: Path) -> None:
    chance = random.Random(11)  # noqa: S311 - the same moments every time
    told: set[str] = set()
    for run in range(25):
        told |= acknowledged(WRITER, folder, 100_000, run, seconds=chance.uniform(0, 0.02))
        parse((folder / "inquit.json").read_bytes())
    with Repository.open(folder) as repository:
        assert repository.recovery is None
        assert told <= {note.id for note in repository.notes()}
    assert len(told) >= 25


def test_no_update_of_many_processes_at_once_is_lost(folder: Path) -> None:
    writers = [started(WRITER, folder, 25, number) for number in range(8)]
    told = [line for writer in writers for line in writer.communicate()[0].split()]
    assert [writer.returncode for writer in writers] == [0] * 8
    assert len(set(told)) == 200
    with Repository.open(folder) as repository:
        assert {note.id for note in repository.notes()} == set(told)
    tables = json.loads((folder / "inquit.json").read_bytes())
    assert len(tables["notes"]) == 200


def test_threads_of_one_process_lose_no_update_either(folder: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    written = [note(str(number), at=number) for number in range(80)]
    with Repository.open(folder) as repository:
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(repository.add_note, written))
        assert repository.notes() == tuple(written)
    with Repository.open(folder) as reopened:
        assert reopened.notes() == tuple(written)


TROUBLED = """
import errno, sys
from dataclasses import replace
from pathlib import Path
from inquit.errors import StoreWriteError
from inquit.store.records.repository import Repository
from tests.store.making import change_note, FailingDisk

folder, disk = Path(sys.argv[1]), FailingDisk()
repository = Repository.open(folder, disk=disk)
disk.fail(errno.ENOSPC, within=folder)
(written,) = [each for each in repository.notes() if each.body.startswith("as it was")]
for number in range(100_000):
    try:
        change_note(repository, replace(written, body=f"rescued {number}"))
    except StoreWriteError as error:
        assert "kept in" in str(error), error
        print(number, flush=True)
"""


def test_what_was_rescued_is_merged_with_a_newer_edit_when_its_window_is_killed(
    folder: Path,
) -> None:
    chance = random.Random(5)  # noqa: S311 - the same moments every time
    for run in range(6):
        written = note(f"as it was {run}", at=run)
        with Repository.open(folder) as repository:
            repository.add_note(written)
            told = acknowledged(TROUBLED, folder, seconds=chance.uniform(0, 0.05))
            change_note(repository, replace(written, body=f"acknowledged {run}"))
        with Repository.open(folder) as reopened:
            (body,) = [each.body for each in reopened.notes() if each.id == written.id]
        theirs, _, rescued = body.partition("\n\nrescued ")
        assert theirs == f"acknowledged {run}"
        assert int(rescued) >= max(map(int, told))
