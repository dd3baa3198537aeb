"""An analyser that a client starts for itself."""

from __future__ import annotations

import socket
import subprocess
import sys

from inquit.model.engine import AnalysisSetup
from inquit.service.analyser.connection import Connection

_WORKER = "inquit.service.analyser"
KEEP_WARM = "--keep-warm"
_EXIT_SECONDS = 1.0
"""How long a process that has closed its connection takes to end."""


class OwnProcess:
    """A process at the other end of a connection that was made for it."""

    def __init__(self, command: list[str]) -> None:
        """Start it.

        Args:
            command: the program, which finds its end of the connection in standard input.

        Raises:
            OSError: the system starts no process.
        """
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                self._process = subprocess.Popen(  # noqa: S603 - our own module, no shell
                    command,
                    stdin=theirs.fileno(),
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )
        except OSError:
            ours.close()
            raise
        self.connection = Connection(ours)

    @property
    def has_ended(self) -> bool:
        """Whether the process has ended."""
        return self._process.poll() is not None

    def exit_code(self) -> int | None:
        """Return the exit code of a process that has closed its connection; None if it hangs."""
        try:
            return self._process.wait(_EXIT_SECONDS)
        except subprocess.TimeoutExpired:
            return None

    def leave(self) -> None:
        """End the connection, and with it the process, unless others have it by now."""
        if self.connection.is_shared:
            self._process.returncode = 0  # it is left running on purpose: nobody waits for it
        else:
            self._process.kill()
            self._process.wait()
        self.connection.close()


def worker_command(setup: AnalysisSetup, *, keep_warm: bool) -> list[str]:
    """Return the command that runs an analyser.

    Args:
        setup: what it is to analyse with.
        keep_warm: whether it stays for other programs after the first article.
    """
    # -P: nothing in the current folder may be imported in place of a library.
    command = [sys.executable, "-P", "-m", _WORKER, setup.model, setup.engine]
    return [*command, KEEP_WARM] if keep_warm else command
