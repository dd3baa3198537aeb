"""The socket by which an analyser is reached."""

from __future__ import annotations

import socket
import stat
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from inquit.service.analyser import named_socket
from inquit.service.analyser.named_socket import NamedSocket, connect_to, socket_path
from tests.service.analyser.analysing import INSTALLED

SECONDS = 5.0


@pytest.fixture
def path(runtime_folder: Path) -> Path:
    return socket_path(runtime_folder, INSTALLED)


def _opened(path: Path) -> NamedSocket:
    door = NamedSocket.open(path)
    assert door is not None
    return door


def test_its_name_tells_user_version_engine_and_digest(runtime_folder: Path) -> None:
    others = [replace(INSTALLED, **{name: "x"}) for name in ("version", "engine", "digest")]
    paths = {socket_path(runtime_folder, each) for each in (INSTALLED, *others)}
    assert len(paths) == 4
    assert {each.parent for each in paths} == {runtime_folder}


def test_lets_the_same_user_in_and_nobody_else(path: Path, monkeypatch) -> None:
    door = _opened(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with closing(door):
        ours = connect_to(path, SECONDS)
        theirs = door.accept()
        assert ours is not None
        assert theirs is not None
        ours.sendall(b"hello")
        assert theirs.recv(5) == b"hello"
        ours.close()
        theirs.close()
        monkeypatch.setattr(named_socket, "_peer_uid", lambda _: -1)
        assert connect_to(path, SECONDS) is None
        assert door.accept() is None


def test_a_system_that_does_not_tell_the_user_lets_nobody_in(path: Path, monkeypatch) -> None:
    monkeypatch.setattr(named_socket.sys, "platform", "plan9")
    with closing(_opened(path)):
        assert connect_to(path, SECONDS) is None


def test_of_two_only_one_is_open(path: Path) -> None:
    with closing(_opened(path)) as door:
        assert NamedSocket.open(path) is None
        assert door.is_in_place


def test_the_file_that_a_killed_process_left_is_no_hindrance(path: Path) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(str(path))
    left.close()
    assert connect_to(path, SECONDS) is None
    with closing(_opened(path)):
        ours = connect_to(path, SECONDS)
        assert ours is not None
        ours.close()


def test_closing_removes_the_file(path: Path) -> None:
    door = _opened(path)
    assert door.is_in_place
    door.close()
    assert not path.exists()
    assert not door.is_in_place


def test_closing_leaves_a_file_that_is_anothers_by_now(path: Path) -> None:
    first = _opened(path)
    path.unlink()
    assert not first.is_in_place
    with closing(_opened(path)) as second:
        first.close()
        assert second.is_in_place


def test_a_path_that_is_too_long_for_a_socket_has_none(runtime_folder: Path) -> None:
    path = runtime_folder / ("x" * 120)
    assert connect_to(path, SECONDS) is None
    with pytest.raises(OSError, match="no socket"):
        NamedSocket.open(path)


def test_where_there_are_no_unix_sockets_there_is_none(path: Path, monkeypatch) -> None:
    monkeypatch.delattr(socket, "AF_UNIX")
    assert connect_to(path, SECONDS) is None
    with pytest.raises(OSError, match="no socket"):
        NamedSocket.open(path)
