"""The user's browser: which command opens an address, and whether it needs the terminal."""

from __future__ import annotations

import os
import subprocess
import sys
import webbrowser
from dataclasses import dataclass

from inquit.errors import UserError


@dataclass(frozen=True, slots=True, kw_only=True)
class BrowserCommand:
    """A command that opens an address.

    Attributes:
        words: the program and its arguments.
        foreground: whether it draws in the terminal.
    """

    words: tuple[str, ...]
    foreground: bool


def browser_command(address: str) -> BrowserCommand:
    """Return the command that opens an address; looking for browsers may take a moment.

    Args:
        address: in printable ASCII, http or https.

    Raises:
        UserError: there is no browser.
    """
    if sys.platform == "darwin" and "BROWSER" not in os.environ:
        return BrowserCommand(words=("open", address), foreground=False)
    try:
        browser = webbrowser.get()
    except webbrowser.Error as error:
        raise UserError("No browser is known; set BROWSER to one") from error
    graphical = any(name in os.environ for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    arguments = getattr(browser, "args", ["%s"]) or ["%s"]
    if not isinstance(browser, webbrowser.GenericBrowser):
        return BrowserCommand(words=(_name(browser), address), foreground=False)
    return BrowserCommand(
        words=(_name(browser), *(part.replace("%s", address) for part in arguments)),
        foreground=not isinstance(browser, webbrowser.BackgroundBrowser) and not graphical,
    )


def start_quietly(command: BrowserCommand) -> None:
    """Start a browser that has its own window; nothing it prints reaches the terminal.

    Raises:
        UserError: it cannot be started.
    """
    try:
        subprocess.Popen(  # noqa: S603 - the user's own browser, no shell
            command.words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise UserError(f"The browser does not start: {error.strerror}") from error


def run_here(command: BrowserCommand) -> None:
    """Run a browser that draws in the terminal, and wait for its end.

    Raises:
        UserError: it cannot be started.
    """
    try:
        subprocess.run(command.words, check=False)  # noqa: S603 - as above
    except OSError as error:
        raise UserError(f"The browser does not start: {error.strerror}") from error


def _name(browser: webbrowser.BaseBrowser) -> str:
    return str(getattr(browser, "name", "xdg-open"))
