"""One table of commands: what README, help and palette say is what it says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from textual.command import CommandList

from bench.key_table import with_key_table
from tests.app.test_reader import reader
from tui.reader.commands.table import BY_ID, COMMANDS, PANE, PROGRAM, READER
from tui.reader.commands.writing import CORRECT_MENU
from tui.reader.correction_entries import CORRECTION_ENTRIES
from widgets.commands import SIDEBAR
from widgets.row_list import RowList

ROOT = Path(__file__).parents[2]


def test_the_keys_in_the_readme_are_those_of_the_table() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert with_key_table(text) == text


def test_the_table_is_read_without_any_dialog() -> None:
    code = "import sys, tui.reader.commands.table; print(*sys.modules)"
    run = [sys.executable, "-c", code]
    ran = subprocess.run(run, capture_output=True, text=True, check=True, cwd=ROOT)
    modules = ran.stdout.split()
    assert "tui.reader.commands.dialogs" in modules
    assert not [name for name in modules if name.startswith("tui.dialogs")]


def test_no_two_commands_of_a_heading_say_that_they_do_the_same() -> None:
    said = [(command.section, command.title) for command in COMMANDS]
    assert len(said) == len(set(said))


async def test_the_help_has_a_row_for_every_command(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("question_mark")
        rows = at_work.app.screen.query_one(RowList).rows
        assert {
            (row.tail, row.text[14:].partition(" ")[2].strip()) for row in rows if row.tail
        } == {(command.id, command.title) for command in COMMANDS}


async def test_the_help_begins_with_the_keys_of_where_it_was_asked_for(desk, article) -> None:
    async with reader(desk, article) as at_work:
        for opens, first in (("", "General"), ("I", "The screen of feeds")):
            await at_work.press(*opens, "question_mark")
            rows = at_work.app.screen.query_one(RowList).rows
            headings = [row.text for row in rows if not row.tail and not row.depth]
            assert first in headings[:3]
            assert set(headings) >= {"Quotes", "Feeds", "The list of links", "This help"}
            await at_work.press("escape")


async def test_the_palette_of_a_dialog_has_its_commands(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("I")
        titles = [each.title for each in at_work.app.get_system_commands(at_work.app.screen)]
        assert {"Refresh all feeds", "Next row", BY_ID["app.quit"].title} <= set(titles)
        assert BY_ID["quote.next"].title not in titles


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("search", "find.open"),
        ("speaker", "quote.next-same"),
        ("history", "article.back"),
        ("zoom", "view.wider"),
        ("yank", "copy.quote"),
        ("rss", "feed.list"),
        ("undo", "correction.undo"),
    ],
)
async def test_the_help_finds_a_command_by_other_words(desk, article, typed, found) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("question_mark", *typed)
        assert found in [row.tail for row in at_work.app.screen.query_one(RowList).rows]


async def test_the_palette_has_every_command_of_the_reader(desk, article) -> None:
    async with reader(desk, article) as at_work:
        titles = {each.title for each in at_work.app.get_system_commands(at_work.screen)}
        wanted = {each.title for each in (*READER, *PROGRAM, *PANE, *CORRECT_MENU, *SIDEBAR)}
        assert wanted - titles == {BY_ID["app.commands"].title}


async def test_the_palette_finds_a_command_by_other_words(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("ctrl+p", *"zoom")
        await at_work.settle()
        options = at_work.app.screen.query_one(CommandList).options
        assert any("Wider column" in str(option.hit.prompt) for option in options)


async def test_a_command_that_is_not_available_says_when_it_is(desk, article) -> None:
    async with reader(desk, article) as at_work:
        commands = {each.title: each for each in at_work.app.get_system_commands(at_work.screen)}
        await commands["Next hit of the search"].callback()
        await at_work.settle()
        messages = [note.message for note in at_work.app._notifications]
        assert messages == ["This works while a search lasts"]


def test_every_row_of_the_menu_of_corrections_has_something_behind_it() -> None:
    rows = {command.id for command in CORRECT_MENU} - {"correct.undo", "correct.list"}
    assert rows == {f"correct.{entry.name}" for entry in CORRECTION_ENTRIES}
