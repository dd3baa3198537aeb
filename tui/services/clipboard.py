"""Where copied text goes: to the system's clipboard, to tmux, or to the terminal.

Only a program that answers makes anything known. A terminal, and what lies between it and this
program, takes what it is sent in silence or drops it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable

_SECONDS = 2
COPIED = "copied"


def copy(text: str, send: Callable[[str], None]) -> str:
    """Copy text every way that there is here.

    Args:
        text: what to copy.
        send: sends it to the terminal as a sequence (OSC 52).

    Returns:
        What is known of where it went, in words that go on after "The quote: ".
    """
    known = copy_natively(text)
    told = _to_terminal(text, send)
    return COPIED if known else told


def copy_natively(text: str) -> bool:
    """Put text on the clipboard of the system that this program runs on.

    Args:
        text: what to copy.

    Returns:
        Whether it surely is there; over SSH it never is, since that clipboard is another machine's.
    """
    command = _command()
    return command is not None and _feeds(command, text)


def _to_terminal(text: str, send: Callable[[str], None]) -> str:
    """Hand text to the terminal, by way of tmux where that runs; return what is known of it."""
    if os.environ.get("TMUX"):
        return _to_tmux(text, send)
    send(text)
    if os.environ.get("STY"):
        return "sent to screen, which may keep it from the terminal"
    if os.environ.get("TERM", "").startswith(("tmux", "screen")):
        return "sent to tmux or screen, which may keep it from the terminal"
    return "sent to the terminal"


def _to_tmux(text: str, send: Callable[[str], None]) -> str:
    """Put text in tmux's buffer, from which tmux itself sends it on.

    With its usual ``set-clipboard external`` tmux drops what a program sends to the terminal.
    """
    tmux = shutil.which("tmux")
    if tmux is not None and _feeds([tmux, "load-buffer", "-w", "-"], text):
        return "in tmux (prefix ] pastes), offered to the terminal"
    send(text)
    # Before 3.2 tmux knows no -w.
    if tmux is not None and _feeds([tmux, "load-buffer", "-"], text):
        return "in tmux (prefix ] pastes), which may keep it from the terminal"
    return "sent to tmux, which may keep it from the terminal"


def _feeds(command: list[str], text: str) -> bool:
    """Tell whether a program took text as its input."""
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
