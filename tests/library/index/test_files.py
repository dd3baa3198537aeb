"""The file of the index: private, shared by windows, and made anew where it is damaged."""

from __future__ import annotations

import sqlite3
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from inquit.errors import StoreError
from inquit.library.index.files import (
    DamagedIndexError,
    is_on_network,
    opened_index,
    remove_index,
    size_of_index,
)
from inquit.library.index.writing import put_entries
from tests.library.index.making import make_entry


def count(folder: Path) -> int:
    with opened_index(folder) as index:
        return int(index.execute("SELECT count(*) FROM article").fetchone()[0])


def path_of(folder: Path) -> Path:
    return folder / "library" / "index.sqlite3"


def test_folder_and_files_are_the_users_alone(tmp_path: Path) -> None:
    with opened_index(tmp_path) as index:
        put_entries(index, [make_entry("Words.")])
        found = list((tmp_path / "library").iterdir())
        assert {stat.S_IMODE(path.stat().st_mode) for path in found} == {0o600}
        assert stat.S_IMODE((tmp_path / "library").stat().st_mode) == 0o700
    assert size_of_index(tmp_path) > 0


def test_pages_that_are_kept_in_memory_are_bounded_however_large_the_index(
    tmp_path: Path,
) -> None:
    for _ in ("made", "opened again"):
        with opened_index(tmp_path) as index:
            (size,) = index.execute("PRAGMA cache_size").fetchone()
            assert -16 * 1024 <= size < 0, "SQLite counts KiB below zero, and else pages"


def test_what_one_window_puts_in_another_sees(tmp_path: Path) -> None:
    with opened_index(tmp_path) as one, opened_index(tmp_path) as other:
        put_entries(one, [make_entry("Words.")])
        assert other.execute("SELECT count(*) FROM article").fetchone() == (1,)


def test_a_transaction_that_fails_changes_nothing(tmp_path: Path) -> None:
    impossible = replace(make_entry("Other."), home_seen=2**70)
    with opened_index(tmp_path) as index:
        put_entries(index, [make_entry("Words.")])
        with pytest.raises(OverflowError):
            put_entries(index, [impossible])
        assert index.execute("SELECT text FROM article").fetchall() == [("Words.",)]


def test_an_index_of_another_version_is_made_anew(tmp_path: Path) -> None:
    with opened_index(tmp_path) as index:
        put_entries(index, [make_entry("Words.")])
        index.execute("PRAGMA user_version = 999")
    assert count(tmp_path) == 0


@pytest.mark.parametrize(
    "data", [b"no database at all " * 100, b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_a_damaged_file_is_told_as_such_and_can_be_removed(tmp_path: Path, data: bytes) -> None:
    assert count(tmp_path) == 0
    path_of(tmp_path).write_bytes(data)
    with pytest.raises(DamagedIndexError):
        count(tmp_path)
    remove_index(tmp_path)
    assert count(tmp_path) == 0


def test_an_empty_file_that_an_end_left_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    path_of(tmp_path).touch(0o600)
    assert count(tmp_path) == 0


def test_a_link_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    path_of(tmp_path).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StoreError, match="symbolic link"):
        count(tmp_path)


def test_other_faults_are_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such table: none"), opened_index(tmp_path) as index:
        index.execute("SELECT * FROM none")


def test_windows_read_while_one_writes(tmp_path: Path) -> None:
    with opened_index(tmp_path) as index:
        (mode,) = index.execute("PRAGMA journal_mode").fetchone()
    assert mode == "wal"


def test_network_file_systems_are_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    monkeypatch.setattr("inquit.library.index.files._MOUNTS", mounts)
    mounts.write_text(f"host:/x / ext4 rw 0 0\nhost:/x {tmp_path} nfs4 rw 0 0\nshort\n")
    assert is_on_network(tmp_path / "a")
    assert not is_on_network(tmp_path.parent / "b")
    with opened_index(tmp_path / "cache") as index:
        assert index.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    mounts.unlink()
    assert not is_on_network(tmp_path / "a")


def test_full_text_and_tables_agree_after_changes(tmp_path: Path) -> None:
    with opened_index(tmp_path) as index:
        for number in range(5):
            text = f"“Words {number} of it.” said Pat Ryder."
            put_entries(index, [make_entry(text, article_id=f"a{number % 2}")])
        index.execute("INSERT INTO article_words (article_words) VALUES ('integrity-check')")
        index.execute("INSERT INTO quote_words (quote_words) VALUES ('integrity-check')")
        assert index.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        with pytest.raises(sqlite3.IntegrityError):
            index.execute("INSERT INTO article (article_id) VALUES ('a1')")
