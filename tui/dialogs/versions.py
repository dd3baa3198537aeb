"""Lists the kept versions of a page, with dates and lengths; any two can be compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static
from textual.worker import get_current_worker

from inquit.errors import InputError
from inquit.model.article import Article
from inquit.model.printable import clean_line
from tui.dialogs.changes import ChangesScreen
from tui.dialogs.dialog import Dialog
from tui.reader.commands.dialogs import VERSIONS
from tui.reader.text_changes import changes_between
from widgets.command import bindings
from widgets.dates import format_minute
from widgets.key_line import KeyLine
from widgets.row import ListRow
from widgets.row_list import RowList

if TYPE_CHECKING:
    from inquit.service.pages import KeptPage

Chosen = tuple["KeptPage", Article]

_HINT = "d shows what changed since the version before, or since the one that m marked ≠."


class VersionsScreen(Dialog[Chosen | None]):
    """Shows a row for each version, the newest first; ends with the one to read, or None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(VERSIONS)

    def __init__(
        self,
        versions: Sequence[KeptPage],
        text_of: Callable[[KeptPage], Article],
        *,
        at: int | None,
    ) -> None:
        """Take the versions.

        Args:
            versions: the versions, the oldest first.
            text_of: returns the article in a version, or raises InputError; may block.
            at: the number of the version that is being read.
        """
        super().__init__()
        self._versions = {str(page.number): page for page in versions}
        self._text_of = text_of
        self._at = None if at is None else str(at)
        self._texts: dict[str, Article] = {}
        self._marked: str | None = None
        self._list = RowList()

    def compose(self) -> ComposeResult:
        """Yield the versions and the keys."""
        with Vertical() as box:
            box.border_title = "Versions of this page"
            yield Static(_HINT, classes="hint", markup=False)
            yield self._list
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the versions at once, and their lengths as they are counted."""
        self.fit(self._list, len(self._versions))
        self._show()
        self._list.mark(self._at)
        self._list.focus()
        self._read_all()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """End with the chosen version."""
        message.stop()
        self._with_texts((message.key,), self._end)

    def action_mark(self) -> None:
        """Mark the version that others are compared with, or unmark it."""
        key = self._list.cursor
        self._marked = None if key == self._marked else key
        self._show()

    def action_changes(self) -> None:
        """Show what changed up to the version under the cursor."""
        new = self._list.cursor or ""
        old = self._marked if self._marked not in (None, new) else self._before(new)
        if old is None:
            self.notify("This is the first version; mark another one with m", markup=False)
            return
        first, second = sorted((old, new), key=int)
        self._with_texts((first, second), self._compare)

    def action_close(self) -> None:
        """End with None."""
        self.dismiss(None)

    @work(thread=True, group="versions")
    def _read_all(self) -> None:
        worker = get_current_worker()
        for key in reversed(self._versions):
            if worker.is_cancelled:
                return
            self._read(key)
            self.app.call_from_thread(self._show)

    @work(thread=True, exclusive=True, group="version")
    def _with_texts(self, keys: tuple[str, ...], then: Callable[..., None]) -> None:
        worker = get_current_worker()
        complaints = [fault for key in keys if (fault := self._read(key)) is not None]
        if worker.is_cancelled:
            return
        if complaints:
            self.app.call_from_thread(self._complain, complaints[0])
        else:
            self.app.call_from_thread(then, *keys)

    def _read(self, key: str) -> str | None:
        """Read a version if that is not done yet; return what is wrong with it, or None."""
        if key not in self._texts:
            try:
                self._texts[key] = self._text_of(self._versions[key])
            except InputError as error:
                return str(error)
        return None

    def _complain(self, complaint: str) -> None:
        self.notify(clean_line(complaint), severity="error", markup=False, timeout=10)

    def _end(self, key: str) -> None:
        if self.is_current:
            self.dismiss((self._versions[key], self._texts[key]))

    def _compare(self, old: str, new: str) -> None:
        before, after = self._texts[old], self._texts[new]
        changes = changes_between(before, after)
        title = f"From version {old} to version {new}"
        self.app.push_screen(ChangesScreen(before, after, changes, title=title))

    def _before(self, key: str) -> str | None:
        numbers = list(self._versions)
        place = numbers.index(key) if key in numbers else 0
        return numbers[place - 1] if place else None

    def _show(self) -> None:
        if self.is_mounted:
            self._list.set_rows(list(self._rows()))

    def _rows(self) -> Iterator[ListRow]:
        for key, page in reversed(self._versions.items()):
            text = self._texts.get(key)
            yield ListRow(
                key=key,
                text=f"Version {page.number} · {format_minute(page.fetched)}",
                sign="≠" if key == self._marked else " ",
                tail=f"{text.word_count:,} words" if text is not None else "…",
            )
