"""The process that reads a PDF, fed and watched from here, and ended when it is not wanted."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from inquit.errors import InputError
from inquit.loaders.watching import PAGES, Watch

MEMORY = 1536 * 1024 * 1024
"""Bytes of address space that reading a PDF may take."""
MOST_WRITTEN = 256 * 1024 * 1024
"""Bytes that it may write of what it reads."""
CUT_SHORT = 4
"""Exit code that stands for a process that was ended since it wrote too much."""

_LEAST_SECONDS, _SECONDS_A_MEGABYTE, _MOST_SECONDS = 10, 40, 120
_LOOK = 0.1
_PORTION = 256 * 1024


def seconds_for(size: int) -> int:
    """Return the seconds of computing that a PDF of some bytes may take."""
    allowed = _LEAST_SECONDS + _SECONDS_A_MEGABYTE * size // (1024 * 1024)
    return min(allowed, _MOST_SECONDS)


def read_pages(data: bytes, watch: Watch) -> tuple[bytes, int]:
    """Return what `inquit.loaders.pdf_pages` writes of a PDF and its exit code.

    Args:
        data: the whole file.
        watch: told of every page.

    Raises:
        CancelledError: it is not wanted any more.
        InputError: it takes too long.
    """
    seconds = seconds_for(len(data))
    with tempfile.TemporaryFile() as source, _started(source, data, seconds) as process:
        written = bytearray()
        for portion in _portions(process, watch, time.monotonic() + 3 * seconds):
            written += portion
            if len(written) > MOST_WRITTEN:
                return bytes(written), CUT_SHORT
            watch.tell(PAGES, written.count(b"\n"))
        return bytes(written), process.wait()


@contextmanager
def _started(source: IO[bytes], data: bytes, seconds: int) -> Iterator[subprocess.Popen[bytes]]:
    """Start the process with the PDF on its standard input; none is left behind.

    From a file the process takes its input when it likes, and no thread has to feed it.
    """
    source.write(data)
    source.seek(0)
    # -P: the current folder is no place to import from.
    command = [sys.executable, "-P", "-m", "inquit.loaders.pdf_pages", str(seconds), str(MEMORY)]
    with subprocess.Popen(  # noqa: S603 - our own module, no shell
        command, stdin=source, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _portions(process: subprocess.Popen[bytes], watch: Watch, ends: float) -> Iterator[bytes]:
    """Yield what comes from a process, empty portions while nothing does, to its end.

    Raises:
        InputError: it has not ended in time.
    """
    if process.stdout is None:
        raise AssertionError("the process writes to a pipe")
    descriptor = process.stdout.fileno()
    while time.monotonic() < ends:
        watch.check()
        if select.select([descriptor], [], [], _LOOK)[0]:
            portion = os.read(descriptor, _PORTION)
            if not portion:
                return
            yield portion
    raise InputError("it takes too long to read")
