"""The commands on the bin, of notes and of feeds. Importing them opens nothing."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING, Annotated

import typer

from inquit.errors import UnknownRecordError
from inquit.model.printable import printable
from tui.cli.record_lists import Format, ListFormat, RecordId, print_list
from tui.cli.user_store import tell, user_feeds, user_store

if TYPE_CHECKING:
    from inquit.service.feeds import RemovedFeed
    from inquit.service.records import Removed

bin_app = typer.Typer()


@bin_app.command("list")
def list_bin(format_name: Format = ListFormat.TEXT) -> None:
    """Print what is in the bin, the last removed first."""
    from inquit.service.listing import removed_json, removed_row

    with user_store() as repository, user_feeds() as feeds:
        # Each is in the order of removal; only between the two does the clock have to tell.
        both: tuple[tuple[Removed | RemovedFeed, ...], ...] = (
            repository.removed(),
            feeds.removed(),
        )
    removed = heapq.merge(*both, key=lambda item: item.removed, reverse=True)
    print_list(tuple(removed), format_name, removed_json, removed_row)


@bin_app.command("restore")
def restore_from_bin(record_id: RecordId) -> None:
    """Put a record or a feed back."""
    with user_store() as repository, user_feeds() as feeds:
        try:
            back = repository.restore(record_id)
        except UnknownRecordError:
            back = feeds.restore(record_id)
    typer.echo(printable(f"put back: {back}"))


@bin_app.command("empty")
def empty_bin(
    *,
    backups: Annotated[
        bool, typer.Option("--backups", help="Remove all backups, too, and make one new one.")
    ] = False,
) -> None:
    """Remove for good what is in the bin; backups keep it until they are thinned out."""
    with user_store() as repository, user_feeds() as feeds:
        count = repository.empty_bin() + feeds.empty_bin()
    typer.echo(f"{count} removed")
    if backups:
        from inquit.service.upkeep import forget_backups

        typer.echo(f"{forget_backups()} backups removed")
    else:
        tell("backups still hold what was in the bin; 'inquit bin empty --backups' removes them")
