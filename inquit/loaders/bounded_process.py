"""Running one of our modules in a process of its own, with limits on time and memory.

The work that hostile input gives a parser has no bound, and a thread can neither be ended nor kept
from the interpreter's lock. The process sets limits with the system, which ends it there.
"""

from __future__ import annotations

import os
import select
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from inquit.errors import InputError
from inquit.model.progress import ProgressToken

MOST_WRITTEN = 256 * 1024 * 1024
"""The most bytes that the process may write."""
CUT_SHORT = 4
"""Exit code for a process that was ended because it wrote too much."""

_LEAST_SECONDS, _SECONDS_A_MEGABYTE, _MOST_SECONDS = 10, 40, 120
_LOOK = 0.1
_PORTION = 256 * 1024


def seconds_for(size: int) -> int:
    """Return the processor seconds that an input of some bytes may take."""
    allowed = _LEAST_SECONDS + _SECONDS_A_MEGABYTE * size // (1024 * 1024)
    return min(allowed, _MOST_SECONDS)


def limit_this_process() -> None:
    """Limit this process, which `run_module` started, and end it when its parent ends."""
    import resource  # only where there are such bounds

    seconds, memory, parent = map(int, sys.argv[1:4])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    threading.Thread(target=_exit_after, args=(parent,), daemon=True).start()
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def run_module(
    module: str, data: bytes, *, memory: int, token: ProgressToken, counted: str
) -> tuple[bytes, int]:
    """Return what a module writes for an input, and its exit code.

    Args:
        module: its name; it calls `limit_this_process` and reads standard input.
        data: the whole input.
        memory: bytes of address space that it may take.
        token: told of every line that it writes.
        counted: what a line is, as the token is told.

    Raises:
        CancelledError: it is not wanted any more.
        InputError: it takes too long, or cannot be started.
    """
    seconds = seconds_for(len(data))
    # -P: the current folder is no place to import from.
    bounds = (str(seconds), str(memory), str(os.getpid()))
    command = [sys.executable, "-P", "-m", module, *bounds]
    with tempfile.TemporaryFile() as source, _start_process(command, source, data) as process:
        written = bytearray()
        for portion in _read_portions(process, token, time.monotonic() + 3 * seconds):
            written += portion
            if len(written) > MOST_WRITTEN:
                return bytes(written), CUT_SHORT
            token.tell(counted, written.count(b"\n"))
        return bytes(written), process.wait()


def _exit_after(parent: int) -> None:
    """Wait for the parent process to end, then exit."""
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)


@contextmanager
def _start_process(
    command: list[str], source: IO[bytes], data: bytes
) -> Iterator[subprocess.Popen[bytes]]:
    """Start the process with the input on its standard input; none is left behind.

    From a file the process takes its input when it likes, and no thread has to feed it.

    Raises:
        InputError: the system starts no process.
    """
    try:
        source.write(data)
        source.seek(0)
        started = subprocess.Popen(  # noqa: S603 - our own module, no shell
            command, stdin=source, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
    except OSError as error:
        raise InputError(f"no process can be started for it: {error.strerror}") from error
    with started as process:
        try:
            yield process
        finally:
            process.kill()


def _read_portions(
    process: subprocess.Popen[bytes], token: ProgressToken, ends: float
) -> Iterator[bytes]:
    """Yield the output of a process until it ends, in portions that are empty while it is silent.

    Raises:
        InputError: it has not ended in time.
    """
    if process.stdout is None:
        raise AssertionError("the process writes to a pipe")
    descriptor = process.stdout.fileno()
    while time.monotonic() < ends:
        token.check()
        if select.select([descriptor], [], [], _LOOK)[0]:
            portion = os.read(descriptor, _PORTION)
            if not portion:
                return
            yield portion
    raise InputError("it takes too long to read")
