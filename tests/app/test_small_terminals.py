"""What a terminal may do at the wrong moment, and how small it may be."""

from __future__ import annotations

import pytest
from textual import events
from textual.widgets import Input, Static, TextArea

from inquit.model.article import Article
from tests.app.test_reader import reader
from tui.reader.keys_in_order import LONGEST_LINE
from tui.reader.palette import Palette
from tui.services.dependencies import ReaderServices


async def test_a_press_on_what_has_just_gone_does_nothing(
    desk: ReaderServices, article: Article
) -> None:
    async with reader(desk, article) as at_work:
        passing = Static("passing", id="passing")
        passing.styles.dock = "top"
        await at_work.screen.mount(passing)
        await at_work.settle()
        place = passing.region.offset
        with at_work.app.batch_update():  # nothing is laid out anew before the press
            await passing.remove()
            assert at_work.screen.get_widget_and_offset_at(*place) == (None, None)
            await at_work.pilot.mouse_down(offset=place)
        await at_work.settle()
        assert at_work.app.is_running


@pytest.mark.parametrize("keys", ["", "?", "o", "ne", "I", "\t"])
async def test_a_press_anywhere_on_a_small_terminal_does_not_end_the_reader(
    desk: ReaderServices, article: Article, keys: str
) -> None:
    async with reader(desk, article, size=(40, 4)) as at_work:
        for place in [(0, 0), (20, 1), (39, 1), (39, 2), (7, 3)]:
            await at_work.pilot.press(*("tab" if key == "\t" else key for key in keys))
            await at_work.pilot.mouse_down(offset=place)
            await at_work.pilot.mouse_up(offset=place)
            await at_work.pilot.press("escape", "escape")
        await at_work.settle()
        await at_work.press("escape", "escape", "q")
        assert not at_work.app.is_running


@pytest.mark.parametrize("size", [(30, 1), (1, 1), (12, 4), (80, 4)])
async def test_the_palette_pages_where_there_is_no_room_for_it(
    desk: ReaderServices, article: Article, size: tuple[int, int]
) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("ctrl+p", "n", "down", "down")
        await at_work.pilot.resize_terminal(*size)
        await at_work.press("pageup", "pagedown", "pageup")
        assert isinstance(at_work.app.screen, Palette)


@pytest.mark.parametrize("keys", ["/", "o", "?"])
async def test_a_line_takes_as_much_of_a_paste_as_it_has_room_for(
    desk: ReaderServices, article: Article, keys: str
) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press(*keys, "x")
        at_work.app.post_message(events.Paste("long " * 20_000))
        await at_work.pilot.pause()
        await at_work.press("y")
        field = at_work.app.focused
        assert isinstance(field, Input)
        assert field.value == ("x" + "long " * 20_000)[:LONGEST_LINE] + "y"


async def test_an_endless_line_is_not_wrapped_and_the_note_has_all_of_it(
    desk: ReaderServices, article: Article
) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "e")
        area = at_work.app.screen.query_one(TextArea)
        area.insert("long enough to be wrapped " * 10)
        await at_work.pilot.pause()
        assert area.soft_wrap
        at_work.app.post_message(events.Paste("long " * 20_000))
        await at_work.pilot.pause()
        await at_work.press("x")
        assert not area.soft_wrap
        await at_work.press("escape")
        assert len(at_work.screen.reading.all_notes[-1].body) == 100_000 + 26 * 10 + 1


async def test_a_paste_goes_where_the_keys_before_it_have_led(
    desk: ReaderServices, article: Article
) -> None:
    async with reader(desk, article) as at_work:
        for event in (events.Key("n", "n"), events.Key("e", "e"), events.Paste("ask again")):
            at_work.app.post_message(event)
        await at_work.settle()
        await at_work.press("escape")
        note = at_work.screen.reading.all_notes[-1]
        assert note.body == "ask again"
