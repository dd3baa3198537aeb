"""The terminal as the reader has it: whatever it sends, and when it is taken away."""

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
_WAIT = 0.1
"""Seconds between two looks at whether an Escape stands for itself."""


class Leaving(Protocol):
    """An app that can be asked to leave at once."""

    async def leave(self, code: int) -> None:
        """Keep everything and leave with an exit code."""
        ...


class TerminalDriver(LinuxDriver):
    """Textual's driver, which reads any bytes, and lets the app leave where it is asked to."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        """Take what Textual gives; the app has to be one that is `Leaving`."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._file = cast("Any", Output(cast("IO[str]", self._file)))
        self._leaves: asyncio.Task[None] | None = None

    def start_application_mode(self) -> None:
        """Take the terminal, and what asks the app to leave.

        A process that is stopped by others goes on without having given the terminal back, and has
        to be told like any other that it goes on: the terminal's screen is empty.
        """
        if self._key_thread is not None and self._key_thread.is_alive():
            self.suspend_application_mode()
            self._must_signal_resume = True
        for number in (*LEAVING, signal.SIGINT):
            self._loop.add_signal_handler(number, self._leave, number)
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def run_input_thread(self) -> None:
        """Hand on what is typed until the app leaves, or the terminal is gone."""
        taken = TerminalInput()
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_WAIT):
                    data = self._read()
                    if not data:
                        self._loop.call_soon_threadsafe(self._leave, signal.SIGHUP)
                        return
                    for event in taken.feed(data):
                        self.process_message(event)
                for event in taken.tick():
                    self.process_message(event)

    def _read(self) -> bytes:
        """Return what was typed; nothing where there is no terminal any more."""
        try:
            return os.read(self.fileno, _AT_ONCE)
        except OSError:
            return b""

    def _leave(self, number: int) -> None:
        """Leave once; closing a terminal may ask for it several times over."""
        if self._leaves is None:
            app = cast("Leaving", self._app)
            self._leaves = asyncio.ensure_future(app.leave(exit_code_for(number)))


class Output:
    """What is drawn on; where it is gone, what is drawn goes nowhere and holds nobody up."""

    def __init__(self, file: IO[str]) -> None:
        """Take the stream to the terminal."""
        self._file = file

    def write(self, text: str) -> None:
        """Write text as far as there is a terminal."""
        try:
            self._file.write(text)
        except OSError:
            self._give_up()

    def flush(self) -> None:
        """Write what is held back."""
        try:
            self._file.flush()
        except OSError:
            self._give_up()

    def fileno(self) -> int:
        """Return the number of the file descriptor."""
        return self._file.fileno()

    def _give_up(self) -> None:
        """Let the stream end nowhere: what it holds back is to be written at the exit too."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self._file.fileno())
        os.close(nowhere)
