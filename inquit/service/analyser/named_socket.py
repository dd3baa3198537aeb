"""The socket by which a user's programs reach an analyser that stays."""

from __future__ import annotations

import os
import socket
import struct
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from inquit.service.analyser.installation import Installation
from inquit.store.durability.files import FILE_MODE

if TYPE_CHECKING:
    from filelock import FileLock

SUFFIX = ".socket"
_LONGEST_PATH = 100
"""Bytes; systems take 104 to 108."""

_LOCK_SECONDS = 2.0
_WAITING = 16
"""Clients that may wait to be let in."""


def socket_path(folder: Path, installation: Installation) -> Path:
    """Return where the analyser of an installation can be reached.

    Args:
        folder: the user's runtime folder.
        installation: what it computes with.
    """
    name = f"{installation.version}-{installation.engine}-{installation.digest[:16]}"
    return folder / f"analyser-{os.getuid()}-{name}{SUFFIX}"


def has_sockets(path: Path) -> bool:
    """Tell whether the system has sockets with names, and takes this one."""
    return hasattr(socket, "AF_UNIX") and len(os.fsencode(path)) <= _LONGEST_PATH


def connect_to(path: Path, seconds: float) -> socket.socket | None:
    """Return a connection to the analyser of ours that listens there, or None where none does.

    Args:
        path: the socket's path, in a folder that nobody else gets into.
        seconds: how long to wait for it.
    """
    if not has_sockets(path):
        return None
    stream = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    stream.settimeout(seconds)
    try:
        stream.connect(os.fspath(path))
        if is_ours(stream):
            return stream
    except OSError:
        pass
    stream.close()
    return None


def is_ours(stream: socket.socket) -> bool:
    """Tell whether the process at the other end of a connection is run by our user."""
    try:
        return _peer_uid(stream) == os.getuid()
    except (OSError, struct.error):
        return False


class NamedSocket:
    """Lets clients in, until it is closed or its file is not in its place any more."""

    def __init__(self, path: Path, listening: socket.socket) -> None:
        """Take a listening socket that has the path."""
        self.path = path
        self.listening = listening
        self._identity = _identity(path)

    @classmethod
    def open(cls, path: Path) -> Self | None:
        """Return a new socket with a path; None where an analyser listens there already.

        Raises:
            OSError: none can be made there.
        """
        if not has_sockets(path):
            raise OSError(f"no socket can be called {path}")
        with _lock(path):
            if (other := connect_to(path, _LOCK_SECONDS)) is not None:
                other.close()
                return None
            path.unlink(missing_ok=True)  # its process was killed
            listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                listening.settimeout(0)
                listening.bind(os.fspath(path))
                path.chmod(FILE_MODE)
                listening.listen(_WAITING)
                return cls(path, listening)
            except OSError:
                listening.close()
                raise

    def accept(self) -> socket.socket | None:
        """Return the connection of a client of ours that waits; None where there is none."""
        try:
            stream, _ = self.listening.accept()
        except OSError:  # it left again
            return None
        if is_ours(stream):
            return stream
        stream.close()
        return None

    @property
    def is_in_place(self) -> bool:
        """Whether clients still find this socket at its path."""
        return _identity(self.path) == self._identity is not None

    def close(self) -> None:
        """Let nobody in any more; the file goes, unless it is another's by now."""
        with suppress(OSError), _lock(self.path):
            if self.is_in_place:
                self.path.unlink()
        self.listening.close()


def _lock(path: Path) -> FileLock:
    """Return the lock that whoever makes or removes the socket of a folder holds."""
    from filelock import FileLock  # not needed by those who are let in

    return FileLock(path.parent / "lock", timeout=_LOCK_SECONDS, mode=FILE_MODE)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.lstat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _peer_uid(stream: socket.socket) -> int | None:
    """Return whose process is at the other end; None where the system does not tell.

    Raises:
        OSError, struct.error: it does not tell it of this connection.
    """
    if sys.platform == "linux":
        credentials = struct.Struct("iII")  # struct ucred: process, user, group
        return int(
            credentials.unpack(
                stream.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, credentials.size)
            )[1]
        )
    if sys.platform == "darwin":
        credentials = struct.Struct("II")  # the beginning of struct xucred: version, user
        return int(credentials.unpack(stream.getsockopt(0, 1, credentials.size))[1])
    return None
