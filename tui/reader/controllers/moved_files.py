"""Making what was written before a file was moved the file's that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inquit.errors import StoreError

if TYPE_CHECKING:
    from tui.reader.controllers.annotations import Annotations
    from tui.reader.controllers.marks import Marks
    from tui.reader.controllers.store_access import StoreAccess
    from tui.reader.view import ReaderView


class MovedFiles:
    """Adopts what was written about a file in another place."""

    def __init__(
        self, view: ReaderView, store: StoreAccess, annotations: Annotations, marks: Marks
    ) -> None:
        """Take the screen, the store, and what shows annotations and marks."""
        self._view = view
        self._store = store
        self._annotations = annotations
        self._marks = marks

    def adopt(self) -> None:
        """Ask whether to adopt it."""
        self._view.expect_dialog(self._adopt)

    async def _adopt(self) -> None:
        from inquit.service.moved_files import adopt
        from tui.dialogs.confirm import Confirm
        from tui.services.moved_files import question

        reading, services = self._view.reading, self._view.services
        article, former = reading.article, reading.former
        if not former:
            self._view.say("Nothing that was written in another place fits this text")
            return
        if not await self._view.answer_of(Confirm(*question(former))):
            return
        pages = services.pages()
        done = await self._store.ask(lambda store: adopt(article, former, store, pages))
        if done is None:
            return
        try:
            services.state.relocate(former, article.id)
        except StoreError as error:
            self._view.complain(str(error))
        await self._annotations.fetch()
        self._marks.load()
        self._view.say(done)
