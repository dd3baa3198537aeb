"""The commands on bookmarks, notes and the store. Importing them opens nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from inquit.errors import InputError, StoreError, UnknownRecordError
from inquit.model.folding import fold_text
from inquit.model.printable import printable
from inquit.model.tags import format_tags, parse_tags
from tui.cli.analysis_options import EngineName
from tui.cli.library_commands import Address, Force, forget_article
from tui.cli.record_lists import Format, ListFormat, RecordId, print_list
from tui.cli.user_store import tell, user_store

if TYPE_CHECKING:
    from inquit.model.annotation import Bookmark

bookmarks_app = typer.Typer()
notes_app = typer.Typer()
store_app = typer.Typer()


Tags = Annotated[list[str] | None, typer.Option("--tag", help="A tag; may be repeated.")]
Tagged = Annotated[str | None, typer.Option("--tag", help="Only those with this tag.")]


@bookmarks_app.command("add")
def add_bookmark(
    reference: Annotated[
        str, typer.Argument(metavar="INPUT", help="The article: a file, seed:NAME or -.")
    ],
    exact: Annotated[str, typer.Option("--exact", help="The words to mark, as in the article.")],
    label: Annotated[str, typer.Option("--label", help="A short name for it.")] = "",
    comment: Annotated[str, typer.Option("--comment", help="Anything about it.")] = "",
    tags: Tags = None,
) -> None:
    """Mark the first place where an article has some words, and print the bookmark's id."""
    from inquit.service import records
    from tui.services.opening import open_article

    article = open_article(reference)
    bookmark, places = records.bookmark_words(
        article, exact, label=label, comment=comment, tags=parse_tags(" ".join(tags or ()))
    )
    if places > 1:
        tell(f"the article has these words {places} times; the first is marked")
    with user_store() as store:
        tell(records.add_bookmark(store, article, bookmark))
    typer.echo(bookmark.id)


@bookmarks_app.command("list")
def list_bookmarks(tag: Tagged = None, format_name: Format = ListFormat.TEXT) -> None:
    """Print bookmarks, oldest first: id, label, words, article, comment, its title, tags, state."""
    from inquit.service.listing import bookmark_row, stated_json
    from inquit.service.pages import user_pages
    from inquit.service.reading_state import user_state
    from tui.services.mark_states import bookmark_states

    with user_store() as repository:
        bookmarks = tuple(each for each in repository.bookmarks() if _has(each.tags, tag))
    pages = user_pages()
    titles = pages.titles(each.target.article_id for each in bookmarks)
    states = dict(bookmark_states(bookmarks, pages))
    recent = {each.reference: each.title for each in user_state().recent()}

    def row(bookmark: Bookmark) -> tuple[str, ...]:
        article_id = bookmark.target.article_id
        title = titles.get(article_id) or recent.get(article_id, "")
        tags = format_tags(bookmark.tags)
        return *bookmark_row(bookmark), title, tags, states[bookmark.id]

    print_list(
        bookmarks,
        format_name,
        lambda held: stated_json((each, states[each.id]) for each in held),
        row,
    )


@bookmarks_app.command("open")
def open_bookmark(bookmark_id: RecordId, engine: EngineName = None) -> None:
    """Open the article of a bookmark in the reader, at the bookmark."""
    from tui.cli import reader_command
    from tui.cli.analysis_setup import analysis_setup

    with user_store() as repository:
        found = [each for each in repository.bookmarks() if each.id == bookmark_id]
    if not found:
        raise UnknownRecordError(f"There is no bookmark with the id {bookmark_id}")
    setup = analysis_setup(engine=engine)
    raise typer.Exit(reader_command.read_marked(found[0].target, setup))


@bookmarks_app.command("remove")
def remove_bookmark(bookmark_id: RecordId) -> None:
    """Move a bookmark to the bin."""
    from inquit.model.annotation import BookmarkId

    with user_store() as repository:
        repository.remove_bookmark(BookmarkId(bookmark_id))


@notes_app.command("add")
def add_note(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="The source's name.")],
    text: Annotated[str, typer.Option("--text", help="What to note.")],
    tags: Tags = None,
) -> None:
    """Write a note on a source and print its id once it is on the disk."""
    from inquit.service.records import new_note

    if not source.strip() or not text.strip():
        raise InputError("a note needs a source and a text")
    note = new_note(source, text, tags=parse_tags(" ".join(tags or ())))
    with user_store() as repository:
        repository.add_note(note)
    typer.echo(note.id)


@notes_app.command("edit")
def edit_note(
    note_id: RecordId,
    text: Annotated[str, typer.Option("--text", help="What it is to say.")],
) -> None:
    """Put a new text in a note."""
    from inquit.model.annotation import NoteId
    from inquit.service.records import rewrite_note

    if not text.strip():
        raise InputError("a note needs a text; `inquit notes remove` removes it")
    with user_store() as store:
        rewrite_note(store, NoteId(note_id), text)


@notes_app.command("list")
def list_notes(
    source: Annotated[str | None, typer.Option("--source", help="Only notes on this one.")] = None,
    tag: Tagged = None,
    format_name: Format = ListFormat.TEXT,
) -> None:
    """Print the notes, oldest first."""
    from inquit.model.annotation import name_key
    from inquit.service.listing import note_row, records_json

    with user_store() as repository:
        found = repository.notes(None if source is None else name_key(source))
    notes = tuple(each for each in found if _has(each.tags, tag))
    print_list(notes, format_name, records_json, note_row)


@notes_app.command("remove")
def remove_note(note_id: RecordId) -> None:
    """Move a note to the bin."""
    from inquit.model.annotation import NoteId

    with user_store() as repository:
        repository.remove_note(NoteId(note_id))


@store_app.command("path")
def show_path() -> None:
    """Print the folder that everything is kept in."""
    from inquit.service.folders import data_dir

    typer.echo(printable(str(data_dir())))


@store_app.command("moved")
def take_over(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Where they are now.")],
    old: Annotated[
        Path | None,
        typer.Option("--from", metavar="OLD", help="Where the one was; else its text tells."),
    ] = None,
) -> None:
    """Make what was written in files before they were moved theirs where they are now."""
    from inquit.service.moved_files import adopt, known_before
    from inquit.service.pages import user_pages
    from inquit.service.reading_state import user_state
    from tui.services.opening import open_article

    if old is not None and len(files) > 1:
        raise InputError("--from names where one file was; give that one alone")
    state, pages, found = user_state(), user_pages(), False
    with user_store() as repository:
        for article in map(open_article, map(str, files)):
            if former := known_before(article, repository, state, old):
                done = adopt(article, former, repository, pages)
                state.relocate(former, article.id)
                typer.echo(printable(f"{article.id}: {done}"))
                found = True
    if not found:
        where = f"in {old}" if old else "in a file that is gone and read as it does now"
        raise InputError(f"nothing was written {where}")


@store_app.command("check")
def check_store() -> None:
    """Say what is there, with what modes, and whether all of it can be read. Changes nothing."""
    from inquit.service import upkeep

    findings = upkeep.check_store()
    for finding in findings:
        mark = "!" if finding.problem else " "
        problem = f" - {finding.problem}" if finding.problem else ""
        typer.echo(printable(f"{mark} {finding.name}: {finding.what}{problem}"))
    problems = sum(finding.problem is not None for finding in findings)
    if problems:
        raise StoreError(f"{problems} of {len(findings)} are not as they should be")
    typer.echo("All is as it should be.")


@store_app.command("backup")
def back_up_store() -> None:
    """Keep copies of store, feeds and pages that are never thinned out, and print where."""
    from inquit.service import upkeep

    for path in upkeep.back_up_store():
        typer.echo(printable(path))


@store_app.command("restore")
def restore_store(
    backup: Annotated[
        str, typer.Argument(metavar="BACKUP", help="Its name as `check` shows it, or a path.")
    ],
) -> None:
    """Go back to a backup; what is there now is backed up first."""
    from inquit.service import upkeep

    typer.echo(printable(upkeep.restore_store(backup)))


@store_app.command("pages")
def show_pages(
    limit: Annotated[
        int | None,
        typer.Option("--limit", min=0, metavar="MB", help="What they may take from now on."),
    ] = None,
) -> None:
    """Print the kept versions of pages: date, size, address; ! marks what your work points at."""
    from inquit.service import upkeep

    if limit is not None:
        upkeep.limit_pages(limit)
    for kept in upkeep.survey_pages():
        page = kept.page
        mark, title = "!" if kept.needed else " ", page.title or ""
        row = (mark, page.fetched, f"{kept.size}", page.address, title)
        typer.echo("\t".join(map(printable, row)))
    typer.echo(upkeep.describe_pages())


@store_app.command("forget")
def forget_page(address: Address, *, force: Force = False) -> None:
    """Forget a kept page or text; the same as `inquit library forget`."""
    forget_article(address, force=force)


@store_app.command("prune")
def prune_pages(
    to: Annotated[
        int | None,
        typer.Option("--to", min=0, metavar="MB", help="What may be left; else the limit."),
    ] = None,
) -> None:
    """Remove the oldest kept pages that nothing of yours points at, until few enough are left."""
    from inquit.service import upkeep

    pruned = upkeep.prune_pages(to)
    for page in pruned.removed:
        typer.echo("\t".join(map(printable, (page.fetched, page.address))))
    typer.echo(pruned.describe())


def _has(tags: tuple[str, ...], wanted: str | None) -> bool:
    """Tell whether a tag is among others, however it is written; always where none is wanted."""
    return wanted is None or fold_text(wanted.removeprefix("#")) in map(fold_text, tags)
