"""The reader, driven by keys and the mouse."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from inquit.errors import ModelError, StoreWriteError
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from inquit.model.quotation import QuoteType
from inquit.store.records.repository import Repository
from tests.app.conftest import article_of, found, workers_done
from tui.reader.app import ReaderApp
from tui.reader.screen import ReaderScreen
from tui.services.dependencies import ReaderServices
from widgets.key_line import KeyLine
from widgets.row_list import RowList
from widgets.view_tabs import View

Keys = Callable[..., Awaitable[None]]


class Reader:
    """The app at work with what tests look at."""

    def __init__(self, app: ReaderApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> ReaderScreen:
        screen = self.app.screen_stack[0]
        assert isinstance(screen, ReaderScreen)
        return screen

    @property
    def current_words(self) -> str | None:
        reading = self.screen.reading
        finding = reading.finding if reading else None
        return finding.span.of(reading.article.text) if reading and finding else None

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def settle(self) -> None:
        for _ in range(3):
            workers = [
                worker for worker in self.app.workers if worker.group in ("analysis", "annotations")
            ]
            # One that waits for a dialog's answer ends only with the dialog, which may yet open.
            while len(self.app.screen_stack) == 1 and any(not w.is_finished for w in workers):
                await asyncio.sleep(0.005)
            await workers_done(self.app, [each for each in workers if each.is_finished])
            await self.pilot.pause()

    def lines(self) -> list[str]:
        pane = self.screen.panes.text
        return [pane.render_line(y).text.rstrip() for y in range(pane.size.height)]

    def rows(self) -> list[str]:
        return [row.text for row in self.screen.panes.sidebar.shown.rows]


@asynccontextmanager
async def reader(
    desk: ReaderServices, article: Article, size: tuple[int, int] = (120, 30)
) -> AsyncIterator[Reader]:
    app = ReaderApp(desk, article)
    async with app.run_test(size=size) as pilot:
        at_work = Reader(app, pilot)
        await at_work.settle()
        yield at_work


async def test_shows_the_article_before_anything_is_found(desk, article, analyst) -> None:
    analyst.go.clear()
    app = ReaderApp(desk, article)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        at_work = Reader(app, pilot)
        assert any("The harbour [sic] opens on Monday." in line for line in at_work.lines())
        assert len(at_work.screen.reading.findings) == 0
        assert at_work.screen.panes.status.status.analysed == 0
        analyst.go.set()
        await at_work.settle()
        assert len(at_work.screen.reading.findings) == 5
        assert at_work.screen.panes.status.status.analysed is None


async def test_jumps_through_all_quotes_and_says_where_there_is_no_further(desk, article) -> None:
    async with reader(desk, article) as at_work:
        seen = []
        for _ in range(5):
            await at_work.press("n")
            seen.append(at_work.current_words)
        assert seen == [
            "We are ready,",
            "that the cranes were late [/b]",
            "They are not,",
            "Who moved the [@click=app.quit]crane[/]?",
            "that the “bill” was paid",
        ]
        await at_work.press("n")
        assert at_work.current_words == "that the “bill” was paid"
        assert at_work.screen.panes.status.status.message == "No further quote"
        await at_work.press("p")
        assert at_work.current_words == "Who moved the [@click=app.quit]crane[/]?"


async def test_jumps_by_source_kind_and_what_is_missing(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "N")
        assert at_work.current_words == "They are not,"
        await at_work.press("P")
        assert at_work.current_words == "We are ready,"
        await at_work.press("a")
        assert at_work.current_words == "that the cranes were late [/b]"
        await at_work.press("x")
        assert at_work.current_words == "Who moved the [@click=app.quit]crane[/]?"
        await at_work.press("g", "n", "t", "t")
        assert at_work.current_words == "Who moved the [@click=app.quit]crane[/]?"


async def test_marks_the_current_quote_in_text_and_sidebar_together(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "n")
        sidebar = at_work.screen.panes.sidebar
        assert sidebar.shown.cursor == "quote:" + at_work.screen.reading.current
        marked = [line for line in at_work.lines() if "╎" in line]
        assert marked
        assert all("cranes were late" in line for line in marked)


async def test_counts_before_a_movement_repeat_it(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("3", "n")
        assert at_work.current_words == "They are not,"
        await at_work.press("g", "1", "2", "j")
        assert at_work.screen.panes.text.scroll_offset.y == 12


async def test_a_count_leads_to_a_paragraph_and_back_over_jumps(desk, article) -> None:
    async with reader(desk, article) as at_work:
        pane, paragraphs = at_work.screen.panes.text, article.block_spans
        await at_work.press("1", "2", "G")
        assert pane.top == paragraphs[11].start
        await at_work.press("1", "5", "g", "1", "8", "G")
        assert pane.top == paragraphs[17].start
        await at_work.press("2", "H")
        assert pane.top == paragraphs[11].start
        await at_work.press("2", "L")
        assert pane.top == paragraphs[17].start


@pytest.mark.parametrize("key", ["escape", "f7"])
async def test_a_count_is_forgotten_by_escape_and_by_a_key_that_does_nothing(
    desk, article, key
) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("7", key, "j")
        assert at_work.screen.panes.text.scroll_offset.y == 1


async def test_one_quote_is_told_as_one(desk, analyst) -> None:
    alone = article_of("“We are ready,” she said.", "test:alone")
    quote, given = found(alone, "We are ready,", QuoteType.DIRECT)
    whole = AnalysisBatch(
        done=len(alone.text), total=len(alone.text),
        quotes=(quote,), attributions=(given,), mentions=(), sources=(),
    )  # fmt: skip
    analyst.made = lambda _: [whole]
    async with reader(desk, alone) as at_work:
        assert at_work.screen.panes.status.status.place == "1 quote"


async def test_goes_back_and_forward_over_jumps(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "n", "G", "H")
        assert at_work.current_words == "that the cranes were late [/b]"
        assert at_work.screen.panes.text.scroll_offset.y == 0
        await at_work.press("H")
        assert at_work.current_words == "We are ready,"
        await at_work.press("L")
        assert at_work.current_words == "that the cranes were late [/b]"
        await at_work.press("H", "H", "H", "H")
        assert at_work.screen.panes.status.status.message == "Nowhere to go back to"


async def test_scrolls_with_arrows_and_with_vim_keys(desk, article) -> None:
    async with reader(desk, article) as at_work:
        places = []
        for key in (
            "j",
            "down",
            "k",
            "space",
            "b",
            "pagedown",
            "ctrl+u",
            "G",
            "k",
            "g",
            "end",
            "home",
        ):
            await at_work.press(key)
            places.append(at_work.screen.panes.text.scroll_offset.y)
        rows = at_work.screen.panes.text.size.height
        last = at_work.screen.panes.text.max_scroll_y
        page = rows - 2
        half = round(page / 2)
        assert places == [
            1, 2, 1, 1 + page, 1, 1 + page, 1 + page - half, last, last - 1, 0, last, 0,
        ]  # fmt: skip


async def test_a_quote_chosen_in_the_sidebar_is_jumped_to(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("tab")
        assert at_work.screen.panes.sidebar.shown.has_focus
        await at_work.press("j", "j", "enter")
        assert at_work.current_words == "They are not,"
        assert at_work.screen.panes.text.has_focus


async def test_a_source_chosen_in_the_sidebar_is_folded(desk, article) -> None:
    async with reader(desk, article) as at_work:
        before = len(at_work.rows())
        await at_work.press("tab", "enter")
        assert len(at_work.rows()) == before - 2
        await at_work.press("enter")
        assert len(at_work.rows()) == before


async def test_clicks_choose_quotes_in_both_panes(desk, article) -> None:
    async with reader(desk, article) as at_work:
        lines = at_work.lines()
        row = next(number for number, line in enumerate(lines) if "We are ready" in line)
        column = lines[row].index("ready")
        pane = at_work.screen.panes.text
        await at_work.pilot.click(pane, offset=(column, row + pane.gutter.top))
        await at_work.settle()
        assert at_work.current_words == "We are ready,"
        shown = at_work.screen.panes.sidebar.shown
        place = next(n for n, found in enumerate(shown.rows) if "cranes" in found.text)
        await at_work.pilot.click(shown, offset=(6, place))
        await at_work.settle()
        assert at_work.current_words == "that the cranes were late [/b]"


async def test_views_show_sources_order_bookmarks_and_notes(desk, article) -> None:
    async with reader(desk, article) as at_work:
        assert at_work.rows()[0] == "Ada Byrne"
        assert "Unattributed" in at_work.rows()
        await at_work.press("S")
        assert at_work.rows()[0].startswith("Ada Byrne: We are ready")
        assert len(at_work.rows()) == 5
        await at_work.press("tab", "3")
        assert at_work.screen.panes.sidebar.view is View.BOOKMARKS
        assert at_work.rows() == []
        await at_work.press("4", "1")
        assert at_work.screen.panes.sidebar.view is View.SOURCES


async def test_a_bookmark_survives_a_restart_and_its_removal_can_be_undone(
    desk, restarted, article
) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "m")
        assert [item.span.of(article.text) for item in at_work.screen.reading.bookmarks] == [
            "We are ready,"
        ]
        assert any("◆" in line and "We are ready" in line for line in at_work.lines())
        await at_work.press("q")
    async with reader(restarted(), article) as at_work:
        assert len(at_work.screen.reading.bookmarks) == 1
        await at_work.press("n", "m")
        assert at_work.screen.reading.bookmarks == ()
        await at_work.press("u")
        assert len(at_work.screen.reading.bookmarks) == 1


async def test_without_a_current_quote_the_top_paragraph_is_bookmarked(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("m")
        (placed,) = at_work.screen.reading.bookmarks
        assert placed.span.of(article.text) == "The harbour [sic] opens on Monday."


async def test_a_bookmark_takes_tags_which_are_finished_from_those_in_use(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "M", "enter", "enter", *"#port", "space", *"Kai", "enter")
        (placed,) = at_work.screen.reading.bookmarks
        assert placed.bookmark.tags == ("port", "Kai")
        await at_work.press("n", "M", "enter", "enter", *"po")
        await at_work.settle()
        await at_work.press("right", "enter")
        await at_work.settle()
        tags = {each.bookmark.tags for each in at_work.screen.reading.bookmarks}
        assert tags == {("port", "Kai"), ("port",)}
        await at_work.press("tab", "3")
        assert all(row.endswith(("#port #Kai", "#port")) for row in at_work.rows())


async def test_a_bookmark_takes_a_label_and_a_comment(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "M", *"ask", "enter", *"why", "enter", "enter")
        (placed,) = at_work.screen.reading.bookmarks
        assert (placed.bookmark.label, placed.bookmark.comment) == ("ask", "why")
        await at_work.press("tab", "3")
        assert at_work.rows() == ["ask — why"]
        await at_work.press("g", "enter")
        assert at_work.current_words == "We are ready,"


async def test_a_note_is_saved_on_leaving_and_shown_with_its_source(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "e", *"call [b]", "escape")
        await at_work.settle()
        assert [note.body for note in at_work.screen.reading.notes.values()] == ["call [b]"]
        assert "✎ call [b]" in at_work.screen.panes.details.content.plain
        await at_work.press("N", "e", "!", "escape")
        assert [note.body for note in at_work.screen.reading.notes.values()] == ["call [b]!"]


async def test_discarding_leaves_a_note_as_it_was(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "e", *"old", "escape", "e", *"new", "ctrl+r")
        assert [note.body for note in at_work.screen.reading.notes.values()] == ["old"]


async def test_a_note_that_cannot_be_saved_stays_in_the_editor(desk, article, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise StoreWriteError("The disk is [full]")

    async with reader(desk, article) as at_work:
        monkeypatch.setattr(Repository, "edit_note", fail)
        await at_work.press("n", "e", *"keep me")
        await at_work.pilot.press("escape")
        await at_work.pilot.pause(0.1)
        assert len(at_work.app.screen_stack) == 2
        from textual.widgets import TextArea

        assert at_work.app.screen.query_one(TextArea).text == "keep me"
        assert "The disk is [full]" in [note.message for note in at_work.app._notifications]


async def test_a_note_needs_a_source(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("e")
        assert "belongs to a source" in at_work.screen.panes.status.status.message
        assert len(at_work.app.screen_stack) == 1


async def test_comes_back_to_where_one_was(desk, restarted, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("space", "space")
        top = at_work.screen.panes.text.top
        assert top > 0
        await at_work.press("q")
    app = ReaderApp(restarted(), article)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert app.screen_stack[0].panes.text.top == top


async def test_results_and_resizing_leave_the_text_where_it_is(desk, article, analyst) -> None:
    analyst.go.clear()
    app = ReaderApp(desk, article)
    async with app.run_test(size=(120, 30)) as pilot:
        at_work = Reader(app, pilot)
        await pilot.pause()
        await pilot.press(*"jjjjjjjjj")
        await pilot.pause()
        first = at_work.screen.panes.text.top
        analyst.go.set()
        await at_work.settle()
        assert at_work.screen.panes.text.top == first
        for width in (70, 45, 160, 120):
            await pilot.resize_terminal(width, 30)
            await pilot.pause()
            pane = at_work.screen.panes.text
            assert pane.scroll_offset.y == pane._wrapping.row_of(first)


async def test_below_100_columns_the_sidebar_lies_over_the_text(desk, article) -> None:
    async with reader(desk, article, size=(80, 24)) as at_work:
        side = at_work.screen.query_one("#side")
        width = at_work.screen.panes.text.size.width
        assert not side.display
        await at_work.press("tab")
        assert side.display
        assert at_work.screen.panes.text.size.width == width
        await at_work.press("enter", "escape")
        assert not side.display
        assert at_work.screen.panes.text.has_focus


async def test_hiding_the_sidebar_is_remembered(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("s")
        assert not at_work.screen.query_one("#side").display
    async with reader(desk, article) as at_work:
        assert not at_work.screen.query_one("#side").display


async def test_the_column_widens_and_is_remembered(desk, article) -> None:
    async with reader(desk, article, size=(160, 30)) as at_work:
        await at_work.press("plus")
        assert at_work.screen.panes.text.measure == 76
        await at_work.press("minus", "minus")
        assert at_work.screen.panes.text.measure == 68
    assert desk.state.preference("measure") == 68


async def test_markup_in_the_text_is_shown_as_it_is(desk, article) -> None:
    async with reader(desk, article) as at_work:
        page = "\n".join(at_work.lines())
        for hostile in ("[sic]", "[/b]", "[@click=app.quit]crane[/]"):
            assert hostile in page
        assert any("[@click=app.quit]crane[/]" in row for row in at_work.rows())
        await at_work.press("n")
        details = at_work.screen.panes.details.content.plain
        assert "harbour [master]" in details
        assert "written [by] hand" in details
        assert "Harbour [b]news[/b]" in at_work.screen.panes.header.render_line(0).text


async def test_what_cannot_be_opened_is_notified_and_the_article_stays(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("o", *"nothing", "enter")
        await at_work.pilot.pause(0.1)
        messages = [note.message for note in at_work.app._notifications]
        assert messages == ["there is no [b]nothing[/b]"]
        assert at_work.screen.reading.article is article


async def test_another_article_is_opened(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "o", *"other", "enter")
        await at_work.pilot.pause(0.1)
        assert at_work.screen.reading.article.id == "test:other"
        assert any("Another article." in line for line in at_work.lines())
        assert at_work.current_words is None


async def test_an_analysis_that_fails_is_told_and_survived(desk, article, analyst) -> None:
    def fail(_: Article) -> list[object]:
        raise ModelError("the model is missing")

    analyst.made = fail
    async with reader(desk, article) as at_work:
        assert [n.message for n in at_work.app._notifications] == ["the model is missing"]
        assert at_work.screen.panes.status.status.analysed is None
        await at_work.press("j")
        assert at_work.screen.panes.text.scroll_offset.y == 1


async def test_help_lists_every_key_and_narrows_as_one_types(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("question_mark")
        shown = at_work.app.screen.query_one(RowList)
        everything = "\n".join(row.text for row in shown.rows)
        for words in ("Next quote by the same source", "Bookmark on or off", "Line down", "Leave"):
            assert words in everything
        await at_work.press(*"unnamed")
        assert 0 < len(shown.rows) < 6
        await at_work.press("escape")
        assert len(at_work.app.screen_stack) == 1


async def test_every_command_of_the_palette_has_a_key(desk, article) -> None:
    async with reader(desk, article) as at_work:
        titles = [c.title for c in at_work.app.get_system_commands(at_work.app.screen)]
        assert len(titles) == len(set(titles))
        for title in ("Theme", "Next quote", "Note on the current source", "All keys"):
            assert title in titles


async def test_no_default_key_is_one_that_terminals_and_tmux_take(desk, article) -> None:
    async with reader(desk, article) as at_work:
        taken = {"ctrl+b", "ctrl+s", "ctrl+q"}
        assert not taken & set(at_work.app.screen.active_bindings)


async def test_ctrl_c_ends_nothing(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("ctrl+c", "n")
        assert at_work.current_words == "We are ready,"


@pytest.mark.parametrize("name", ["newsprint", "night", "contrast", "sepia", "distinct", "nord"])
async def test_a_theme_is_remembered(desk, restarted, article, name: str) -> None:
    async with reader(desk, article) as at_work:
        at_work.app.theme = name
        await at_work.settle()
        await at_work.press("n")
    assert ReaderApp(restarted(), article).theme == name


async def test_the_footer_fits_in_80_columns(desk, article) -> None:
    async with reader(desk, article, size=(80, 24)) as at_work:
        for keys in ((), ("tab",)):
            await at_work.press(*keys)
            await at_work.pilot.pause()
            hints = at_work.app.screen.query_one(KeyLine).hints
            assert hints
            assert hints[-1].end <= 80


async def test_a_click_on_a_key_of_the_footer_presses_it(desk, article) -> None:
    async with reader(desk, article) as at_work:
        line = at_work.app.screen.query_one(KeyLine)
        (hint,) = [each for each in line.hints if each.words == "Next"]
        await at_work.pilot.hover(KeyLine, offset=(hint.start, 0))
        assert line.tooltip == "Next quote"
        await at_work.pilot.click(KeyLine, offset=(hint.end - 1, 0))
        await at_work.settle()
        assert at_work.current_words == "We are ready,"
