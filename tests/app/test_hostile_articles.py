"""Hostile articles in the real reader: nothing that it draws of them drives the terminal."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.hostile import MARK, hostile_files, obeyed
from tests.terminal import running

SHOWN_NAME = f"x\\x1b]0;{MARK}\\x07\\u202e\\x9b{MARK}m[bold]"
CLOSE = "\x1b"


def test_no_dialog_on_a_hostile_article_drives_the_terminal(tmp_path: Path) -> None:
    # A short path, so that names are shown whole.
    with TemporaryDirectory(prefix="a") as folder:
        hostile_files(Path(folder))
        _look_at_everything(tmp_path, folder)


def _look_at_everything(kept: Path, folder: str) -> None:
    with running(kept, folder) as terminal:

        def see(keys: str, words: str) -> None:
            if keys[0] == CLOSE and len(keys) > 1:
                terminal.press(CLOSE)
                terminal.settle()  # what follows at once would make another key of it
            terminal.press(keys.removeprefix(CLOSE) or CLOSE)
            terminal.wait_for(words)

        terminal.wait_for(f"{SHOWN_NAME}c.mhtml")
        see("b.html", "   b.html ")
        see("\r", "hit the pier")
        terminal.wait_for("3 quotes")
        see("n", "1/3")
        see("i", "Who says how much")
        see(f"{CLOSE}O", "Outline")
        see(f"{CLOSE}l", "%9D0;7391%C2%9C")
        see(f"{CLOSE}m", "Bookmarked")
        see("B", "Bookmarks of all articles")
        see(f"{CLOSE}e", "Note on Ana")
        see("to ask", "to ask")
        see(CLOSE, "saved")
        see("c", "Set it right")
        see("r", "[bold red]")
        see(f"{CLOSE}y", "sent to the terminal")
        see("/hit", "1 of")
        see(f"{CLOSE}o", "Tab completes")
        see(f"{folder}/x", f"{SHOWN_NAME}d.md")
        see(f"{CLOSE}h", "not read yet")
        see("f.docx", "   f.docx ")
        see("\r", "1 quote")
        terminal.settle()
        assert obeyed(terminal.raw) == []
        assert "[@click=app.quit]" in terminal.text
