"""A program in a real pseudo-terminal, and the screen that it draws."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyte

COLUMNS, ROWS, PATIENCE = 110, 32, 40


class Terminal:
    """A program and the screen that it draws."""

    def __init__(self, process: int, descriptor: int) -> None:
        self.process = process
        self._descriptor = descriptor
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""

    @property
    def text(self) -> str:
        return "\n".join(self._screen.display)

    def press(self, keys: str) -> None:
        os.write(self._descriptor, keys.encode())

    def wait_for(self, words: str) -> None:
        end = time.monotonic() + PATIENCE
        while words not in self.text:
            assert time.monotonic() < end, f"{words!r} never came:\n{self.text}"
            self.read()

    def settle(self) -> None:
        """Read until nothing more comes for a while."""
        quiet = 0
        while quiet < 8:
            before = len(self.raw)
            if not self.read():
                return
            quiet = quiet + 1 if len(self.raw) == before else 0

    def read(self) -> bool:
        ready, _, _ = select.select([self._descriptor], [], [], 0.05)
        if not ready:
            return True
        try:
            data = os.read(self._descriptor, 1 << 16)
        except OSError:
            return False
        self.raw += data
        # pyte takes only the private modes and queries that it knows.
        with contextlib.suppress(TypeError):
            self._stream.feed(data)
        if b"\x1b[6n" in data:
            os.write(self._descriptor, b"\x1b[1;1R")
        return bool(data)

    def exit_code(self) -> int:
        while self.read():
            ended, status = os.waitpid(self.process, os.WNOHANG)
            if ended:
                return os.waitstatus_to_exitcode(status)
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])


@contextmanager
def running(folder: Path, *arguments: str) -> Iterator[Terminal]:
    """Run the installed program, what it keeps in a folder."""
    program = str(Path(sys.executable).with_name("inquit"))
    with started(folder, [program, *arguments]) as terminal:
        yield terminal


@contextmanager
def started(folder: Path, command: Sequence[str]) -> Iterator[Terminal]:
    """Run any program, what inquit keeps in a folder."""
    process, descriptor = pty.fork()
    if process == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        os.environ.update(
            {f"INQUIT_{name}_DIR": str(folder / name) for name in ("DATA", "CONFIG", "CACHE")},
            TERM="xterm-256color",
            COLORTERM="truecolor",
            COLUMNS=str(COLUMNS),
            LINES=str(ROWS),
        )
        os.execv(command[0], list(command))  # noqa: S606 - our own program
    try:
        yield Terminal(process, descriptor)
    finally:
        with contextlib.suppress(ProcessLookupError, ChildProcessError):
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
        os.close(descriptor)
