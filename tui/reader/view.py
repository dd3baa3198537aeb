"""What a controller sees of the reader's screen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Iterable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from textual.app import App
from textual.message import Message
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import Worker

if TYPE_CHECKING:
    from inquit.model.article import Article
    from tui.dialogs.dialog import Dialog
    from tui.reader.state import Reading
    from tui.services.dependencies import ReaderServices
    from widgets.source_colours import SourceColours

_T = TypeVar("_T")
ANNOTATIONS = "annotations"
"""The group of the workers that ask the store for something."""


class ReaderView(Protocol):
    """Holds the state, shows messages and dialogs, and runs work."""

    @property
    def services(self) -> ReaderServices:
        """What the reader works with."""
        ...

    @property
    def app(self) -> App[Any]:
        """The app, for what concerns the terminal."""
        ...

    @property
    def colours(self) -> SourceColours:
        """How sources look in the theme in use."""
        ...

    @property
    def is_open(self) -> bool:
        """Whether an article is open."""
        ...

    @property
    def reading(self) -> Reading:
        """The article that is open, with its state; LookupError where none is."""
        ...

    def reads(self, article: Article) -> bool:
        """Tell whether an article is the one that is open."""
        ...

    def show_reading(self, reading: Reading, notice: str | None = None) -> None:
        """Replace the state; whatever shows it is drawn anew where it differs.

        Args:
            reading: the state from now on.
            notice: the message in the status line; None keeps the one that is there.
        """
        ...

    @property
    def notice(self) -> str:
        """The message in the status line about what has just happened."""
        ...

    def say(self, message: str) -> None:
        """Show a message in the status line until the next move."""
        ...

    def show_waiting(self, words: str) -> None:
        """Show at the end of the status line what the reader waits for; "" for nothing."""
        ...

    def fold(self, key: str) -> None:
        """Hide the quotes of a source in the sidebar, or show them; key is its row's."""
        ...

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
    ) -> None:
        """Show a message over the screen for some seconds; nothing in it is taken as markup."""
        ...

    def warn(self, message: str) -> None:
        """Notify of something that did not stop what was wanted."""
        ...

    def complain(self, message: str) -> None:
        """Notify of something that went wrong."""
        ...

    def complain_once(self, message: str) -> None:
        """Notify of something that went wrong, unless it was shown since the last `warn_once`."""
        ...

    def warn_once(self, lines: Iterable[str]) -> None:
        """Show the warnings of now; one that was shown comes again only if it was gone between."""
        ...

    def open_dialog(
        self, screen: Screen[Any], answered: Callable[[Any], None] | None = None
    ) -> None:
        """Open a dialog; its answer is passed on in the context of the reader's screen."""
        ...

    def expect_dialog(self, asking: Callable[[], Awaitable[None]]) -> None:
        """Do something that will open a dialog, and hold back keys for it.

        Args:
            asking: opens the dialog by `answer_of`; may end without. If it takes too long, the
                keys are the article's again.
        """
        ...

    async def answer_of(self, dialog: Dialog[_T]) -> _T | None:
        """Open a dialog, pass it the keys that were held back, and return its answer."""
        ...

    def work(
        self,
        task: Coroutine[Any, Any, None],
        *,
        group: str = ANNOTATIONS,
        exclusive: bool = False,
    ) -> None:
        """Run a coroutine while keys are still handled.

        Args:
            task: the coroutine.
            group: the group of workers that it joins.
            exclusive: whether it replaces the work of that group.
        """
        ...

    def in_thread(
        self, task: Callable[[], None], *, group: str, exclusive: bool = False
    ) -> Worker[None]:
        """Run something that may block in a thread; arguments as for `work`."""
        ...

    def from_thread(self, call: Callable[..., object], *args: object) -> None:
        """Call something that changes the screen from a thread, and wait for its end."""
        ...

    def post(self, message: Message) -> None:
        """Send a message to the screen, from any thread, without waiting."""
        ...

    def after(self, seconds: float, call: Callable[[], object]) -> Timer:
        """Call something after some seconds."""
        ...

    def after_refresh(self, call: Callable[[], object]) -> None:
        """Call something once every change is drawn."""
        ...
