"""The commands on stories. Importing them opens nothing."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from inquit.model.printable import Prose
from tui.cli.record_lists import Format, ListFormat, print_list
from tui.cli.user_store import user_store

if TYPE_CHECKING:
    from inquit.service.stories import PullSheet, PullSheetEntry

stories_app = typer.Typer()

Named = Annotated[str, typer.Argument(metavar="STORY", help="Its name, or its id.")]


class SheetFormat(StrEnum):
    """How a story is exported."""

    MARKDOWN = "markdown"
    HTML = "html"


@stories_app.command("list")
def list_stories(format_name: Format = ListFormat.TEXT) -> None:
    """Print the stories, oldest first: id, name, how many items, when it was made."""
    from inquit.service.stories import stories_json

    with user_store() as store:
        counted = tuple((each, len(store.stories.items(each.id))) for each in store.stories.all())
    print_list(
        counted,
        format_name,
        stories_json,
        lambda each: (
            each[0].id,
            each[0].name,
            str(each[1]),
            each[0].created.isoformat(timespec="seconds"),
        ),
    )


@stories_app.command("new")
def add_story(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What to call it.")],
) -> None:
    """Make an empty story and print its id."""
    from inquit.errors import InputError
    from inquit.service.stories import new_story

    if not name.strip():
        raise InputError("a story needs a name")
    story = new_story(name)
    with user_store() as store:
        store.stories.add(story)
    typer.echo(story.id)


@stories_app.command("show")
def show_story(named: Named, format_name: Format = ListFormat.TEXT) -> None:
    """Print what is in a story: kind, words, speaker, publication, your note, state."""
    from inquit.service.stories import story_json

    sheet = _checked(named)
    if format_name is ListFormat.JSON:
        typer.echo(story_json(sheet))
        return
    print_list(tuple(sheet.entries), format_name, lambda _: "", _row)


@stories_app.command("export")
def export_story(
    named: Named,
    format_name: Annotated[
        SheetFormat | None,
        typer.Option("--format", "-f", help="As what; without it the ending of --output tells."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write to.")
    ] = None,
) -> None:
    """Print a story as a pull sheet: quotes with who said them, where, and your notes."""
    from inquit.service.stories import PULL_SHEETS
    from tui.cli.output import output_to

    ending = output.suffix.lower() if output is not None else ""
    told = SheetFormat.HTML if ending in (".html", ".htm") else SheetFormat.MARKDOWN
    sheet = _checked(named)
    with output_to(output) as stream:
        stream.write(PULL_SHEETS[format_name or told](sheet))


@stories_app.command("remove")
def remove_story(named: Named) -> None:
    """Move a story to the bin with all that is in it; 'inquit bin restore' puts it back."""
    from inquit.service.stories import find_story

    with user_store() as store:
        store.stories.remove(find_story(store, named).id)


def _checked(named: str) -> PullSheet:
    """Return a story with its items, checked against the articles that are at hand."""
    from inquit.service.stories import PullSheet, check_items, find_story
    from tui.services.mark_states import article_at_hand

    with user_store() as store:
        story = find_story(store, named)
        items = store.stories.items(story.id)
    return PullSheet(story=story, entries=check_items(items, article_at_hand))


def _row(entry: PullSheetEntry) -> tuple[str, ...]:
    """Return the cells of one item."""
    from inquit.service.stories import describe_publication, describe_speaker

    item = entry.item
    return (
        item.kind.value,
        Prose(item.words),
        describe_speaker(item),
        describe_publication(item),
        Prose(item.note),
        entry.state,
    )
