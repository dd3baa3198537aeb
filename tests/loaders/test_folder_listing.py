"""A folder's readable files are told without being read in full."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from inquit.errors import InputError
from inquit.loaders.folder_listing import find_readable_files
from inquit.loaders.kind import Kind
from tests.loaders import making


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "b.txt": making.PLAIN.encode(),
        "a": making.pdf(""),
        "c.png": b"\x89PNG\r\n\x1a\n\0",
        "empty": b"",
        ".hidden": b"words",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "below").mkdir()
    return tmp_path


def test_a_folder_gives_its_readable_files_by_name(folder: Path) -> None:
    found = list(find_readable_files([folder]))
    assert [(each.name, each.kind) for each in found] == [("a", Kind.PDF), ("b.txt", Kind.TEXT)]
    assert found[1].size == len(making.PLAIN.encode())


def test_a_file_that_was_named_and_cannot_be_read_is_an_error(folder: Path) -> None:
    with pytest.raises(InputError, match="picture"):
        list(find_readable_files([folder / "c.png"]))


def test_a_name_is_shown_with_its_controls_written_out(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[1m").write_bytes(b"words")
    assert [each.name for each in find_readable_files([tmp_path])] == ["a\\x1b[1m"]


def test_what_is_compressed_is_told_by_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(making.PAGE.encode()))
    (tmp_path / "b.gz").write_bytes(gzip.compress(bytes(range(256)) * 40))
    (only,) = find_readable_files([tmp_path])
    assert (only.name, only.kind, only.title) == ("a.html.gz", Kind.GZIP, "Ferry hits pier")
