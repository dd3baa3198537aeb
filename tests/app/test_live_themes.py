"""The reader's own themes: edits show at once, faults are told and change nothing."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

import themes
from tests.app.conftest import workers_done
from tests.app.test_drafts import notified
from tests.app.test_reader import Reader, reader

NIGHT = files(themes).joinpath("night.toml").read_text("utf-8")
GROUND = themes.read("night").background


def write(folder: Path, text: str, name: str = "mine") -> Path:
    """Write a theme, each time with another moment of writing."""
    path = folder / "themes" / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    moment = path.stat().st_mtime_ns + 10**9 if path.exists() else 10**18
    path.write_text(text, "utf-8")
    os.utime(path, ns=(moment, moment))
    return path


async def look(at_work: Reader) -> None:
    at_work.app.look_at_themes()
    await workers_done(at_work.app)
    await at_work.settle()


def ground(at_work: Reader) -> str:
    return at_work.screen.panes.text.styles.background.hex.lower()


async def test_an_edit_shows_and_the_text_stays_where_it_is(desk, article) -> None:
    write(desk.config, NIGHT)
    async with reader(desk, article) as at_work:
        at_work.app.theme = "mine"
        await at_work.press("2", "0", "j")
        top = at_work.screen.panes.text.top
        assert ground(at_work) == GROUND
        write(desk.config, NIGHT.replace(GROUND, "#000000"))
        await look(at_work)
        assert ground(at_work) == "#000000"
        assert at_work.screen.state.colours._background == "#000000"
        assert at_work.screen.panes.text.top == top


async def test_a_fault_is_told_once_and_the_old_colours_stay(desk, article) -> None:
    write(desk.config, NIGHT)
    async with reader(desk, article) as at_work:
        at_work.app.theme = "mine"
        await at_work.settle()
        write(desk.config, "background = 3")
        await look(at_work)
        write(desk.config, "background = 3 ")
        await look(at_work)
        assert notified(at_work) == ["themes/mine.toml: background must be a colour like '#a0b1c2'"]
        assert at_work.app.theme == "mine"
        assert ground(at_work) == GROUND
        write(desk.config, NIGHT.replace(GROUND, "#010101"))
        await look(at_work)
        assert ground(at_work) == "#010101"


async def test_a_theme_that_is_added_or_removed_can_or_cannot_be_chosen(desk, article) -> None:
    async with reader(desk, article) as at_work:
        path = write(desk.config, NIGHT, "new")
        await look(at_work)
        assert "new" in at_work.app.available_themes
        path.unlink()
        await look(at_work)
        assert "new" not in at_work.app.available_themes


async def test_the_theme_in_use_stays_when_its_file_is_removed(desk, article) -> None:
    path = write(desk.config, NIGHT)
    async with reader(desk, article) as at_work:
        at_work.app.theme = "mine"
        path.unlink()
        await look(at_work)
        assert at_work.app.theme == "mine"
        assert ground(at_work) == GROUND


async def test_colours_that_read_badly_are_warned_of_in_one_line(desk, article) -> None:
    muted = themes.read("night").muted
    write(desk.config, NIGHT.replace(muted, "#333333"))
    async with reader(desk, article) as at_work:
        (line,) = notified(at_work)
        assert line.startswith("themes/mine.toml: muted on panel reads badly: 1.")
        assert line.endswith("text needs 4.5:1, and 2 more")
        at_work.app.theme = "mine"
        await at_work.settle()
        assert ground(at_work) == GROUND
