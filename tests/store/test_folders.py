"""The folders that the environment names."""

from __future__ import annotations

from pathlib import Path

import pytest

from inquit.store.folders import can_be_folder, data_dir, data_path


def test_what_lies_below_a_file_can_be_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert can_be_folder(tmp_path)
    assert can_be_folder(tmp_path / "new" / "data")
    assert not can_be_folder(tmp_path / "file")
    assert not can_be_folder(tmp_path / "file" / "deeper" / "still")


def test_a_folder_that_is_not_there_yet_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INQUIT_DATA_DIR", str(tmp_path / "new" / "data"))
    assert not data_path().exists()
    assert data_dir().is_dir()
