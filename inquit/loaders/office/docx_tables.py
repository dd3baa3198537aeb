"""Tables in WordprocessingML; tables of data are read row by row."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from inquit.loaders.table_columns import parse_span

_LONGEST_CELL = 300


def is_data(table: etree._Element) -> bool:
    """Tell whether a table holds data, as its cells are short and side by side.

    Args:
        table: a `tbl`; one that holds another one lays out the page.
    """
    if next(table.iterdescendants("{*}tbl"), None) is not None:
        return False
    widths = [len(list(cells_of(row))) for row in rows_of(table)]
    if sum(width > 1 for width in widths) <= len(widths) / 2:
        return False
    return all(_is_short(cell) for row in rows_of(table) for cell in cells_of(row))


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table."""
    yield from table.iterchildren("{*}tr")


def cells_of(row: etree._Element) -> Iterator[etree._Element]:
    """Yield the cells of a row."""
    yield from row.iterchildren("{*}tc")


def columns_of(cell: etree._Element) -> int:
    """Return how many columns a cell spans."""
    span = cell.find("{*}tcPr/{*}gridSpan")
    return 1 if span is None else parse_span(next(iter(span.attrib.values()), None))


def _is_short(cell: etree._Element) -> bool:
    length = 0
    for words in cell.iterdescendants("{*}t"):
        length += len(words.text or "")
        if length > _LONGEST_CELL:
            return False
    return True
