"""The installed program in a real pseudo-terminal: read, jump, correct, mark, leave, come back."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.terminal import running
from tui.cli.commands import app


def test_what_was_marked_and_written_is_there_after_a_restart(tmp_path: Path) -> None:
    with running(tmp_path, "seed:pentagon-readout") as terminal:
        terminal.wait_for("The Pentagon on Friday published")
        terminal.wait_for("Pat Ryder      ")
        terminal.wait_for("11 quotes")
        terminal.press("n")
        terminal.wait_for("1/11")
        terminal.press("n")
        terminal.wait_for("2/11")
        terminal.press("m")
        terminal.wait_for("Bookmarked")
        terminal.press("e")
        terminal.wait_for("Note on Pat Ryder")
        terminal.press("ask [him] again")
        terminal.wait_for("ask [him] again")
        terminal.press("\x1b")
        terminal.wait_for("saved")
        terminal.press("n")
        terminal.wait_for("3/11")
        terminal.press("c")
        terminal.wait_for("Set it right")
        terminal.press("s")
        terminal.wait_for("Who says this?")
        terminal.press("ryder")
        terminal.wait_for("New source: “ryder”")
        terminal.press("\r")
        terminal.wait_for("Said by Pat Ryder")
        terminal.press("q")
        assert terminal.exit_code() == 0
    with running(tmp_path, "seed:pentagon-readout") as terminal:
        terminal.wait_for("11 quotes")
        terminal.press("n")
        terminal.wait_for("✎ ask [him] again")
        assert "◆" in terminal.text
        terminal.press("2n")
        terminal.wait_for("✓ corrected by you")
        terminal.press("q")
        assert terminal.exit_code() == 0
        assert b"\x1b[?1049l" in terminal.raw


@pytest.fixture
def long_article(tmp_path: Path) -> str:
    article = tmp_path / "article.txt"
    article.write_text("\n\n".join(f"Paragraph {n} is dry." for n in range(90)), "utf-8")
    return str(article)


def test_keys_pressed_before_the_program_controls_the_terminal_act_in_order(
    tmp_path: Path, long_article: str
) -> None:
    with running(tmp_path, long_article) as terminal:
        terminal.press("/graph 7\rn")
        terminal.wait_for("“graph 7” 2 of 11")
        terminal.wait_for("Paragraph 70 is dry.")
        terminal.press("q")
        assert terminal.exit_code() == 0


@pytest.mark.parametrize(
    ("keys", "shown"), [(" ", "Paragraph 20 "), ("G", "Paragraph 89 "), ("40g", "Paragraph 39 ")]
)
def test_a_key_pressed_as_soon_as_there_is_text_acts(
    tmp_path: Path, long_article: str, keys: str, shown: str
) -> None:
    with running(tmp_path, long_article) as terminal:
        terminal.wait_for("Paragraph 0 is dry.")
        terminal.press(keys)
        terminal.wait_for(shown)


def test_bare_inquit_lists_what_was_read_last(tmp_path: Path) -> None:
    with running(tmp_path, "seed:pentagon-readout") as terminal:
        terminal.wait_for("11 quotes")
        terminal.press("q")
        assert terminal.exit_code() == 0
    with running(tmp_path) as terminal:
        terminal.wait_for("All that you have read")
        terminal.press("\r")
        terminal.wait_for("11 quotes")
        terminal.press("q")
        assert terminal.exit_code() == 0


def test_a_bookmark_in_what_a_pipe_brought_opens_at_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"INQUIT_{name}_DIR", str(tmp_path / name))
    text = "Rain at the pier\n\n" + "\n\n".join(f"Paragraph {n} is dry." for n in range(90))
    added = ["bookmarks", "add", "-", "--exact", "Paragraph 70"]
    bookmark_id = CliRunner().invoke(app, added, input=text).stdout.strip()
    with running(tmp_path, "bookmarks", "open", bookmark_id) as terminal:
        terminal.wait_for("Paragraph 70 is dry.")
        terminal.wait_for("kept on")
        assert "Rain at the pier" in terminal.text
        terminal.press("q")
        assert terminal.exit_code() == 0
    with running(tmp_path) as terminal:
        terminal.wait_for("All that you have read")
        terminal.wait_for("Rain at the pier")
        terminal.press("\r")
        terminal.wait_for("Paragraph 70 is dry.")
        terminal.press("q")
        assert terminal.exit_code() == 0
