"""Which tables of a page hold data; the others only lay the page out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html

_LONGEST_CELL = 300
_MARKED = frozenset(("caption", "th", "thead", "tfoot"))
_UNLIKE_CELLS = frozenset(
    "article aside blockquote figure form h1 h2 h3 h4 ol pre section ul".split()
)
_LAYOUT_ROLES = ("presentation", "none")


def data_tables(tree: html.HtmlElement) -> frozenset[etree._Element]:
    """Return the tables that hold data.

    A table that holds another one lays out, and so does one whose cells hold what no cell of a
    table of figures does (compare the HTML Standard, section 4.9.1, on telling them apart).

    Args:
        tree: a page.
    """
    return frozenset(table for table in tree.iter("table") if _holds_data(table))


def _holds_data(table: etree._Element) -> bool:
    if table.get("role") in _LAYOUT_ROLES or table.find(".//table") is not None:
        return False
    names = {element.tag for element in table.iter(etree.Element)}
    if names & _UNLIKE_CELLS:
        return False
    rows = [sum(1 for _ in _cells(row)) for row in table.iter("tr")]
    wide = sum(cells > 1 for cells in rows)
    if not names & _MARKED and not (wide >= 2 and wide > len(rows) / 2):
        return False
    return wide > 0 and all(_is_short(cell) for row in table.iter("tr") for cell in _cells(row))


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    yield from row.iterchildren("td", "th")


def _is_short(cell: etree._Element) -> bool:
    length = 0
    for words in cell.itertext():
        length += len(words)
        if length > _LONGEST_CELL:
            return False
    return True


def drop_spans(tree: etree._Element) -> None:
    """Remove the spans of cells once they have been read.

    Whoever else reads the tree would make cells without end of it.
    """
    for cell in tree.iter("td", "th"):
        for name in ("colspan", "rowspan"):
            cell.attrib.pop(name, None)
