"""Holds the quotations of the article that is open against all that was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inquit.errors import InputError, StoreError
from tui.reader.controllers.library import LibraryAccess
from tui.reader.controllers.navigation import Navigation
from tui.reader.library_rows import Place
from tui.reader.view import ReaderView

if TYPE_CHECKING:
    from inquit.service.library.access import Library
    from inquit.service.verification import FoundPlace, Verdict


class Verifying:
    """Takes the article as a draft; nothing of it is remembered for that."""

    def __init__(self, view: ReaderView, library: LibraryAccess, navigation: Navigation) -> None:
        """Take the screen, all that was read, and what goes to places."""
        self._view = view
        self._library = library
        self._navigation = navigation

    def show(self) -> None:
        """List the article's quotations, each with what became of it."""
        self._view.expect_dialog(self._show)

    async def _show(self) -> None:
        from tui.dialogs.verdicts import VerdictsScreen

        if self._view.reading.analysed is not None:
            self._view.say("The article is still being analysed; try again when that is done")
            return
        self._view.show_waiting("Looking for its quotations in all that you read …")
        try:
            verdicts = await self._verdicts()
        except (StoreError, InputError) as error:
            self._view.complain(str(error))
            return
        finally:
            self._view.show_waiting("")
        if not verdicts:
            self._view.say("There is no quotation in this article to look for")
            return
        chosen = await self._view.answer_of(VerdictsScreen(verdicts))
        if chosen is None:
            return
        if chosen.place is not None:
            self._library.go_to(_place_of(chosen.place))
        else:
            self._navigation.go_to(chosen.verdict.quotation.span)

    async def _verdicts(self) -> tuple[Verdict, ...]:
        """Return the verdicts, by the index as it is now.

        Raises:
            InputError: the library is switched off.
            StoreError: the index cannot be read.
        """
        from inquit.service.corrections import set_right
        from inquit.service.library.searching import require_enabled
        from inquit.service.verification import verify_in_library

        executor = self._view.services.library
        if executor is None:
            raise InputError("The library is switched off in config.toml")
        await self._library.catch_up()
        reading = self._view.reading
        corrections = [each.correction for each in reading.corrections]

        def verify(library: Library) -> tuple[Verdict, ...]:
            require_enabled(library)
            analysis = set_right(reading.article, reading.all_found(), corrections)
            return verify_in_library(reading.article, analysis, library, None)

        return await executor.ask(verify)


def _place_of(found: FoundPlace) -> Place:
    """Return where a quotation was found, as the library goes to places."""
    return Place(
        article_id=found.article.id,
        text_digest=found.article.text_digest,
        offset=found.span.start,
        words=found.span.of(found.article.text),
    )
