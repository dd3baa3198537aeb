"""How the commands print lists of what is in the store."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from itertools import zip_longest
from typing import Annotated, TypeVar

import typer

from inquit.model.printable import Prose, printable, printable_lines
from tui.cli.user_store import tell_of_no_folder

_T = TypeVar("_T")


class ListFormat(StrEnum):
    """How a list is printed."""

    TEXT = "text"
    JSON = "json"


Format = Annotated[ListFormat, typer.Option("--format", "-f", help="How to print the list.")]
RecordId = Annotated[str, typer.Argument(metavar="ID", help="As `list` shows it.")]


def print_list(
    items: tuple[_T, ...],
    format_name: ListFormat,
    as_json: Callable[[tuple[_T, ...]], str],
    as_row: Callable[[_T], tuple[str, ...]],
) -> None:
    """Print records.

    Args:
        items: what to print.
        format_name: whether as JSON or as rows with tabs between the cells.
        as_json: all of them as JSON.
        as_row: the cells of one; of `Prose` each further line stands in a row of its own, in the
            same column, so that `cut` gives the text as it was written.
    """
    if not items:
        tell_of_no_folder()
    if format_name is ListFormat.JSON:
        typer.echo(as_json(items))
        return
    for item in items:
        columns = (
            printable_lines(cell) if isinstance(cell, Prose) else (printable(cell),)
            for cell in as_row(item)
        )
        for cells in zip_longest(*columns, fillvalue=""):
            typer.echo("\t".join(cells))
