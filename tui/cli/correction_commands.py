"""The commands on corrections. Importing them opens nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from inquit.errors import UnknownRecordError
from inquit.model.printable import Prose, printable
from inquit.service.analysis import DEFAULT_MODEL
from tui.cli.analysis_options import EngineName, Model
from tui.cli.record_lists import Format, ListFormat, RecordId, print_list
from tui.cli.user_store import user_store

if TYPE_CHECKING:
    from inquit.model.annotation import Correction

corrections_app = typer.Typer()


@corrections_app.command("list")
def list_corrections(
    article_id: Annotated[
        str | None, typer.Option("--article", metavar="ID", help="Only those of this article.")
    ] = None,
    format_name: Format = ListFormat.TEXT,
) -> None:
    """Print the corrections, oldest first: id, time, what was set right, where, article, state.

    Those to check are in no export until `inquit corrections confirm ID`.
    """
    from inquit.model.article import ArticleId
    from inquit.service.listing import stated_json
    from tui.cli.correction_states import states_of

    with user_store() as store:
        corrections = store.corrections(None if article_id is None else ArticleId(article_id))
    states = states_of(corrections)
    print_list(
        corrections,
        format_name,
        lambda held: stated_json((each, states[each.id]) for each in held),
        lambda each: (*_row(each), states[each.id]),
    )


@corrections_app.command("show")
def show_correction(correction_id: RecordId) -> None:
    """Print all that a correction holds."""
    from inquit.service.listing import records_json

    with user_store() as store:
        found = _found(store.corrections(), correction_id)
    typer.echo(records_json([found]))


@corrections_app.command("confirm")
def confirm_correction(
    correction_id: RecordId,
    reference: Annotated[
        str | None,
        typer.Option("--from", metavar="REFERENCE", help="What the article is in, as a corpus."),
    ] = None,
    model: Model = DEFAULT_MODEL,
    engine: EngineName = None,
) -> None:
    """Let a correction that is to check hold for the article as it is now."""
    from inquit.model.passage import passage_of
    from inquit.service.corrections import describe_correction
    from tui.cli.analysis_setup import analysis_setup
    from tui.cli.correction_states import confirm

    setup = analysis_setup(model, engine)
    with user_store() as store:
        changed = confirm(_found(store.corrections(), correction_id), reference, setup)
        store.change_correction(changed)
    typer.echo(printable(f"{describe_correction(changed)} — {passage_of(changed.target)}"))


@corrections_app.command("widen")
def widen_correction(correction_id: RecordId) -> None:
    """Let a correction of who says something count for every quote with its source worded so."""
    from inquit.service.corrections import with_every

    _change(correction_id, with_every)


@corrections_app.command("narrow")
def narrow_correction(correction_id: RecordId) -> None:
    """Let a correction that was widened count for its own quote alone."""
    from inquit.service.corrections import without_every

    _change(correction_id, without_every)


def _change(correction_id: str, change: Callable[[Correction], Correction]) -> None:
    """Put a changed correction in the place of one, and say what it does then."""
    from inquit.service.corrections import describe_correction

    with user_store() as store:
        changed = change(_found(store.corrections(), correction_id))
        store.change_correction(changed)
    typer.echo(describe_correction(changed))


def _found(corrections: Iterable[Correction], correction_id: str) -> Correction:
    found = next((each for each in corrections if each.id == correction_id), None)
    if found is None:
        raise UnknownRecordError(f"There is no correction with the id {correction_id}")
    return found


@corrections_app.command("remove")
def remove_correction(correction_id: RecordId) -> None:
    """Move a correction to the bin: the article is shown without it."""
    from inquit.model.annotation import CorrectionId

    with user_store() as store:
        store.remove_correction(CorrectionId(correction_id))


def _row(correction: Correction) -> tuple[str, ...]:
    """Return id, time, what was set right, the words it is about and the article."""
    from inquit.model.passage import passage_of
    from inquit.service.corrections import describe_correction

    return (
        correction.id,
        correction.created.isoformat(timespec="seconds"),
        describe_correction(correction),
        Prose(passage_of(correction.target)),
        correction.target.article_id,
    )
