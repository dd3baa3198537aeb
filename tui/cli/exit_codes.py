"""Errors to one line on standard error and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable

from inquit.errors import InquitError, StoreError, UserError
from inquit.model.printable import printable
from tui.cli.output import discard_output

USER_MISTAKE, STORE_FAULT, OTHER_FAULT = 2, 3, 1
INTERRUPTED, PIPE_CLOSED = 130, 141


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
