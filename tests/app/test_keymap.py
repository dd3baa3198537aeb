"""Keys of the reader's own."""

from __future__ import annotations

import itertools
import pkgutil
from importlib import import_module
from importlib.resources import files
from pathlib import Path

from textual.binding import Binding
from textual.screen import Screen

import themes
import tui
from tests.app.test_reader import reader
from tui.reader.commands.table import COMMANDS
from tui.reader.keymap import checked, places, read_keymap
from widgets.row_list import RowList


def test_every_binding_has_an_id_of_its_own() -> None:
    ids = [command.id for command in COMMANDS]
    assert "" not in ids
    assert len(ids) == len(set(ids))


def test_no_two_default_bindings_of_one_place_share_a_key() -> None:
    assert checked({}).complaints == ()
    seen: dict[tuple[str, str], str] = {}
    for command in COMMANDS:
        for inside, key in itertools.product(places(command), command.key_names):
            assert (inside, key) not in seen, (key, command.id, seen[inside, key])
            seen[inside, key] = command.id


def test_good_keys_are_taken_and_the_rest_is_told() -> None:
    keymap = checked(
        {
            "quote.next": "ctrl+n, f7",
            "quote.sideways": "z",
            "bookmark.toggle": 7,
            "text.top": "grrr",
            "text.bottom": "y",
        },
    )
    assert keymap.keys == {"quote.next": "ctrl+n,f7"}
    assert len(keymap.complaints) == 4
    assert all("\n" not in complaint for complaint in keymap.complaints)
    assert "copy.quote" in keymap.complaints[-1]


def test_two_bindings_can_swap_their_keys() -> None:
    keymap = checked({"quote.next": "p", "quote.previous": "n"})
    assert keymap.complaints == ()


def test_a_key_can_be_given_by_the_name_of_its_character() -> None:
    keymap = checked({"quote.next": "comma", "article.back": "backspace, plus", "view.wider": "f9"})
    assert keymap.complaints == ()
    assert keymap.keys["quote.next"] == "comma"


def test_a_file_that_is_no_toml_is_told_in_one_line(tmp_path) -> None:
    (tmp_path / "config.toml").write_text("[keys\n")
    keymap = read_keymap(tmp_path)
    assert keymap.keys == {}
    assert len(keymap.complaints) == 1


def test_every_key_of_every_screen_can_be_given_another() -> None:
    known = {command.id for command in COMMANDS}
    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        for value in vars(import_module(module.name)).values():
            own = isinstance(value, type) and value.__module__.startswith("tui.")
            if own and issubclass(value, Screen):
                for binding in Binding.make_bindings(vars(value).get("BINDINGS", ())):
                    assert binding.id in known, (value, binding.key)


def test_a_key_of_lists_is_no_other_key_of_a_dialog_with_a_list() -> None:
    keymap = checked({"overview.close": "j", "links.show": "j", "help.close": "j"})
    assert keymap.keys == {"links.show": "j", "help.close": "j"}
    assert keymap.complaints == (
        "config.toml: overview.close would take the key of list.down; it keeps its own",
    )


async def test_the_keys_of_the_help_and_of_dialogs_can_be_others(desk, article) -> None:
    desk.config.mkdir(exist_ok=True)
    given = '[keys]\n"help.close" = "f4"\n"overview.close" = "z"\n'
    (desk.config / "config.toml").write_text(given)
    async with reader(desk, article) as at_work:
        for opens, closes in (("question_mark", "f4"), ("i", "z")):
            await at_work.press(opens)
            assert at_work.app.screen is not at_work.screen
            if opens == "i":
                await at_work.press("escape")
                assert at_work.app.screen is not at_work.screen
            await at_work.press(closes)
            assert at_work.app.screen is at_work.screen


async def test_the_help_tells_the_names_that_the_configuration_knows(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("question_mark", *"overview.close")
        (title, row) = at_work.app.screen.query_one(RowList).rows
        assert (title.text, row.tail) == ("Who says how much", "overview.close")
        await at_work.press(*["backspace"] * 20, *"conf:")
        rows = at_work.app.screen.query_one(RowList).rows
        assert "Typed into the filter" in [row.text for row in rows]


async def test_the_readers_keys_work_and_complaints_are_notified(desk, article) -> None:
    desk.config.mkdir(exist_ok=True)
    (desk.config / "config.toml").write_text('[keys]\n"quote.next" = "f7"\n"no.such" = "[b]"\n')
    async with reader(desk, article) as at_work:
        await at_work.press("f7")
        assert at_work.current_words == "We are ready,"
        await at_work.press("n")
        assert at_work.current_words == "We are ready,"
        messages = [note.message for note in at_work.app._notifications]
        assert messages == ["config.toml: there is no key binding 'no.such'"]


async def test_the_readers_themes_can_be_chosen_and_faulty_ones_are_told(desk, article) -> None:
    folder = desk.config / "themes"
    folder.mkdir(parents=True)
    good = files(themes).joinpath("night.toml").read_text("utf-8")
    (folder / "mine.toml").write_text(good.replace("#15171c", "#000011"))
    (folder / "faulty.toml").write_text(good.replace("#15171c", "dark [b]"))
    async with reader(desk, article) as at_work:
        at_work.app.theme = "mine"
        await at_work.settle()
        assert at_work.screen.panes.text.styles.background.hex == "#000011"
        messages = [note.message for note in at_work.app._notifications]
        assert messages == ["themes/faulty.toml: background must be a colour like '#a0b1c2'"]


def test_no_key_of_any_place_is_one_that_terminals_and_tmux_take() -> None:
    keys = {key for command in COMMANDS for key in command.key_names}
    assert not keys & {"ctrl+b", "ctrl+s", "ctrl+q", "ctrl+backslash"}
    lossy = [each.action for each in COMMANDS if "ctrl+c" in each.key_names]
    assert lossy == ["run('copying.copy_selection')"]


def test_every_name_that_a_binding_had_in_version_3_still_names_one() -> None:
    folder = Path(__file__).parents[1] / "store" / "data" / "version-3" / "config"
    keymap = read_keymap(folder)
    assert keymap.complaints == ()
    assert len(keymap.keys) == 180
