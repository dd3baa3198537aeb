"""`inquit search`: who said what, over all that is remembered."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from inquit.errors import InputError, UnknownRecordError
from inquit.model.printable import printable
from tui.cli.output import output_to
from tui.cli.user_store import tell, user_store

if TYPE_CHECKING:
    from inquit.model.saved_search import SavedSearch
    from inquit.service.library.own_work import OwnWork


class SearchFormat(StrEnum):
    """The formats of search results, by the names that the user gives."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="QUERY...",
            help='Words, "a phrase", prefix*, -not, and said: by: role: in: before: after: newer:'
            " kind: is:unnamed is:corrected is:denied has:note has:bookmark tag:",
        ),
    ] = None,
    format_name: Annotated[
        SearchFormat, typer.Option("--format", "-f", help="How to print what is found.")
    ] = SearchFormat.TEXT,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, metavar="N", help="Articles at most.")
    ] = 20,
    places: Annotated[
        int, typer.Option("--places", min=1, metavar="N", help="Places of each at most.")
    ] = 3,
    save: Annotated[
        str, typer.Option("--save", metavar="NAME", help="Keep the search; @NAME is it then.")
    ] = "",
    unsave: Annotated[
        str, typer.Option("--unsave", metavar="NAME", help="Move a kept search to the bin.")
    ] = "",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write to.")
    ] = None,
    *,
    newest: Annotated[bool, typer.Option("--newest", help="The newest first.")] = False,
    saved: Annotated[
        bool, typer.Option("--saved", help="List the searches that are kept.")
    ] = False,
) -> None:
    """Search all that you have read: pages, feed entries, and what `library add` took in.

    @NAME in it stands for a search that was kept. What has a dash first goes after `--`, as in
    `inquit search -- tariffs -steel`.
    """
    from inquit.service.library.rendering import RENDERERS
    from inquit.service.library.searching import SearchLimits, search_library
    from tui.cli.analysis_setup import analysis_setup
    from tui.cli.user_library import bring_up_to_date, enabled_library, own_work

    library, own = enabled_library(analysis_setup()), own_work()
    if saved:
        for each in own.searches:
            typer.echo("\t".join(map(printable, (each.name, each.query))))
        return
    if unsave:
        _unsave(own, unsave)
        return
    bring_up_to_date(library, own)
    typed = " ".join(_as_saved(own, word) or _as_typed(word) for word in words or ())
    limits = SearchLimits(articles=limit, hits=places, newest_first=newest)
    found = search_library(library, typed, own, limits)
    if found.query.faults:
        raise InputError("; ".join(found.query.faults))
    if found.query.is_empty:
        raise InputError("there is nothing to search for; see 'inquit search --help'")
    if save:
        _save(save, typed)
    results = found.results
    with output_to(output) as stream:
        rendered = RENDERERS[format_name](results)
        stream.write(rendered + "\n" if rendered else "")
    if not results.articles:
        tell("nothing was found")
    elif results.total > len(results.articles):
        tell(f"{results.total} articles fit; --limit {results.total} prints them all")


def _as_saved(own: OwnWork, word: str) -> str | None:
    """Return the search that a word such as @trade stands for; None where it is a word.

    Raises:
        UnknownRecordError: no search was kept under that name.
    """
    if not word.startswith("@"):
        return None
    return _saved(own, word[1:])[-1].query


def _saved(own: OwnWork, name: str) -> tuple[SavedSearch, ...]:
    from inquit.service.library.own_work import searches_called

    found = searches_called(name, own.searches)
    if not found:
        raise UnknownRecordError(f"no search was kept as {name}; --saved lists them")
    return found


def _save(name: str, typed: str) -> None:
    from inquit.service.records import new_search

    if not name.strip():
        raise InputError("a search is kept under a name")
    with user_store() as store:
        store.add_search(new_search(name, typed))
    tell(f"kept; 'inquit search @{name}' searches again")


def _unsave(own: OwnWork, name: str) -> None:
    found = _saved(own, name)
    with user_store() as store:
        for search in found:
            store.remove_search(search.id)


def _as_typed(argument: str) -> str:
    """Return an argument with the quotation marks that the shell took away.

    `said:"raise tariffs"` arrives as `said:raise tariffs`. Several fields in one argument are a
    query of their own, as is what has quotation marks still.
    """
    name, colon, words = argument.partition(":")
    is_field = bool(colon) and name.lstrip("-").isalpha()
    if is_field and " " in words.strip() and not any(sign in words for sign in ':"“”'):
        return f'{name}:"{words}"'
    return argument
