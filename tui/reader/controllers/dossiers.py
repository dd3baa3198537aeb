"""All that a source said: its dossier, over all that is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inquit.errors import InputError
from tui.reader.controllers.copying import Copying
from tui.reader.controllers.library import LibraryAccess
from tui.reader.controllers.store_access import StoreAccess
from tui.reader.view import ReaderView

if TYPE_CHECKING:
    from inquit.service.library.dossiers import AnnotatedDossier, Echo, PerhapsSame, Statement


class Dossiers:
    """Shows dossiers, and keeps what the reader says of who is who."""

    def __init__(
        self, view: ReaderView, store: StoreAccess, library: LibraryAccess, copying: Copying
    ) -> None:
        """Take the screen, the store, what searches and goes to places, and what copies."""
        self._view = view
        self._store = store
        self._library = library
        self._copying = copying

    async def show_current(self) -> None:
        """Show all that the source of the current quote said."""
        finding = self._view.reading.finding if self._view.is_open else None
        if finding is None or finding.source is None:
            self._view.say("Go to a quote whose source is known first")
        elif finding.unnamed:
            self._view.say("A source without a name is somebody else in every article")
        else:
            await self._show(finding.source.name)

    async def _show(self, name: str) -> None:
        from tui.dialogs.dossier import DossierScreen, DossierWork

        await self._library.catch_up()
        try:
            found = await self._load(name)
        except InputError as error:
            self._view.say(str(error))
            return

        async def load() -> AnnotatedDossier:
            return await self._load(name)

        work = DossierWork(
            load=load,
            echoes=self._echoes,
            rule=self._rule,
            take_back=self._take_back,
            copy=self._copy,
        )
        self._view.open_dialog(
            DossierScreen(found, work),
            lambda place: self._library.go_to(place) if place is not None else None,
        )

    async def _load(self, name: str) -> AnnotatedDossier:
        """Return the dossier of a name.

        Raises:
            InputError: nobody of that name is in what is remembered.
            StoreError: the index cannot be read.
        """
        from inquit.service.library.dossiers import dossier_of

        own = await self._library.own_work()
        found = await self._library.ask(lambda library: dossier_of(library, name, own))
        if found is None:
            raise InputError(f"{name} is in no article that is remembered; * remembers this one")
        return found

    async def _echoes(self, found: AnnotatedDossier) -> tuple[Echo, ...]:
        from inquit.service.library.dossiers import echoes_of

        return await self._library.ask(lambda library: echoes_of(library, found.dossier))

    async def _rule(
        self,
        found: AnnotatedDossier,
        subject: PerhapsSame | Statement,
        same: bool,  # noqa: FBT001 - as the screen asks
    ) -> None:
        from inquit.service.library.dossiers import PerhapsSame, rule_on, rule_on_statement

        if isinstance(subject, PerhapsSame):
            made = rule_on(found.dossier, subject, same=same)
        else:
            made = rule_on_statement(found.dossier, subject.handle)
        await self._view.services.store.ask(lambda store: store.add_identity(made))

    async def _take_back(self, found: AnnotatedDossier) -> bool:
        rulings = found.dossier.rulings
        if not rulings:
            return False
        last = rulings[-1].id
        await self._view.services.store.ask(lambda store: store.remove_identity(last))
        return True

    def _copy(self, found: AnnotatedDossier) -> None:
        from inquit.service.library.dossier_rendering import DossierPage, render_markdown

        page = DossierPage(dossier=found.dossier, notes=found.notes)
        self._copying.copy_out(render_markdown(page), "The dossier as Markdown")
