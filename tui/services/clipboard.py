"""Copies text to the system's clipboard, to tmux, or to the terminal.

Only a program that is run reports whether it took the text. A terminal, and whatever lies between
it and this program, takes the text or drops it without a word.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable

_SECONDS = 2
COPIED = "copied"


def copy(text: str, send: Callable[[str], None]) -> str:
    """Copy text in every way that is available.

    Args:
        text: what to copy.
        send: sends it to the terminal as a control sequence (OSC 52).

    Returns:
        Where it went as far as is known, in words that can follow "The quote: ".
    """
    is_copied = copy_natively(text)
    destination = _send_to_terminal(text, send)
    return COPIED if is_copied else destination


def copy_natively(text: str) -> bool:
    """Put text on the clipboard of the machine that this program runs on.

    Args:
        text: what to copy.

    Returns:
        Whether it surely is there; never over SSH, where the user sits at another machine.
    """
    command = _clipboard_command()
    return command is not None and _pipe_into(command, text)


def _send_to_terminal(text: str, send: Callable[[str], None]) -> str:
    """Send text to the terminal, by way of tmux if that runs; return where it went."""
    if os.environ.get("TMUX"):
        return _send_to_tmux(text, send)
    send(text)
    if os.environ.get("STY"):
        return "sent to screen, which may keep it from the terminal"
    if os.environ.get("TERM", "").startswith(("tmux", "screen")):
        return "sent to tmux or screen, which may keep it from the terminal"
    return "sent to the terminal"


def _send_to_tmux(text: str, send: Callable[[str], None]) -> str:
    """Put text in tmux's buffer, from which tmux sends it on to the terminal.

    With its default ``set-clipboard external``, tmux drops what a program sends to the terminal.
    """
    tmux = shutil.which("tmux")
    if tmux is not None and _pipe_into([tmux, "load-buffer", "-w", "-"], text):
        return "in tmux (prefix ] pastes), offered to the terminal"
    send(text)
    # tmux has -w since version 3.2.
    if tmux is not None and _pipe_into([tmux, "load-buffer", "-"], text):
        return "in tmux (prefix ] pastes), which may keep it from the terminal"
    return "sent to tmux, which may keep it from the terminal"


def _pipe_into(command: list[str], text: str) -> bool:
    """Run a program with text as its input; return whether it succeeded."""
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command, no shell
            command,
            input=text.encode("utf-8", "replace"),
            timeout=_SECONDS,
            check=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _clipboard_command() -> list[str] | None:
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
