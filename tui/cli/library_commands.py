"""The commands on the library. Importing them opens nothing."""

from __future__ import annotations

from typing import Annotated

import typer

from inquit.errors import InputError, InquitError
from inquit.model.printable import printable
from inquit.service.analysis import DEFAULT_MODEL
from tui.cli.analysis_options import EngineName, Model
from tui.cli.exit_codes import complain
from tui.cli.progress_bar import ProgressBar
from tui.cli.user_store import tell
from tui.terminal.exit_codes import USER_MISTAKE

library_app = typer.Typer()

Address = Annotated[
    str,
    typer.Argument(metavar="ADDRESS", help="An address, a file, or a kept text's id."),
]
Force = Annotated[
    bool, typer.Option("--force", help="Forget it though something of yours points at it.")
]

_ROOM_AFTER = 100
"""Articles after which it is seen to that kept texts do not take too much."""


@library_app.command("add")
def add(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...", help="Files, folders, addresses, feeds, JSON Lines corpora or -."
        ),
    ],
    model: Model = DEFAULT_MODEL,
    engine: EngineName = None,
) -> None:
    """Remember articles in bulk: their text is kept, analysed and indexed.

    What was added before is passed over, so that the same command goes on after an end.
    """
    from inquit.service.analysis import Analyst
    from inquit.service.library.adding import Added, add_article, make_room_for_added, open_entries
    from tui.cli.analysis_setup import analysis_setup
    from tui.cli.extract_inputs import count_articles, each_article
    from tui.cli.user_library import enabled_library, is_watched, own_work

    setup = analysis_setup(model, engine)
    library, own = enabled_library(setup), own_work()
    analyst, faults = Analyst(setup), list[InquitError]()
    counts = dict.fromkeys(Added, 0)
    with ProgressBar(count_articles(inputs) if is_watched() else 0) as bar:

        def report(error: InquitError) -> None:
            faults.append(error)
            bar.clear()
            complain(str(error))

        for number, article in enumerate(each_article(inputs, report, open_entries), start=1):
            counts[add_article(article, library, own, analyst.analyse)] += 1
            bar.article_done()
            if number % _ROOM_AFTER == 0:
                tell(make_room_for_added(library))
        tell(make_room_for_added(library))
    typer.echo(
        ", ".join(
            f"{count} {what}" for what, count in counts.items() if count or what is Added.ADDED
        )
    )
    if faults:
        raise typer.Exit(USER_MISTAKE)


@library_app.command("status")
def show_status() -> None:
    """Say what is remembered, how much of it is analysed, and what it takes."""
    from inquit.service.library.status import describe_library
    from tui.cli.analysis_setup import analysis_setup
    from tui.cli.user_library import bring_up_to_date, enabled_library, own_work

    library = enabled_library(analysis_setup())
    bring_up_to_date(library, own_work())
    for line in describe_library(library):
        typer.echo(printable(line))


@library_app.command("rebuild")
def rebuild(
    model: Model = DEFAULT_MODEL,
    engine: EngineName = None,
    *,
    analyse: Annotated[
        bool, typer.Option("--analyse/--no-analyse", help="Analyse what this engine has not yet.")
    ] = True,
) -> None:
    """Make the index anew from what is kept, and analyse what this engine has not analysed yet."""
    from inquit.service.analysis import Analyst
    from inquit.service.library.catching_up import analyse_outdated
    from inquit.service.library.status import remove_index
    from tui.cli.analysis_setup import analysis_setup
    from tui.cli.user_library import bring_up_to_date, enabled_library, own_work

    setup = analysis_setup(model, engine)
    library, own = enabled_library(setup), own_work()
    remove_index(library)
    count = bring_up_to_date(library, own)
    analysed = 0
    if analyse:
        analyst = Analyst(setup)
        with ProgressBar(1) as bar:
            analysed = library.use(
                lambda index: analyse_outdated(
                    library,
                    index,
                    own,
                    analyst.analyse,
                    progress=lambda done, total: bar.part_done(done / total),
                )
            )
    typer.echo(f"{count} articles are indexed, {analysed} of them analysed anew")


@library_app.command("forget")
def forget(address: Address, *, force: Force = False) -> None:
    """Forget an article: its text in all versions, its place in the index, its analyses.

    What you wrote on it stays. Backups that still hold the text are named.
    """
    forget_article(address, force=force)


def forget_article(address: str, *, force: bool) -> None:
    """Forget an article, unless something of the reader's points at it and force is not given.

    Raises:
        InputError: something points at it.
        UnknownRecordError: nothing is kept of it.
    """
    from inquit.service.library import forgetting
    from inquit.service.library.access import user_library
    from inquit.service.reading_state import user_state

    library = user_library(tell=tell)
    found = forgetting.find_forgettable(address, library)
    for line in found.pointing:
        tell(f"points at it: {line}")
    if found.pointing and not force:
        raise InputError(
            f"{len(found.pointing)} of your records point at {found.address}; --force forgets the "
            "page all the same, and they stay"
        )
    forgetting.forget(found, library, user_state())
    what = "1 version" if found.versions == 1 else f"{found.versions} versions"
    verb = "is" if found.versions == 1 else "are"
    typer.echo(printable(f"{what} of {found.address} {verb} forgotten"))
    for path in found.copies:
        tell(f"a copy is still in the backup {path}")
