"""The reader's screen as its controllers see it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from textual.app import App
from textual.message import Message
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import Worker

from inquit.model.printable import clean_line
from tui.reader.view import ANNOTATIONS

if TYPE_CHECKING:
    from inquit.model.article import Article
    from tui.dialogs.dialog import Dialog
    from tui.reader.screen import ReaderScreen
    from tui.reader.state import Reading
    from tui.services.dependencies import ReaderServices
    from widgets.source_colours import SourceColours

_T = TypeVar("_T")
_PATIENCE = 3.0
"""Seconds for which keys wait at most for a dialog that is about to open."""


class ScreenView:
    """Implements `ReaderView` on the reader's screen."""

    def __init__(self, screen: ReaderScreen, services: ReaderServices) -> None:
        """Take the screen and the reader's services."""
        self.services = services
        self._screen = screen
        self._told: frozenset[str] = frozenset()
        self._expected: object | None = None

    @property
    def app(self) -> App[Any]:
        """The app, for what concerns the terminal."""
        return self._screen.app

    @property
    def colours(self) -> SourceColours:
        """How sources look in the theme in use."""
        return self._screen.state.colours

    @property
    def is_open(self) -> bool:
        """Whether an article is open."""
        return self._screen.reading is not None

    @property
    def reading(self) -> Reading:
        """The article that is open, with its state; LookupError where none is."""
        if self._screen.reading is None:
            raise LookupError("no article is open")
        return self._screen.reading

    def reads(self, article: Article) -> bool:
        """Tell whether an article is the one that is open."""
        return self._screen.reading is not None and self._screen.reading.article is article

    def show_reading(self, reading: Reading, notice: str | None = None) -> None:
        """Replace the state; whatever shows it is drawn anew where it differs."""
        state = self._screen.state
        told = state.notice if notice is None else notice
        self._screen.state = replace(state, reading=reading, notice=told)

    @property
    def notice(self) -> str:
        """What the status line tells of what has just happened."""
        return self._screen.state.notice

    def say(self, message: str) -> None:
        """Tell what has just happened in the status line, until the next move."""
        self._screen.state = replace(self._screen.state, notice=message)

    def show_waiting(self, words: str) -> None:
        """Tell what is being waited for at the end of the status line; empty for nothing."""
        self._screen.state = replace(self._screen.state, waiting=words)

    def fold(self, key: str) -> None:
        """Hide the quotes of a source in the sidebar, or show them; key is its row's."""
        state = self._screen.state
        self._screen.state = replace(state, folded=state.folded ^ {key})

    def filter(self, query: str) -> None:
        """Narrow what the sidebar shows."""
        self._screen.state = replace(self._screen.state, filter_query=query)

    def recolour(self, colours: SourceColours) -> None:
        """Change the colours of the sources, for another theme."""
        self._screen.state = replace(self._screen.state, colours=colours)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
    ) -> None:
        """Show a message over the screen for some seconds; nothing in it is taken as markup."""
        self._screen.notify(
            clean_line(message), title=title, severity=severity, timeout=timeout, markup=False
        )

    def warn(self, message: str) -> None:
        """Notify of something that did not stop what was wanted."""
        self.notify(message, severity="warning", timeout=15)

    def complain(self, message: str) -> None:
        """Notify of something that went wrong."""
        self._told |= {message}
        self.notify(message, severity="error", timeout=10)

    def complain_once(self, message: str) -> None:
        """Notify of something that went wrong, unless it was shown since the last `warn_once`."""
        if message not in self._told:
            self.complain(message)

    def warn_once(self, lines: Iterable[str]) -> None:
        """Show the warnings of now; one that was shown comes again only if it was gone between."""
        lines = tuple(lines)
        for line in lines:
            if line not in self._told:
                self.notify(line, severity="warning", timeout=20)
        self._told = frozenset(lines)

    def open_dialog(
        self, screen: Screen[Any], answered: Callable[[Any], None] | None = None
    ) -> None:
        """Put a dialog on top; its answer comes to the reader's screen, whatever asked for it."""
        with self._screen._context():
            self.app.push_screen(screen, answered)

    def expect_dialog(self, asking: Callable[[], Awaitable[None]]) -> None:
        """Do something that opens a dialog after a while; what is typed meanwhile is for that."""
        screen = self._screen
        screen.takes_keys = False
        self._expected = expected = object()

        def expect_no_more() -> None:
            if self._expected is expected:
                self._expected = None
                screen.take_keys()

        async def ask() -> None:
            try:
                await asking()
            finally:
                expect_no_more()

        screen.set_timer(_PATIENCE, expect_no_more)
        self.work(ask())

    async def answer_of(self, dialog: Dialog[_T]) -> _T | None:
        """Put a dialog on top, which gets what was typed for it, and return its answer."""
        with self._screen._context():
            answer = self.app.push_screen(dialog, wait_for_dismiss=True)
        # This screen takes keys again; the dialog on top of it does once it is drawn.
        self._expected, self._screen.takes_keys = None, True
        return await answer

    def work(
        self,
        task: Coroutine[Any, Any, None],
        *,
        group: str = ANNOTATIONS,
        exclusive: bool = False,
    ) -> None:
        """Do something that waits for others while the keys go on."""
        self._screen.run_worker(task, group=group, exclusive=exclusive)

    def in_thread(
        self, task: Callable[[], None], *, group: str, exclusive: bool = False
    ) -> Worker[None]:
        """Do something that may block in a thread."""
        return self._screen.run_worker(task, group=group, exclusive=exclusive, thread=True)

    def from_thread(self, call: Callable[..., object], *args: object) -> None:
        """Call something from a thread where the screen may be changed, and wait for its end."""
        self.app.call_from_thread(cast("Callable[..., None]", call), *args)

    def post(self, message: Message) -> None:
        """Send a message to the screen; from a thread, too, which does not wait."""
        self._screen.post_message(message)

    def after(self, seconds: float, call: Callable[[], object]) -> Timer:
        """Call something after some seconds."""
        return self._screen.set_timer(seconds, call)

    def after_refresh(self, call: Callable[[], object]) -> None:
        """Call something once every change is drawn."""
        self._screen.call_after_refresh(call)
