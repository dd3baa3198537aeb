"""Finding analysers that stayed, and talking to them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from inquit.errors import DocumentError
from inquit.service.analyser.connection import Connection
from inquit.service.analyser.installation import Installation
from inquit.service.analyser.messages import AskStatus, Status, Stop
from inquit.service.analyser.named_socket import SUFFIX, connect_to, socket_path
from inquit.store.folders import runtime_dir

_GREETING_SECONDS = 1.0
"""Seconds in which an analyser that is alive lets a client in."""

_STOP_SECONDS = 10.0
"""Seconds in which an analyser ends, in the middle of a long calculation too."""


def connect_to_warm(installation: Installation) -> Connection | None:
    """Return a connection to the analyser that stayed for this installation, or None for none.

    Args:
        installation: what this program is installed with.
    """
    folder = runtime_dir()
    if folder is None:
        return None
    stream = connect_to(socket_path(folder, installation), _GREETING_SECONDS)
    if stream is None:
        return None
    connection = Connection(stream, is_shared=True)
    if connection.greet(installation, _GREETING_SECONDS):
        return connection
    connection.close()
    return None


def statuses() -> Iterator[Status]:
    """Yield how things are with each analyser of the user that stayed, whatever its version."""
    for path in _sockets():
        if (connection := _connect(path)) is None:
            continue
        with closing(connection):
            try:
                connection.send(AskStatus())
                status = connection.receive(_STOP_SECONDS)
            except (DocumentError, EOFError, OSError):
                continue
            if isinstance(status, Status):
                yield status


def stop_all() -> tuple[int, int]:
    """Stop the user's analysers that stayed; return how many ended, and how many did not."""
    ended = running = 0
    for path in _sockets():
        if (connection := _connect(path)) is None:
            continue
        with closing(connection):
            if _stop(connection):
                ended += 1
            else:
                running += 1
    return ended, running


def _stop(connection: Connection) -> bool:
    """Ask an analyser to stop; tell whether it did."""
    try:
        connection.send(Stop())
        connection.receive(_STOP_SECONDS)
    except (EOFError, OSError):
        return True
    except DocumentError:
        return False
    return False


def _sockets() -> list[Path]:
    folder = runtime_dir()
    return [] if folder is None else sorted(folder.glob(f"analyser-*{SUFFIX}"))


def _connect(path: Path) -> Connection | None:
    stream = connect_to(path, _GREETING_SECONDS)
    return None if stream is None else Connection(stream, is_shared=True)
