"""Ctrl+Z: stops the reader and gives the terminal back to the shell that started it."""

from __future__ import annotations

import os
import signal

NO_SHELL = "Nothing is suspended: there is no shell here to come back from; q leaves"


def shell_waits() -> bool:
    """Tell whether a shell with job control would take over, and could continue the reader."""
    if not hasattr(os, "getpgrp"):
        return False
    group, session = os.getpgrp(), os.getsid(0)
    if group == session:  # the terminal runs this without a shell
        return False
    parent = os.getppid()
    try:
        return os.getpgid(parent) == group or os.getsid(parent) == session
    except (ProcessLookupError, PermissionError):
        return False


def suspend() -> None:
    """Stop the whole process group, as a terminal does at ctrl+z; else no shell takes over.

    The driver gives the terminal back before this process stops, and takes it once it continues.
    """
    os.killpg(os.getpgrp(), signal.SIGTSTP)
