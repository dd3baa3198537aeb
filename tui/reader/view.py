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

from inquit.model.article import Article
from tui.reader.state import Reading
from tui.services.dependencies import ReaderServices
from widgets.source_colours import SourceColours

if TYPE_CHECKING:
    from tui.dialogs.dialog import Dialog

_T = TypeVar("_T")
ANNOTATIONS = "annotations"
"""The group of the workers that ask the store for something."""


class ReaderView(Protocol):
    """The state of the reading and how to replace it, what is said and asked, and work to do."""

    @property
    def services(self) -> ReaderServices:
        """Whom the reader works with."""
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
        """Replace the state; what shows it is drawn anew where it differs.

        Args:
            reading: the state from now on.
            notice: what is told with it; None for what is told already.
        """
        ...

    @property
    def notice(self) -> str:
        """What the status line tells of what has just happened."""
        ...

    def say(self, message: str) -> None:
        """Tell what has just happened in the status line, until the next move."""
        ...

    def show_waiting(self, words: str) -> None:
        """Tell what is being waited for at the end of the status line; empty for nothing."""
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
        """Notify of something that went wrong, unless that was told since the last `warn_once`."""
        ...

    def warn_once(self, lines: Iterable[str]) -> None:
        """Warn of what is so now; what was told already is told again only after it was not so."""
        ...

    def open_dialog(
        self, screen: Screen[Any], answered: Callable[[Any], None] | None = None
    ) -> None:
        """Put a dialog on top; its answer comes to the reader's screen, whatever asked for it."""
        ...

    def expect_dialog(self, asking: Callable[[], Awaitable[None]]) -> None:
        """Do something that opens a dialog after a while; what is typed meanwhile is for that.

        Args:
            asking: opens the dialog by `answer_of`; may end without, and where it takes too long
                keys are the article's again.
        """
        ...

    async def answer_of(self, dialog: Dialog[_T]) -> _T | None:
        """Put a dialog on top, which gets what was typed for it, and return its answer."""
        ...

    def work(
        self,
        task: Coroutine[Any, Any, None],
        *,
        group: str = ANNOTATIONS,
        exclusive: bool = False,
    ) -> None:
        """Do something that waits for others while the keys go on.

        Args:
            task: what to do.
            group: whose work it is.
            exclusive: whether it takes the place of what the group does.
        """
        ...

    def in_thread(
        self, task: Callable[[], None], *, group: str, exclusive: bool = False
    ) -> Worker[None]:
        """Do something that may block in a thread; arguments as for `work`."""
        ...

    def from_thread(self, call: Callable[..., object], *args: object) -> None:
        """Call something from a thread where the screen may be changed, and wait for its end."""
        ...

    def post(self, message: Message) -> None:
        """Send a message to the screen; from a thread, too, which does not wait."""
        ...

    def after(self, seconds: float, call: Callable[[], object]) -> Timer:
        """Call something after some seconds."""
        ...

    def after_refresh(self, call: Callable[[], object]) -> None:
        """Call something once all that has changed is drawn."""
        ...
