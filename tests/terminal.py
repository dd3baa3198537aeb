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
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyte

COLUMNS, ROWS, PATIENCE = 110, 32, 40
_ALTERNATE = 1049


class _Screen(pyte.Screen):
    """A screen that is empty when a program enters the alternate one, as in real terminals."""

    def set_mode(self, *modes: int, **named: bool) -> None:
        if named.get("private") and _ALTERNATE in modes:
            self.erase_in_display(2)
        super().set_mode(*modes, **named)


class Terminal:
    """A program and the screen that it draws."""

    def __init__(self, process: int, descriptor: int) -> None:
        self.process = process
        self.descriptor = descriptor
        self._screen = _Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._not_drawn: list[bytes] = []
        self.raw = bytearray()

    @property
    def text(self) -> str:
        for data in self._not_drawn:
            # pyte takes only the private modes and queries that it knows.
            with contextlib.suppress(TypeError):
                self._stream.feed(data)
        self._not_drawn.clear()
        return "\n".join(self._screen.display)

    def spoil(self) -> None:
        """Wipe the screen, as other programs do that write to it."""
        assert self.text
        self._screen.erase_in_display(2)

    def press(self, keys: str) -> None:
        self.send(keys.encode())

    def send(self, data: bytes) -> None:
        """Send bytes as they are, reading meanwhile: who draws a lot does not read."""
        while data:
            readable, writable, _ = select.select([self.descriptor], [self.descriptor], [])
            if readable and not self.read():
                raise BrokenPipeError("the program is gone")
            if writable:
                data = data[os.write(self.descriptor, data[:1024]) :]

    def resize(self, columns: int, rows: int) -> None:
        _set_size(self.descriptor, columns, rows)
        self._not_drawn.clear()  # what was drawn for another size says nothing
        self._screen.resize(rows, columns)

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

    def read(self, seconds: float = 0.05) -> bool:
        """Take what the program wrote within a time; False where it is gone."""
        ready, _, _ = select.select([self.descriptor], [], [], seconds)
        if not ready:
            return True
        try:
            data = os.read(self.descriptor, 1 << 16)
        except OSError:
            return False
        self.raw += data
        self._not_drawn.append(data)
        if b"\x1b[6n" in data:
            os.write(self.descriptor, b"\x1b[1;1R")
        return bool(data)

    def hang_up(self) -> None:
        """Close the terminal's window."""
        os.close(self.descriptor)
        self.descriptor = -1

    @property
    def hung_up(self) -> bool:
        return self.descriptor < 0

    def exit_code(self) -> int:
        while not self.hung_up and self.read():
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
def started(
    folder: Path, command: Sequence[str], environment: Mapping[str, str] | None = None
) -> Iterator[Terminal]:
    """Run any program, what inquit keeps in a folder, with further variables."""
    process, descriptor = pty.fork()
    if process == 0:
        _set_size(0, COLUMNS, ROWS)
        os.environ.update(
            {f"INQUIT_{name}_DIR": str(folder / name) for name in ("DATA", "CONFIG", "CACHE")},
            TERM="xterm-256color",
            COLORTERM="truecolor",
            **(environment or {}),
        )
        for name in ("COLUMNS", "LINES"):
            os.unsetenv(name)  # readline sets them past os.environ; sizes may change here
        os.execv(command[0], list(command))  # noqa: S606 - our own program
    terminal = Terminal(process, descriptor)
    try:
        yield terminal
    finally:
        with contextlib.suppress(ProcessLookupError, ChildProcessError):
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
        if not terminal.hung_up:
            terminal.hang_up()


def _set_size(descriptor: int, columns: int, rows: int) -> None:
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
