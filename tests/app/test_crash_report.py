"""A crash prints where it happened and nothing of what is being written."""

from __future__ import annotations

import contextlib
import io

import pytest
from rich.console import Console
from textual import work
from textual.widgets import TextArea
from textual.worker import WorkerFailed

from tests.app.test_drafts import open_note
from tests.app.test_reader import Reader
from tui.reader.app import ReaderApp
from tui.terminal.crash_report import crash_report

WORDS = "the minister's driver told me"


class Fragile(ReaderApp):
    def action_break(self) -> None:
        words = self.screen.query_one(TextArea).text
        raise ValueError(words)

    @work
    async def break_in_a_worker(self) -> None:
        self.action_break()


@pytest.mark.parametrize("name", ["action_break", "break_in_a_worker"])
async def test_nothing_of_a_note_is_printed_by_a_crash(desk, article, name) -> None:
    app = Fragile(desk, article)
    printed = io.StringIO()
    app.error_console = Console(file=printed, width=200)
    with contextlib.suppress(ValueError, WorkerFailed):  # which the pilot raises, too
        async with app.run_test(size=(120, 30)) as pilot:
            at_work = Reader(app, pilot)
            await at_work.settle()
            await open_note(at_work, WORDS)
            app.call_later(getattr(app, name))
            await pilot.pause(0.5)
    app._print_error_renderables()
    assert "in action_break" in printed.getvalue()
    assert "builtins.ValueError" in printed.getvalue()
    assert WORDS not in printed.getvalue()
    assert "locals" not in printed.getvalue()
    assert app.return_code == 4


async def test_a_fault_of_a_thread_is_no_success(desk, article) -> None:
    app = ReaderApp(desk, article)
    async with app.run_test(size=(120, 30)) as pilot:
        app.call_later(app.panic, "the keys cannot be read")
        await pilot.pause()
    assert app.return_code == 4


async def test_nothing_of_a_note_is_in_the_title(desk, article) -> None:
    app = ReaderApp(desk, article)
    async with app.run_test(size=(120, 30)) as pilot:
        at_work = Reader(app, pilot)
        await at_work.settle()
        await open_note(at_work, WORDS)
        titles = [
            app.title,
            app.sub_title,
            *(str(s.title) + str(s.sub_title) for s in app.screen_stack),
        ]
        assert WORDS not in " ".join(titles)


def test_tells_what_led_to_a_fault() -> None:
    try:
        try:
            raise KeyError(WORDS)
        except KeyError as error:
            raise RuntimeError(WORDS) from error
    except RuntimeError as error:
        report = crash_report(error)
    assert report.index("builtins.KeyError") < report.index("builtins.RuntimeError")
    assert WORDS not in report
