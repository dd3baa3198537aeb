"""The sidebar beside the text: it follows what is in sight, and has the room that there is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inquit.model.batch import AnalysisBatch
from inquit.model.quotation import QuoteType
from inquit.store.records.record_factory import new_note
from inquit.store.records.repository import Repository
from tests.app.conftest import HandAnalyst, article_of, found
from tests.app.test_reader import Reader, reader
from tui.services.dependencies import ReaderServices

LINES = [f"“Words of number {n}, all of them,” said somebody.\nIt was a day.\n" for n in range(40)]
LONG = article_of("".join(LINES))


def all_found() -> AnalysisBatch:
    pairs = [found(LONG, f"Words of number {n}, all of them,", QuoteType.DIRECT) for n in range(40)]
    return AnalysisBatch(
        done=1,
        total=1,
        quotes=tuple(quote for quote, _ in pairs),
        mentions=(),
        sources=(),
        attributions=tuple(given for _, given in pairs),
    )


@pytest.fixture
def long(desk: ReaderServices) -> ReaderServices:
    return replace(desk, analyst=HandAnalyst(lambda _: [all_found()]))


def under_cursor(at_work: Reader) -> str:
    """Return the words of the row that the sidebar's cursor is on, where that is in sight."""
    shown = at_work.screen.panes.sidebar.shown
    place = next(n for n, row in enumerate(shown.rows) if row.key == shown.cursor)
    top = shown.scroll_offset.y
    return shown.rows[place].text if top <= place < top + shown.size.height else ""


async def test_the_sidebar_follows_the_text_that_is_scrolled(long) -> None:
    async with reader(long, LONG) as at_work:
        await at_work.press("space", "space")
        first = next(line for line in at_work.lines() if "Words of" in line)
        number = first.split("number ")[1].split(",")[0]
        assert f"Words of number {number}," in under_cursor(at_work)
        assert at_work.screen.panes.text.has_focus
        assert at_work.screen.reading.current is None


async def test_the_current_quote_keeps_the_cursor_as_long_as_it_is_in_sight(long) -> None:
    async with reader(long, LONG) as at_work:
        await at_work.press("3", "n", "j")
        assert "Words of number 2," in under_cursor(at_work)
        await at_work.press("space")
        assert "Words of number 2," not in under_cursor(at_work)


async def test_a_cursor_that_is_moved_in_the_sidebar_stays(long) -> None:
    async with reader(long, LONG) as at_work:
        await at_work.press("tab", "G")
        assert "Words of number 39," in under_cursor(at_work)
        at_work.screen.panes.text.move(8)
        await at_work.pilot.pause()
        assert "Words of number 39," in under_cursor(at_work)
        assert at_work.screen.panes.sidebar.shown.has_focus


async def test_the_sidebar_takes_the_room_that_the_column_of_text_leaves(desk, article) -> None:
    for columns, cells in ((100, 44), (120, 44), (150, 66), (200, 80)):
        async with reader(desk, article, size=(columns, 40)) as at_work:
            assert at_work.screen.query_one("#side").size.width == cells
            assert at_work.screen.panes.text.size.width >= 55
    async with reader(desk, article, size=(200, 40)) as at_work:
        await at_work.press("less_than_sign")
        assert at_work.screen.query_one("#side").size.width == 76


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_every_note_on_a_source_is_told_with_its_tags(desk, article, tmp_path, size) -> None:
    with Repository.open(tmp_path / "data") as store:
        store.add_note(new_note("Ada Byrne", "called back on Monday", tags=("port", "later")))
        store.add_note(new_note("Ada Byrne", "denies it now"))
    async with reader(desk, article, size=size) as at_work:
        await at_work.press("n", *(["d"] if size[0] < 100 else []))
        details = at_work.screen.panes.details
        rows = range(details.size.height)
        shown = [details.render_line(y).text.strip() for y in rows]
        assert "✎ called back on Monday #port #later" in shown
        assert "✎ denies it now" in shown


async def test_the_details_take_more_room_where_they_need_it(desk, article, tmp_path) -> None:
    with Repository.open(tmp_path / "data") as store:
        store.add_note(new_note("Ada Byrne", "a long one, " * 30 + "and its end"))
    async with reader(desk, article, size=(120, 30)) as at_work:
        before = at_work.screen.panes.details.size.height
        await at_work.press("n")
        details = at_work.screen.panes.details
        assert details.size.height > before
        shown = " ".join(details.render_line(y).text.strip() for y in range(details.size.height))
        assert "and its end" in shown
        await at_work.press("n")
        assert details.size.height == before
