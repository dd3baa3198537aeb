"""Where a command's result goes: standard output as it comes, or a file as a whole."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TextIO

from inquit.errors import OutputError
from inquit.model.printable import printable


@contextmanager
def output_to(path: Path | None) -> Iterator[TextIO]:
    """Yield the stream to write a result to, in UTF-8 with line feeds.

    Args:
        path: a file, which is replaced only when all is written; None for standard output.

    Raises:
        OutputError: the file cannot be written.
    """
    name = printable(str(path)) if path else "standard output"
    try:
        with _opened(path) as stream:
            yield stream
            stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        if path is None:
            discard_output()
        fault = (error.strerror or type(error).__name__).lower()
        raise OutputError(f"cannot write {name}: {fault}") from error


def discard_output() -> None:
    """Let what is still buffered go nowhere, so that the interpreter's last flush is quiet."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _opened(path: Path | None) -> AbstractContextManager[TextIO]:
    """Open what `output_to` yields.

    Raises:
        OSError: the file cannot be opened.
        OutputError: standard output is closed.
    """
    if path is None:
        return nullcontext(_standard_output())
    if path.exists() and not path.is_file():
        return path.open("w", encoding="utf-8", newline="\n")
    return _replacing(path)


def _standard_output() -> TextIO:
    """Return standard output, which writes UTF-8 whatever the locale says.

    Raises:
        OutputError: it is closed.
    """
    if sys.stdout is None:
        raise OutputError("cannot write standard output: it is closed")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    return sys.stdout


@contextmanager
def _replacing(path: Path) -> Iterator[TextIO]:
    """Yield a stream to a new file that takes the path's place once it is whole."""
    target = path.resolve()
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    written = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as stream:
            yield stream
        written.chmod(_mode(target))
        written.replace(target)
    except BaseException:
        written.unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """Return the permissions of the file to replace, or those a new file gets."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
