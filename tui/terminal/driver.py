"""The terminal driver: it reads any bytes, and leaves in order when the terminal goes away."""

from __future__ import annotations

import asyncio
import os
import selectors
import signal
from typing import IO, Any, Protocol, cast

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from tui.terminal.input_events import TerminalInput
from tui.terminal.signals import LEAVING, exit_code_for

_AT_ONCE = 1 << 16
"""Bytes that are read at once."""

_WAIT = 0.1
"""Seconds after which an Escape that nothing follows is the Escape key."""


class Leaving(Protocol):
    """An app that can be asked to leave at once."""

    async def leave(self, code: int) -> None:
        """Keep everything and leave with an exit code."""
        ...


class TerminalDriver(LinuxDriver):
    """Textual's driver, except that it reads any bytes and lets the app leave in order."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        """Take what Textual passes; the app has to be one that is `Leaving`."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._file = cast("Any", Output(cast("IO[str]", self._file)))
        self._leaves: asyncio.Task[None] | None = None

    def start_application_mode(self) -> None:
        """Take over the terminal, and handle the signals that ask the app to leave.

        A process that another process stopped has not given the terminal back. Once it continues,
        it has to restore the terminal like any other, since the screen is empty by then.
        """
        if self._key_thread is not None and self._key_thread.is_alive():
            self.suspend_application_mode()
            self._must_signal_resume = True
        for number in (*LEAVING, signal.SIGINT):
            self._loop.add_signal_handler(number, self._leave, number)
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def run_input_thread(self) -> None:
        """Pass on what is typed until the app leaves or the terminal is gone."""
        terminal_input = TerminalInput()
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_WAIT):
                    data = self._read()
                    if not data:
                        self._loop.call_soon_threadsafe(self._leave, signal.SIGHUP)
                        return
                    for event in terminal_input.feed(data):
                        self.process_message(event)
                for event in terminal_input.tick():
                    self.process_message(event)

    def _read(self) -> bytes:
        """Return what was typed, or nothing once the terminal is gone."""
        try:
            return os.read(self.fileno, _AT_ONCE)
        except OSError:
            return b""

    def _leave(self, number: int) -> None:
        """Leave once, although closing a terminal may send several signals."""
        if self._leaves is None:
            app = cast("Leaving", self._app)
            self._leaves = asyncio.ensure_future(app.leave(exit_code_for(number)))


class Output:
    """The stream to the terminal; once that is gone, whatever is written is dropped at once."""

    def __init__(self, file: IO[str]) -> None:
        """Take the stream to the terminal."""
        self._file = file

    def write(self, text: str) -> None:
        """Write text, or drop it where the terminal is gone."""
        try:
            self._file.write(text)
        except OSError:
            self._give_up()

    def flush(self) -> None:
        """Write what is buffered."""
        try:
            self._file.flush()
        except OSError:
            self._give_up()

    def fileno(self) -> int:
        """Return the number of the file descriptor."""
        return self._file.fileno()

    def _give_up(self) -> None:
        """Point the stream at the null device: what it buffers is still written at the exit."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self._file.fileno())
        os.close(nowhere)
