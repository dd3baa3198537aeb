"""The folders that the environment names."""

from __future__ import annotations

from pathlib import Path

import pytest

from inquit.errors import StoreError
from inquit.store.folders import cache_dir, config_dir, data_dir, data_place

FOLDERS = {"DATA": data_dir, "CONFIG": config_dir, "CACHE": cache_dir}


@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize("below", ["", "deeper/still"])
def test_a_folder_that_can_be_none_is_told(
    name: str, below: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv(f"INQUIT_{name}_DIR", str(tmp_path / "file" / below))
    with pytest.raises(StoreError, match=f"INQUIT_{name}_DIR names .*, which is no folder"):
        FOLDERS[name]()


def test_a_folder_that_is_not_there_yet_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INQUIT_DATA_DIR", str(tmp_path / "new" / "data"))
    assert not data_place().exists()
    assert data_dir().is_dir()
