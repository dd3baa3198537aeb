"""What config.toml says of the library."""

from __future__ import annotations

from pathlib import Path

import pytest

from inquit.library.settings import LibrarySettings, read_library_settings


def told(complaint: str) -> LibrarySettings:
    return LibrarySettings(complaints=(f"config.toml: {complaint}",))


@pytest.mark.parametrize(
    ("written", "settings"),
    [
        ("", LibrarySettings()),
        ("[library]\nfiles = true", LibrarySettings(files=True)),
        ("[library]\nenabled = false", LibrarySettings(enabled=False)),
        ("[keys]\n", LibrarySettings()),
        ("[library", LibrarySettings()),
        ("library = 3", told("library must be a table, [library]")),
        ("[library]\nfiles = 1", told("library.files is true or false")),
        ("[library]\nfolder = ''", told("there is no setting library.folder")),
    ],
)
def test_what_is_not_understood_is_told(
    tmp_path: Path, written: str, settings: LibrarySettings
) -> None:
    (tmp_path / "config.toml").write_text(written)
    assert read_library_settings(tmp_path) == settings


def test_without_a_file_or_a_folder_all_is_as_usual(tmp_path: Path) -> None:
    assert read_library_settings(tmp_path / "none") == LibrarySettings()
    assert read_library_settings(None) == LibrarySettings()
