"""Errors to one line on standard error and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType

from inquit.errors import InquitError, StoreError, UserError
from inquit.model.printable import printable
from tui.cli.output import discard_output
from tui.terminal.exit_codes import (
    INTERRUPTED,
    OTHER_FAULT,
    PIPE_CLOSED,
    STORE_FAULT,
    USER_MISTAKE,
)


class ReportOwnFaults:
    """A context that ends the program with `OTHER_FAULT` where a fault of its own is met.

    Python itself would end it with 1, and print what a message holds of a note.
    """

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Report an exception that nobody expected, and exit; leave what asks to exit alone."""
        if isinstance(error, Exception):
            from tui.terminal.crash_report import crash_report

            if sys.stderr is not None:
                sys.stderr.write(crash_report(error))
            raise SystemExit(OTHER_FAULT) from None


def exit_code_of(action: Callable[[], int]) -> int:
    """Do something and return the exit code it comes to.

    Args:
        action: returns an exit code; what it raises on purpose is told in one line.
    """
    try:
        return action()
    except InquitError as error:
        complain(str(error))
        return code_for(error)
    except BrokenPipeError:
        discard_output()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED


def complain(message: str) -> None:
    """Write one line to standard error, with nothing in it that a terminal would obey."""
    if sys.stderr is not None:
        sys.stderr.write(f"inquit: {printable(message)}\n")


def code_for(error: InquitError) -> int:
    """Return the exit code that an error ends the program with."""
    if isinstance(error, UserError):
        return USER_MISTAKE
    return STORE_FAULT if isinstance(error, StoreError) else OTHER_FAULT
