"""`inquit sources`: all that a person or body said, over all that is remembered."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from inquit.errors import InputError, UnknownRecordError
from tui.cli.output import output_to
from tui.cli.user_store import tell, user_store

if TYPE_CHECKING:
    from inquit.service.library.access import Library
    from inquit.service.library.own_work import OwnWork

_MOST_LISTED = 50


class DossierFormat(StrEnum):
    """The formats of a dossier, by the names that the user gives."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    CSV = "csv"


def sources(
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME...", help="Whose; without a name the most quoted are listed."),
    ] = None,
    about: Annotated[str, typer.Option("--about", help="Only what has these words.")] = "",
    publication: Annotated[str, typer.Option("--in", help="Only in this publication.")] = "",
    format_name: Annotated[
        DossierFormat, typer.Option("--format", "-f", help="How to print it.")
    ] = DossierFormat.TEXT,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write to.")
    ] = None,
    same: Annotated[
        str, typer.Option("--same", metavar="ID", help="Say that these are the same.")
    ] = "",
    not_same: Annotated[
        str, typer.Option("--not-same", metavar="ID", help="Say that these are not the same.")
    ] = "",
    take_back: Annotated[
        str, typer.Option("--take-back", metavar="ID", help="Take back what you said.")
    ] = "",
    *,
    echoes: Annotated[
        bool, typer.Option("--same-words", help="Who else uses the same words.")
    ] = False,
    unnamed: Annotated[
        bool, typer.Option("--unnamed", help="Also the sources without a name there.")
    ] = False,
) -> None:
    """Print all that a person or body said, newest first, with their roles over time.

    People of two articles are the same only by the same full name without a conflict of role, or
    because you said so. IDs stand in square brackets.
    """
    from inquit.service.library import dossiers
    from inquit.service.library.dossier_rendering import DOSSIER_RENDERERS, DossierPage, names_of
    from tui.cli.analysis_setup import analysis_setup
    from tui.cli.user_library import bring_up_to_date, enabled_library, own_work

    library, own = enabled_library(analysis_setup()), own_work()
    bring_up_to_date(library, own)
    typed = " ".join(name or ())
    if not typed.strip():
        if listed := names_of(dossiers.frequent_sources(library, _MOST_LISTED)):
            typer.echo(listed)
        return
    if same or not_same or take_back:
        _rule(library, typed, own, same, not_same, take_back)
        own = own_work()
    found = dossiers.dossier_of(library, typed, own)
    if found is None:
        raise InputError(f"nobody called {typed} is credited in what is remembered")
    dossier = dossiers.only_about(found.dossier, about, publication)
    page = DossierPage(
        dossier=dossier,
        notes=found.notes,
        echoes=dossiers.echoes_of(library, dossier) if echoes else (),
        with_unnamed=unnamed,
    )
    with output_to(output) as stream:
        stream.write(DOSSIER_RENDERERS[format_name](page).rstrip("\n") + "\n")


def _rule(
    library: Library, typed: str, own: OwnWork, same: str, not_same: str, take_back: str
) -> None:
    """Keep what the reader says of who is who, or take it back.

    Raises:
        InputError: nobody is called that.
        StoreError: it could not be written.
        UnknownRecordError: an id names nothing.
    """
    from inquit.service.library import dossiers

    found = dossiers.dossier_of(library, typed, own)
    if found is None:
        raise InputError(f"nobody called {typed} is credited in what is remembered")
    dossier = found.dossier
    made = []
    if same:
        made.append(dossiers.rule_on(dossier, dossiers.find_perhaps(dossier, same), same=True))
    if not_same:
        known = {each.handle: each for each in dossier.perhaps}
        made.append(
            dossiers.rule_on(dossier, known[not_same], same=False)
            if not_same in known
            else dossiers.rule_on_statement(dossier, not_same)
        )
    with user_store() as store:
        for each in made:
            store.add_identity(each)
        if take_back:
            ids = [each.id for each in dossier.rulings if each.id.startswith(take_back)]
            if len(ids) != 1:
                raise UnknownRecordError(f"nothing that you said of them has the id {take_back}")
            store.remove_identity(ids[0])
    tell("; ".join(filter(None, ("kept" if made else "", "taken back" if take_back else ""))))
