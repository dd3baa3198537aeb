"""All notes in one list, each with its source; and what was read, with when."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.test_reader import reader
from tests.app.test_visiting import until
from tests.store.making import note
from tui.dialogs.note_editor import NoteEditor
from tui.dialogs.picker import Picker


async def test_notes_of_all_articles_are_listed_and_edited(desk, article) -> None:
    async with reader(desk, article) as at_work:
        for each in (note("call", name="Ada Byrne"), note("old\nfriend", name="[b]Zoe", at=9)):
            await at_work.app.services.store.ask(lambda store, held=each: store.add_note(held))
        await at_work.press("number_sign")
        await until(at_work, lambda: isinstance(at_work.app.screen, Picker))
        rows = at_work.app.screen._list.rows  # type: ignore[attr-defined]
        assert [row.text.replace("\n", " ") for row in rows] == [
            "[b]Zoe: old friend #port",
            "Ada Byrne: call #port",
        ]
        await at_work.press(*"byrne", "enter")
        await until(at_work, lambda: isinstance(at_work.app.screen, NoteEditor))
        await at_work.press(*" back", "escape")
        await at_work.settle()
        held = await at_work.app.services.store.ask(lambda store: store.notes())
        assert "call back" in {each.body for each in held}


async def test_without_notes_it_is_told_how_to_write_one(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("number_sign")
        await until(at_work, lambda: "no notes yet" in at_work.screen.state.notice)


@pytest.fixture
def kept(desk):
    desk.state.keep_recent("other", "Another [b]article")
    desk.state.keep_recent("gone", "Gone")
    return replace(desk)


async def test_what_was_read_is_listed_with_when_and_opened_again(kept, article) -> None:
    async with reader(kept, article) as at_work:
        await at_work.press("tilde")
        await until(at_work, lambda: isinstance(at_work.app.screen, Picker))
        rows = at_work.app.screen._list.rows  # type: ignore[attr-defined]
        assert [row.text for row in rows][-2:] == ["Gone", "Another [b]article"]
        assert all(":" in row.tail for row in rows)
        await at_work.press(*"another", "enter")
        await until(at_work, lambda: at_work.screen.reading.article.id == "test:other")
