"""A program in a pseudo-terminal, and how long a person waits for it."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

_ANSWERS = {b"\x1b[c": b"\x1b[?62;c", b"\x1b[6n": b"\x1b[1;1R"}
"""What a terminal answers to the questions that programs ask it."""


class Terminal:
    """A running program with its screen's size; times are in seconds."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], columns: int, rows: int
    ) -> None:
        """Start a program.

        Args:
            command: the program and its arguments.
            environment: variables on top of the present ones.
            columns: the terminal's width.
            rows: its height.
        """
        self.started = time.perf_counter()
        self.process, self._descriptor = pty.fork()
        if self.process == 0:
            size = struct.pack("HHHH", rows, columns, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.environ.update(environment, TERM="xterm-256color", COLORTERM="truecolor")
            os.environ.update(LINES=str(rows), COLUMNS=str(columns))
            os.execvp(command[0], list(command))  # noqa: S606 - a benchmark's own command
        self.output = b""
        self.written: list[tuple[float, bytes]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGTERM)
            time.sleep(0.05)
            os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self._descriptor)

    def wait_for(self, words: bytes, limit: float = 60) -> float:
        """Return the seconds from the start until some words were written.

        Raises:
            TimeoutError: they were not within the limit.
        """
        return self.wait_until(lambda: words in self.output, limit)

    def wait_until(self, shown: Callable[[], bool], limit: float = 60) -> float:
        """Return the seconds from the start until something was written.

        Args:
            shown: tells whether it was.
            limit: seconds from the start.

        Raises:
            TimeoutError: it was not within the limit.
        """
        while time.perf_counter() - self.started < limit:
            if shown():
                return time.perf_counter() - self.started
            self._read(0.005)
        raise TimeoutError(f"it never came after {self.output[-200:]!r}")

    def moment_of(self, words: bytes) -> float:
        """Return the seconds from the start until words came that have come by now."""
        output = b""
        for moment, data in self.written:
            output += data
            if words in output:
                return moment - self.started
        raise LookupError(f"{words!r} has not come")

    def press(self, key: bytes, quiet: float = 0.04) -> float:
        """Return the seconds from a key to the last output before a quiet spell."""
        start = last = time.perf_counter()
        os.write(self._descriptor, key)
        while time.perf_counter() - start < 5:
            if self._read(quiet if last > start else 1):
                last = time.perf_counter()
            else:
                break
        return last - start

    def send(self, key: bytes) -> float:
        """Press a key and return when."""
        os.write(self._descriptor, key)
        return time.perf_counter()

    def leave(self, key: bytes) -> None:
        """Press the key that ends the program, and wait for its end.

        Raises:
            TimeoutError: it did not end within the limit of `wait_until`.
        """
        self.send(key)
        ended = os.WEXITED | os.WNOHANG | os.WNOWAIT
        self.wait_until(lambda: os.waitid(os.P_PID, self.process, ended) is not None)

    def rest(self, seconds: float) -> None:
        """Let the program work on, reading what it writes."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            self._read(0.05)

    def processor_seconds(self) -> float:
        """Return the seconds of processor time that the program itself has taken so far."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def megabytes(self) -> float:
        """Return the most memory that the program itself has held so far."""
        status = Path(f"/proc/{self.process}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024

    def _read(self, wait: float) -> bool:
        ready, _, _ = select.select([self._descriptor], [], [], wait)
        if not ready:
            return False
        try:
            data = os.read(self._descriptor, 1 << 16)
        except OSError:
            return False
        for question, answer in _ANSWERS.items():
            if question in data:
                os.write(self._descriptor, answer)
        self.output += data
        self.written.append((time.perf_counter(), data))
        return bool(data)
