"""The system's clipboard, where a program for it is there."""

from __future__ import annotations

import os
import shutil
import subprocess

_SECONDS = 2


def copy_natively(text: str) -> bool:
    """Put text on the clipboard of the system that this program runs on.

    Args:
        text: what to copy.

    Returns:
        Whether it surely is there; over SSH it never is, since that clipboard is another machine's.
    """
    command = _command()
    if command is None:
        return False
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command, no shell
            command,
            input=text.encode(),
            timeout=_SECONDS,
            check=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _command() -> list[str] | None:
    if "SSH_CONNECTION" in os.environ or "SSH_TTY" in os.environ:
        return None
    for needed, command in (
        ("WAYLAND_DISPLAY", ["wl-copy"]),
        ("DISPLAY", ["xclip", "-selection", "clipboard"]),
        ("DISPLAY", ["xsel", "--clipboard", "--input"]),
        (None, ["pbcopy"]),
    ):
        if needed is not None and not os.environ.get(needed):
            continue
        if (program := shutil.which(command[0])) is not None:
            return [program, *command[1:]]
    return None
