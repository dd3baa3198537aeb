"""The commands on feeds. Importing them opens nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from inquit.errors import InputError
from inquit.model.printable import printable
from tui.faults import USER_MISTAKE, complain

if TYPE_CHECKING:
    from inquit.store.subscriptions import Subscriptions

feeds_app = typer.Typer(help="Follow feeds, RSS and Atom.", no_args_is_help=True)

FeedUrl = Annotated[str, typer.Argument(metavar="URL", help="The feed's address.")]


@contextmanager
def _subscriptions() -> Iterator[Subscriptions]:
    from inquit.store.folders import data_dir
    from inquit.store.subscriptions import Subscriptions

    kept = Subscriptions(data_dir())
    try:
        yield kept
    finally:
        kept.close()


@feeds_app.command("add")
def add_feed(url: FeedUrl) -> None:
    """Follow a feed."""
    from inquit.feeds import follow

    with _subscriptions() as kept:
        typer.echo(printable(follow(url, kept).title))


@feeds_app.command("list")
def list_feeds() -> None:
    """Print the feeds: address, title, entries not read yet, entries."""
    with _subscriptions() as kept:
        for feed in kept.all():
            entries = kept.entries(feed.url)
            unread = sum(not entry.read for entry in entries)
            typer.echo(printable(feed.url) + f"\t{printable(feed.title)}\t{unread}\t{len(entries)}")


@feeds_app.command("entries")
def list_entries(url: FeedUrl) -> None:
    """Print a feed's entries, the newest first: read or new, date, address, title."""
    from inquit.loaders.address import address_of

    with _subscriptions() as kept:
        for entry in kept.entries(kept.get(address_of(url)).url):
            row = ("read" if entry.read else "new", entry.published or "", entry.link or "")
            typer.echo("\t".join(map(printable, (*row, entry.title))))


@feeds_app.command("refresh")
def refresh_feeds() -> None:
    """Ask all feeds for what is new."""
    from inquit.feeds import refresh

    faults = 0
    with _subscriptions() as kept:
        for feed in kept.all():
            try:
                refresh(feed, kept)
            except InputError as error:
                faults += 1
                complain(str(error))
    if faults:
        raise typer.Exit(USER_MISTAKE)


@feeds_app.command("remove")
def remove_feed(url: FeedUrl) -> None:
    """Follow a feed no more."""
    from inquit.loaders.address import address_of

    with _subscriptions() as kept:
        kept.remove(address_of(url))


@feeds_app.command("import")
def import_feeds(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A list of feeds in OPML.")],
) -> None:
    """Follow the feeds that an OPML file lists; `refresh` then fetches them."""
    from inquit.loaders.address import address_of
    from inquit.loaders.feed import load_opml
    from inquit.loaders.reading import read_file
    from inquit.model.feed import Subscription

    listed = load_opml(read_file(path), origin=str(path))
    with _subscriptions() as kept:
        known = {feed.url for feed in kept.all()}
        new = {address_of(url): title for url, title in listed}
        for url, title in new.items():
            if url not in known:
                kept.put(Subscription(url=url, title=title or url))
    typer.echo(f"{len(new.keys() - known)} feeds added")
