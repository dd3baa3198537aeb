"""The commands on feeds. Importing them opens nothing."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from inquit.errors import OutputError
from inquit.model.printable import printable
from tui.cli.analysis_options import EngineName
from tui.cli.exit_codes import complain
from tui.cli.record_lists import Format, ListFormat, print_list
from tui.cli.user_store import tell, user_feeds
from tui.terminal.exit_codes import INTERRUPTED, USER_MISTAKE
from tui.terminal.signals import watch_for_interrupt

feeds_app = typer.Typer()

FeedAddress = Annotated[
    str, typer.Argument(metavar="URL|FILE", help="The feed's address, or a file that holds it.")
]


@feeds_app.command("add")
def add_feed(reference: FeedAddress) -> None:
    """Follow a feed."""
    from inquit.service.feeds import follow

    with user_feeds() as kept:
        typer.echo(printable(follow(reference, kept).title))


@feeds_app.command("list")
def list_feeds(format_name: Format = ListFormat.TEXT) -> None:
    """Print the feeds: address, title, entries not read yet, entries, and what is wrong."""
    from inquit.service.listing import feed_row, feeds_json

    with user_feeds() as kept:
        unread = kept.unread_counts()
        feeds = tuple((f, unread[f.url], len(kept.entries(f.url))) for f in kept.all())
    print_list(feeds, format_name, feeds_json, feed_row)


@feeds_app.command("read")
def read_feeds(engine: EngineName = None) -> None:
    """Open the feeds in the reader: what is unread, entries in full."""
    from tui.cli import reader_command
    from tui.cli.analysis_setup import analysis_setup

    raise typer.Exit(reader_command.read_feeds(analysis_setup(engine=engine)))


@feeds_app.command("entries")
def list_entries(reference: FeedAddress, format_name: Format = ListFormat.TEXT) -> None:
    """Print a feed's entries, the newest first: read or new, date, address, title."""
    from inquit.service.feeds import feed_address
    from inquit.service.listing import entries_json, entry_row

    with user_feeds() as kept:
        entries = kept.entries(kept.get(feed_address(reference)).url)
    print_list(entries, format_name, entries_json, entry_row)


@feeds_app.command("mark")
def mark_feed(
    reference: FeedAddress,
    *,
    read: Annotated[bool, typer.Option("--read/--unread", help="What all are from now on.")] = True,
) -> None:
    """Mark all entries of a feed as read."""
    from inquit.service.feeds import feed_address

    with user_feeds() as kept:
        kept.mark_all(feed_address(reference), read=read)


@feeds_app.command("refresh")
def refresh_feeds(
    references: Annotated[
        list[str] | None, typer.Argument(metavar="[URL|FILE]...", help="Which; else all.")
    ] = None,
) -> None:
    """Ask feeds for what is new; ctrl+c stops, and what has come by then is kept."""
    from inquit.model.progress import ProgressToken
    from inquit.service.feeds import feed_address, refresh_all
    from tui.cli.progress_bar import ProgressBar

    faults = done = 0
    with user_feeds() as kept, watch_for_interrupt() as stopped:
        feeds = [kept.get(feed_address(each)) for each in references or ()] or kept.all()
        asking = refresh_all(kept, feeds, token=ProgressToken(cancelled=stopped))
        with ProgressBar(len(feeds)) as bar, closing(asking) as outcomes:
            for outcome in outcomes:
                done += 1
                if outcome.fault is not None:
                    faults += 1
                    bar.clear()
                    complain(outcome.fault)
                bar.article_done()
    if done < len(feeds):
        tell(f"stopped; what came of {done} of {len(feeds)} feeds is kept")
        raise typer.Exit(INTERRUPTED)
    if faults:
        raise typer.Exit(USER_MISTAKE)


@feeds_app.command("remove")
def remove_feed(reference: FeedAddress) -> None:
    """Move a feed to the bin, with what is read of it."""
    from inquit.service.feeds import feed_address

    with user_feeds() as kept:
        kept.remove(feed_address(reference))


@feeds_app.command("undo")
def undo_removal() -> None:
    """Put the feed that was removed last back."""
    with user_feeds() as kept:
        back = kept.undo()
    typer.echo(printable(f"put back: {back}") if back else "there is no feed in the bin")


@feeds_app.command("import")
def import_feeds(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A list of feeds in OPML.")],
) -> None:
    """Follow the feeds that an OPML file lists; `refresh` then fetches them."""
    from inquit.service.feeds import follow_all_in

    with user_feeds() as kept:
        added = follow_all_in(path, kept)
    typer.echo(f"{added} feeds added")


@feeds_app.command("export")
def export_feeds(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write to.")],
    *,
    force: Annotated[
        bool, typer.Option("--force", help="Replace the file if it is there.")
    ] = False,
) -> None:
    """Write the feeds to a file as OPML, which `import` and other readers take in."""
    from inquit.service.feeds import list_as_opml
    from tui.cli.output import output_to

    if path.is_file() and not force:
        raise OutputError(f"{path} is there already; --force replaces it")
    with user_feeds() as kept:
        feeds = kept.all()
    opml, count = list_as_opml(feeds)
    with output_to(path) as stream:
        stream.write(opml)
    typer.echo(f"{count} feeds written")
    if count < len(feeds):
        tell(f"{len(feeds) - count} feeds that are files were left out")
