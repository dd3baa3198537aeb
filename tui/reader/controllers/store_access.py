"""Asking the store, and keeping the text of what something is written in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from inquit.errors import StoreError, UnknownRecordError
from inquit.service.pages import KeptText, can_be_opened_again, keep_article

if TYPE_CHECKING:
    from inquit.model.article import Article
    from inquit.service.records import Repository
    from tui.reader.view import ReaderView

_T = TypeVar("_T")


class StoreAccess:
    """Asks and changes the store; what goes wrong with that is notified."""

    def __init__(self, view: ReaderView) -> None:
        """Take the screen."""
        self._view = view

    async def ask(self, question: Callable[[Repository], _T]) -> _T | None:
        """Return the store's answer; None after notifying that it gave none."""
        try:
            return await self._view.services.store.ask(question)
        except (StoreError, UnknownRecordError) as error:
            self._view.complain_once(str(error))
            return None

    async def change(self, change: Callable[[Repository], object], gone: str = "") -> bool:
        """Change the store; tell whether that worked, after notifying where it did not.

        Args:
            change: changes it.
            gone: what is said where another process removed what is to be changed.
        """
        try:
            await self._view.services.store.ask(change)
        except UnknownRecordError as error:
            self._view.complain(gone or str(error))
            return False
        except StoreError as error:
            self._view.complain(str(error))
            return False
        return True

    async def write(self, change: Callable[[Repository], object]) -> bool:
        """Change the store for the article that is open, whose text is kept with that."""
        reading = self._view.reading if self._view.is_open else None
        pages, kept = self._view.services.pages(), KeptText()

        def keep_and_change(store: Repository) -> None:
            nonlocal kept
            if reading is not None and not reading.kept:
                kept = keep_article(reading.article, pages)
            change(store)

        done = await self.change(keep_and_change)
        if reading is not None:
            self._tell_kept(reading.article, kept)
        return done

    def keep_text(self) -> None:
        """Keep the text of what is read, where nothing else does: something is written in it."""
        if not self._view.reading.kept:
            self._view.work(self._keep_text(self._view.reading.article))

    async def _keep_text(self, article: Article) -> None:
        pages = self._view.services.pages()
        try:
            kept = await self._view.services.store.ask(lambda _: keep_article(article, pages))
        except StoreError as error:
            kept = KeptText(lines=(str(error),))
        self._tell_kept(article, kept)

    def _tell_kept(self, article: Article, kept: KeptText) -> None:
        """Tell what there is to tell of keeping a text, which can be opened again from now on."""
        for line in kept.lines:
            self._view.warn(line)
        if self._view.reads(article):
            if kept.kept:
                self._view.show_reading(replace(self._view.reading, kept=True))
            self.remember_opened(article)

    def can_be_opened_again(self, article: Article) -> bool:
        """Tell whether an article's id is a reference to it."""
        return can_be_opened_again(article, self._view.services.pages())

    def remember_opened(self, article: Article) -> None:
        """Remember an article among the recent ones, where it can be opened again by its id."""
        if self.can_be_opened_again(article):
            try:
                self._view.services.state.keep_recent(article.id, article.display_title)
            except StoreError as error:
                self._view.complain(str(error))
