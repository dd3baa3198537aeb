"""What was read, and when: a list to open an article of again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inquit.model.printable import printable
from widgets.excerpt import reference_end
from widgets.row import ListRow

if TYPE_CHECKING:
    from inquit.service.reading_state import Recent
    from tui.reader.controllers.articles import Articles
    from tui.reader.view import ReaderView


class ReadingHistory:
    """Lists the articles that were opened, the last one first."""

    def __init__(self, view: ReaderView, articles: Articles) -> None:
        """Take the screen, and what opens articles."""
        self._view = view
        self._articles = articles

    def show(self) -> None:
        """List what was read, and open what is chosen."""
        self._view.expect_dialog(self._show)

    async def _show(self) -> None:
        from tui.dialogs.picker import Picker

        history = self._view.services.state.history()
        if not history:
            self._view.say("Nothing is remembered as read yet")
            return
        rows = [_row(each) for each in history]
        picked = await self._view.answer_of(Picker("What you read", rows))
        if picked is not None and picked.key is not None:
            self._articles.load(picked.key)


def _row(each: Recent) -> ListRow:
    opened = f"{each.opened.astimezone():%d %b %Y %H:%M}" if each.opened is not None else ""
    return ListRow(
        key=each.reference,
        text=printable(each.title) or reference_end(each.reference),
        sign=" ",
        tail=opened,
    )
