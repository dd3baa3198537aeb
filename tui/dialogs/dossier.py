"""Shows all that a source said over all articles, and who else may be the same."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, Static

from inquit.errors import InquitError
from inquit.model.printable import clean_line
from tui.dialogs.dialog import Dialog
from tui.dialogs.prompt import Prompt
from tui.reader.commands.dialogs import DOSSIER
from tui.reader.dossier_rows import DossierRow, dossier_rows
from tui.reader.library_rows import Place
from widgets.command import bindings
from widgets.row_list import RowList

if TYPE_CHECKING:
    from inquit.service.library.dossiers import AnnotatedDossier, Echo, PerhapsSame, Statement

_MOST_LINES = 6
"""Lines of roles and notes that are shown at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierWork:
    """What the screen has done for it; each may raise InquitError.

    Attributes:
        load: returns the dossier as it is now.
        echoes: returns who else uses the same words.
        rule: keeps whether some sources, or the source of a statement, are the same.
        take_back: takes the last ruling back; tells whether there was one.
        copy: copies the dossier.
    """

    load: Callable[[], Awaitable[AnnotatedDossier]]
    echoes: Callable[[AnnotatedDossier], Awaitable[tuple[Echo, ...]]]
    rule: Callable[[AnnotatedDossier, PerhapsSame | Statement, bool], Awaitable[None]]
    take_back: Callable[[AnnotatedDossier], Awaitable[bool]]
    copy: Callable[[AnnotatedDossier], None]


class DossierScreen(Dialog[Place | None]):
    """Roles, timeline and notes above the statements; ends with a place to go to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(DOSSIER)
    DEFAULT_CSS = """
    DossierScreen > Vertical { width: 132; height: 100%; }
    DossierScreen RowList { height: 1fr; margin: 0; }
    DossierScreen #about { height: auto; max-height: 9; color: $text-muted; }
    DossierScreen #told { height: 1; color: $text-muted; }
    """

    def __init__(self, found: AnnotatedDossier, work: DossierWork) -> None:
        """Take the dossier, and what the screen has done for it."""
        super().__init__()
        self._found = found
        self._work = work
        self._echoes: tuple[Echo, ...] | None = None
        self._words = ""
        self._rows: dict[str, DossierRow] = {}
        self._list = RowList(empty="Nothing is credited to them.")
        self._about = Static(id="about", markup=False)
        self._told = Static(id="told", markup=False)

    def compose(self) -> ComposeResult:
        """Yield what is known of the source, the statements, a line and the keys."""
        with Vertical():
            yield self._about
            yield self._list
            yield self._told
            yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Show the dossier."""
        self._list.focus()
        self._show()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """End with the place of the chosen row."""
        message.stop()
        place = self._rows[message.key].place
        if place is not None:
            self.dismiss(place)

    def action_about(self) -> None:
        """Ask for words, and show only what has them or is of a publication called so."""

        def narrow(words: str | None) -> None:
            if words is not None:
                self._words = words
                self._show()

        hint = "Words of a statement or a title, or a publication as in:NAME; nothing for all."
        self.app.push_screen(Prompt("Only what is about", self._words, hint=hint), narrow)

    def action_same(self) -> None:
        """Say that the sources of the row are the same as this one."""
        row = self._row()
        if row is None or row.perhaps is None:
            self._say("Go to one of “Perhaps the same” first")
        else:
            self._rule(row.perhaps, same=True)

    def action_not_same(self) -> None:
        """Say that the sources of the row are not the same as this one."""
        row = self._row()
        subject = None if row is None else row.perhaps or row.statement
        if subject is None:
            self._say("Go to an article, or to one of “Perhaps the same”, first")
        else:
            self._rule(subject, same=False)

    def action_take_back(self) -> None:
        """Take back what was said last of who this is."""

        async def take_back() -> None:
            done = await self._work.take_back(self._found)
            await self._load("Taken back" if done else "You said nothing of who they are")

        self._do(take_back)

    def action_same_words(self) -> None:
        """Show who else uses the same words."""

        async def look() -> None:
            self._echoes = await self._work.echoes(self._found)
            self._show()
            self._list.action_cursor_to(0)

        self._do(look)

    def action_copy(self) -> None:
        """Copy the dossier as Markdown."""
        self._work.copy(self._found)

    def action_close(self) -> None:
        """End with None."""
        self.dismiss(None)

    def _rule(self, subject: PerhapsSame | Statement, *, same: bool) -> None:
        async def rule() -> None:
            await self._work.rule(self._found, subject, same)
            await self._load(
                f"Kept that they are {'' if same else 'not '}the same; u takes it back"
            )

        self._do(rule)

    def _do(self, work: Callable[[], Awaitable[None]]) -> None:
        async def done() -> None:
            try:
                await work()
            except InquitError as error:
                self._say(str(error))

        self.run_worker(done(), group="dossier", exclusive=True)

    async def _load(self, told: str) -> None:
        self._found, self._echoes = await self._work.load(), None
        self._show()
        self._say(told)

    def _row(self) -> DossierRow | None:
        return self._rows.get(self._list.cursor or "")

    def _say(self, words: str) -> None:
        self._told.update(Content(clean_line(words)))

    def _show(self) -> None:
        from inquit.service.library.dossier_rendering import (
            describe_count,
            describe_role,
            draw_timeline,
        )
        from inquit.service.library.dossiers import only_about

        named, _, publication = self._words.partition("in:")
        dossier = only_about(self._found.dossier, named, publication.strip())
        rows = tuple(dossier_rows(dossier, self._echoes))
        self._rows = {each.row.key: each for each in rows}
        self._list.set_rows([each.row for each in rows])
        title = f"{dossier.name}: {describe_count(dossier)}"
        self.query_one(Vertical).border_title = Content(clean_line(title))
        lines = [describe_role(period) for period in dossier.roles]
        lines += [
            f"note: {note.body} {' '.join(f'#{tag}' for tag in note.tags)}"
            for note in self._found.notes
        ]
        if len(lines) > _MOST_LINES:
            lines[_MOST_LINES - 1 :] = [f"and {len(lines) - _MOST_LINES + 1} more"]
        lines = list(filter(None, (draw_timeline(dossier), *lines)))
        self._about.update(Content("\n".join(map(clean_line, lines))))
        self._say(f"Only what is about “{self._words}”" if self._words else "")
