"""A damaged store is set aside and put together again; it never opens silently empty."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from inquit.model.annotation import Note
from inquit.store.records.repository import Repository
from tests.store.making import bookmark, note

COUNT = 60


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Note, ...]]:
    folder = tmp_path_factory.mktemp("written") / "data"
    notes = tuple(note(f"call number {number}, “ça va”", at=number) for number in range(COUNT))
    with Repository.open(folder) as repository:
        for each in notes:
            repository.add_note(each)
    return folder, notes


def _copy(written: Path, folder: Path) -> bytes:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(written, folder)
    return (folder / "inquit.json").read_bytes()


def test_a_file_cut_short_anywhere_costs_nothing(
    written: tuple[Path, tuple[Note, ...]], folder: Path
) -> None:
    for hundredth in range(100):
        data = _copy(written[0], folder)
        (folder / "inquit.json").write_bytes(data[: len(data) * hundredth // 100])
        with Repository.open(folder) as repository:
            assert repository.notes() == written[1]
            assert f"{COUNT} records were recovered from the backup of" in str(repository.recovery)
        aside = list((folder / "damaged").iterdir())
        assert [path.read_bytes() for path in aside] == [data[: len(data) * hundredth // 100]]
        with Repository.open(folder) as again:
            assert again.recovery is None
            assert again.notes() == written[1]


def test_a_flipped_byte_anywhere_costs_nothing(
    written: tuple[Path, tuple[Note, ...]], folder: Path
) -> None:
    chance = random.Random(7)  # noqa: S311 - the same bytes every time
    for _ in range(200):
        data = bytearray(_copy(written[0], folder))
        data[chance.randrange(len(data))] ^= chance.randrange(1, 256)
        (folder / "inquit.json").write_bytes(data)
        with Repository.open(folder) as repository:
            assert repository.notes() == written[1]
            assert repository.recovery is not None


def test_without_backups_what_can_be_read_is_saved(
    written: tuple[Path, tuple[Note, ...]], folder: Path
) -> None:
    data = _copy(written[0], folder)
    shutil.rmtree(folder / "backups")
    half = data[: len(data) // 2]
    (folder / "inquit.json").write_bytes(half)
    with Repository.open(folder) as repository:
        kept = repository.notes()
        assert kept == written[1][: len(kept)]
        assert len(kept) >= COUNT // 2 - 2
        assert f"{len(kept)} records were recovered from what was readable" in str(
            repository.recovery
        )
    assert [path.read_bytes() for path in (folder / "damaged").iterdir()] == [half]


@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 500, b"[]", b"{}", b"null", b"\xff\xfe", b"[" * 99999]
)
def test_nonsense_without_any_backup_is_set_aside_and_told(folder: Path, content: bytes) -> None:
    folder.mkdir(mode=0o700)
    (folder / "inquit.json").write_bytes(content)
    with Repository.open(folder) as repository:
        assert repository.notes() == ()
        assert "The store was damaged; 0 records were recovered" in str(repository.recovery)
    assert [path.read_bytes() for path in (folder / "damaged").iterdir()] == [content]


def test_a_damaged_backup_is_passed_over(
    written: tuple[Path, tuple[Note, ...]], folder: Path
) -> None:
    _copy(written[0], folder)
    (folder / "inquit.json").write_bytes(b"")
    for backup in sorted((folder / "backups").glob("*.json"))[-3:]:
        backup.write_bytes(backup.read_bytes()[:-100])
    with Repository.open(folder) as repository:
        assert repository.notes() == written[1]


def test_a_damaged_journal_costs_no_more_than_the_last_write(
    written: tuple[Path, tuple[Note, ...]], folder: Path
) -> None:
    _copy(written[0], folder)
    (folder / "inquit.json").write_bytes(b"")
    (folder / "backups" / "journal.jsonl").write_bytes(b"\n0123 {]\n\n\xff garbled")
    with Repository.open(folder) as repository:
        assert repository.notes() == written[1][:-1]


def test_a_missing_file_is_recovered_too(
    written: tuple[Path, tuple[Note, ...]], folder: Path
) -> None:
    _copy(written[0], folder)
    (folder / "inquit.json").unlink()
    with Repository.open(folder) as repository:
        assert repository.notes() == written[1]
        assert "The store was gone" in str(repository.recovery)


def test_damage_while_the_reader_is_open_costs_nothing(folder: Path) -> None:
    first, second, mark = note("one", at=1), note("two", at=2), bookmark()
    with Repository.open(folder) as repository:
        repository.add_note(first)
        repository.add_note(second)
        (folder / "inquit.json").write_bytes(b'{"store": {"1":')
        repository.add_bookmark(mark)
        assert repository.notes() == (first, second)
    with Repository.open(folder) as reopened:
        assert reopened.notes() == (first, second)
        assert reopened.bookmarks() == (mark,)


def test_even_the_whole_folder_is_written_again_from_memory(folder: Path) -> None:
    first, second = note("one", at=1), note("two", at=2)
    with Repository.open(folder) as repository:
        repository.add_note(first)
        shutil.rmtree(folder)
        repository.add_note(second)
    with Repository.open(folder) as reopened:
        assert reopened.notes() == (first, second)


def test_a_document_that_cannot_be_read_is_left_alone(folder: Path) -> None:
    from inquit.store.durability.storage import FileStorage
    from inquit.store.durability.transactional_storage import TransactionalDatabase

    strange = {"schema_version": 2, "id": "x", "about": 7}
    storage = FileStorage(folder / "inquit.json")
    TransactionalDatabase(storage=lambda: storage).table("notes").insert(strange)
    written = note()
    with Repository.open(folder) as repository:
        repository.add_note(written)
        assert repository.notes() == (written,)
    assert strange in FileStorage(folder / "inquit.json").live("notes").values()
