"""Which command opens an address."""

from __future__ import annotations

import webbrowser

import pytest

from inquit.errors import UserError
from tui.services.browser import BrowserCommand, browser_command, start_quietly

ADDRESS = "https://a.example/"


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BROWSER", "some-browser")


def chosen(monkeypatch: pytest.MonkeyPatch, browser: webbrowser.BaseBrowser) -> BrowserCommand:
    monkeypatch.setattr(webbrowser, "get", lambda: browser)
    return browser_command(ADDRESS)


def test_a_text_browser_gets_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    found = chosen(monkeypatch, webbrowser.GenericBrowser(["w3m", "-N", "%s"]))
    assert found == BrowserCommand(words=("w3m", "-N", ADDRESS), foreground=True)


def test_on_a_desktop_no_browser_gets_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    assert not chosen(monkeypatch, webbrowser.GenericBrowser("my-browser")).foreground


def test_the_systems_opener_stays_in_the_background(monkeypatch: pytest.MonkeyPatch) -> None:
    found = chosen(monkeypatch, webbrowser.BackgroundBrowser("xdg-open"))
    assert found == BrowserCommand(words=("xdg-open", ADDRESS), foreground=False)


def test_without_a_browser_one_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> webbrowser.BaseBrowser:
        raise webbrowser.Error("none")

    monkeypatch.setattr(webbrowser, "get", none)
    with pytest.raises(UserError, match="No browser is known"):
        browser_command(ADDRESS)


def test_a_browser_that_does_not_start_is_told() -> None:
    with pytest.raises(UserError, match="does not start"):
        start_quietly(BrowserCommand(words=("/no/such/browser", ADDRESS), foreground=False))
