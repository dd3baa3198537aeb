"""Ctrl+Z: the reader stops, and the shell that it was started from has the terminal."""

from __future__ import annotations

import os
import signal

NO_SHELL = "Nothing is suspended: there is no shell here to come back from; q leaves"


def shell_waits() -> bool:
    """Tell whether a shell with job control would take over, and could let the reader go on."""
    if not hasattr(os, "getpgrp"):
        return False
    group, session = os.getpgrp(), os.getsid(0)
    if group == session:  # the terminal runs this itself
        return False
    parent = os.getppid()
    try:
        return os.getpgid(parent) == group or os.getsid(parent) == session
    except (ProcessLookupError, PermissionError):
        return False


def suspend() -> None:
    """Stop what the shell started, as a terminal does at ctrl+z: all of it, or no shell takes over.

    The driver gives the terminal back before this process stops, and takes it when it goes on.
    """
    os.killpg(os.getpgrp(), signal.SIGTSTP)
