"""Keys that come before the dialog is whole that they are meant for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from textual import events
from textual.widgets import Input, OptionList, TextArea

from inquit.store.records.repository import Repository
from tests.app.conftest import workers_done
from tests.app.test_drafts import until
from tests.app.test_reader import Reader, reader


def burst(at_work: Reader, *keys: str) -> None:
    """Press keys faster than anything can be drawn in between."""
    for key in keys:
        character = key if len(key) == 1 else {"question_mark": "?", "slash": "/"}.get(key)
        at_work.app.post_message(events.Key(key, character))


def typed(at_work: Reader) -> str:
    fields = at_work.app.screen.query(Input)
    return fields.first().value if fields else ""


@pytest.mark.parametrize("opens", ["question_mark", "o", "ctrl+p"])
async def test_a_field_gets_all_that_was_typed_before_it_was_there(desk, article, opens) -> None:
    async with reader(desk, article) as at_work:
        burst(at_work, opens, *"qeddy")
        await until(at_work, lambda: typed(at_work) == "qeddy")


async def test_a_list_gets_the_keys_that_were_pressed_before_it_was_there(desk, article) -> None:
    async with reader(desk, article) as at_work:
        burst(at_work, "i", "j", "enter")
        await until(at_work, lambda: at_work.current_words is not None)
        assert at_work.app.screen is at_work.screen
        assert at_work.current_words != "We are ready,"


@pytest.mark.parametrize(("opens", "field"), [("e", TextArea), ("M", Input)])
async def test_an_editor_gets_all_that_was_typed_before_it_was_there(
    desk, article, opens, field
) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n")
        burst(at_work, opens, *"2jq")
        await until(at_work, lambda: words(at_work, field) == "2jq")
        assert at_work.screen.controllers.navigation.count == ""


async def test_what_is_typed_after_return_in_a_field_is_for_what_comes_after_the_field(
    desk, article
) -> None:
    async with reader(desk, article) as at_work:
        burst(at_work, "slash", *"the", "enter", "n")
        await until(at_work, lambda: "“the” 2 of" in at_work.screen.panes.status.status.message)


async def test_what_is_typed_while_the_store_is_asked_is_for_the_list_of_what_it_has(
    desk, article, monkeypatch
) -> None:
    ask, answered = desk.store.ask, asyncio.Event()

    async def slowly(question: Callable[[Repository], object]) -> object:
        await answered.wait()
        return await ask(question)

    async with reader(desk, article) as at_work:
        await at_work.press("n", "m")
        top = at_work.screen.panes.text.top
        monkeypatch.setattr(desk.store, "ask", slowly)
        burst(at_work, "B", *"jready")
        await at_work.pilot.pause(0.05)
        assert at_work.app.screen is at_work.screen
        answered.set()
        await until(at_work, lambda: typed(at_work) == "jready")
        assert at_work.screen.panes.text.top == top


async def test_keys_are_the_readers_again_where_no_dialog_came(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("B")
        assert "no bookmarks" in at_work.screen.panes.status.status.message
        await at_work.press("n")
        assert at_work.current_words == "We are ready,"


def words(at_work: Reader, kind: type[Input] | type[TextArea]) -> str:
    fields = list(at_work.app.screen.query(kind))
    field = fields[0] if fields else None
    return field.text if isinstance(field, TextArea) else field.value if field else ""


async def test_enter_pressed_twice_on_a_theme_chooses_it_and_ends_nothing_else(
    desk, article
) -> None:
    async with reader(desk, article) as at_work:
        at_work.app.action_change_theme()
        await at_work.press(*"newsp")
        palette = at_work.app.screen
        await workers_done(at_work.app)
        await at_work.pilot.pause()
        commands = palette.query_one(OptionList)
        for _ in range(2):
            commands.post_message(OptionList.OptionSelected(commands, commands.options[0], 0))
        await at_work.settle()
        assert at_work.app.theme == "newsprint"
        assert at_work.app.screen_stack == [at_work.screen]


async def test_a_key_that_comes_while_the_app_ends_is_no_fault(desk, article) -> None:
    async with reader(desk, article) as at_work:
        at_work.screen.takes_keys = False
        at_work.app.post_message(events.Key("n", "n"))
        await at_work.pilot.pause()
    await at_work.app._go_on()
    assert at_work.app.screen_stack == []


async def test_return_that_came_as_a_line_feed_is_return(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("i", "j")
        at_work.app.post_message(events.Key("ctrl+j", "\n"))
        await until(at_work, lambda: at_work.current_words is not None)
        assert at_work.app.screen is at_work.screen
