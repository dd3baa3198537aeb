"""Only regular files, only so many bytes, one clear line otherwise."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from inquit.errors import InputError
from inquit.loaders.input_bytes import read_bounded, read_file


def _refused(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_file(path)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    assert read_file(tmp_path / "a", limit=3) == b"abc"


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abcd")
    with pytest.raises(InputError, match="larger than 3 bytes"):
        read_file(tmp_path / "a", limit=3)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert _refused(tmp_path / "none").endswith("none: no such file")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert _refused(tmp_path).endswith("it is a folder")


def test_a_broken_link_is_refused_as_such(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    assert _refused(tmp_path / "a").endswith("the link leads nowhere")


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "a")
    assert "cannot open" in _refused(tmp_path / "a")


def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    assert "it is a pipe" in _refused(tmp_path / "a")


def test_a_device_is_refused() -> None:
    assert _refused(Path("/dev/zero")).endswith("it is a device")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").touch(mode=0o000)
    assert _refused(tmp_path / "a").endswith("permission denied")


@pytest.mark.parametrize("name", ["a\x00b", "x" * 5000])
def test_an_impossible_name_is_refused(name: str) -> None:
    assert "cannot open" in _refused(Path(name))


def test_a_name_with_escapes_is_shown_with_them_written_out(tmp_path: Path) -> None:
    assert "\\x1b[31m\\u202e" in _refused(tmp_path / "\x1b[31m\u202e")


def test_a_stream_that_fails_is_an_input_error() -> None:
    class Broken(io.BytesIO):
        def read(self, _size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(InputError, match="cannot read s: input/output error"):
        read_bounded(Broken(), "s")
