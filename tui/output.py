"""Where a command's result goes: standard output as it comes, or a file as a whole."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from inquit.errors import InputError
from inquit.model.printable import printable


@contextmanager
def output_to(path: Path | None) -> Iterator[TextIO]:
    """Yield the stream to write a result to, in UTF-8 with line feeds.

    Args:
        path: a file, which is replaced only when all is written; None for standard output.

    Raises:
        InputError: the file cannot be written.
    """
    if path is None:
        yield _standard_output()
        return
    try:
        if path.exists() and not path.is_file():
            with path.open("w", encoding="utf-8", newline="\n") as stream:
                yield stream
        else:
            with _replacing(path) as stream:
                yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        fault = error.strerror or type(error).__name__
        raise InputError(f"cannot write {printable(str(path))}: {fault.lower()}") from error


def _standard_output() -> TextIO:
    """Return standard output, which writes UTF-8 whatever the locale says."""
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
