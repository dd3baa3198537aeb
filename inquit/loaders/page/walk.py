"""Gathering the words of a page into blocks while walking through its elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml import etree

from inquit.loaders.page.containers import Places
from inquit.loaders.page.runs import CITING, BlockRuns, begins_with_dash, ends_quote
from inquit.loaders.piece import CELL_BREAK, Piece
from inquit.loaders.superscripts import RAISED
from inquit.loaders.table_columns import TableColumns, parse_span
from inquit.model.structure import BlockKind

_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol
    p pre section summary table tbody td tfoot th thead tr ul""".split()
)
_CELLS = ("td", "th")
_OF_TABLES = frozenset(("caption", "table", "tbody", "tfoot", "thead", "tr"))
_QUOTATION_MARKS = ("“”", "‘’")
_BOLD = re.compile(r"\bfont-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LONGEST_STYLE = 1000
_EXPONENT = re.compile(r"[0-9+-]{1,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBlock:
    """A block of a page.

    Attributes:
        piece: its words and its kind.
        parent: a number that blocks of the same container share.
        around: the container of the list that the block is in, else the same as parent.
        listed: a number that the blocks of one outermost list share; 0 outside of lists.
        marked: runs at the beginning of the piece that number it and are not the page's words.
    """

    piece: Piece
    parent: int
    around: int = 0
    listed: int = 0
    marked: int = 0

    @property
    def words(self) -> str:
        """What the page itself says there."""
        return "".join(words for words, _ in self.piece.runs[self.marked :])


@dataclass(slots=True)
class Walk:
    """The walk through a page: the block that has begun, and the containers around it.

    Attributes:
        base: what links are relative to, or None.
        tables: the tables whose rows are blocks.
    """

    base: str | None
    tables: frozenset[etree._Element]
    _places: Places = field(default_factory=Places)
    _block: BlockRuns = field(default_factory=BlockRuns)
    _links: list[str | None] = field(default_factory=list)
    _quoted: int = 0
    _in_table: bool = False
    _cells: int = 0
    _columns: TableColumns = field(default_factory=TableColumns)

    def enter(self, element: etree._Element) -> Iterator[ShownBlock]:
        """Begin an element."""
        tag = str(element.tag)
        if self._is_block(tag):
            yield from self.flush(followed=True)
            self._places.enter(element)
            self._begin_rows(element)
        elif self._in_table and tag in _BLOCKS:
            self._enter_within_row(element)
        elif tag == "br":
            yield from self._break(element)
        elif self._begins_apart(element, tag):
            yield from self.flush()
        elif tag == "q":
            self.say(_QUOTATION_MARKS[self._quoted % 2][0])
            self._quoted += 1
        if tag == "a":
            target = element.get("href")
            self._links.append(resolve_link(self.base, target) if target else None)
        self._block.enter(_effective_tag(element, tag))
        self.say(_superscript_words(element) if tag == "sup" else element.text)

    def leave(self, element: etree._Element) -> Iterator[ShownBlock]:
        """End an element."""
        tag = str(element.tag)
        self._block.leave(_effective_tag(element, tag))
        if self._is_block(tag):
            yield from self.flush()
            self._places.leave(element)
            self._in_table = self._in_table and element not in self.tables
        elif tag in _BLOCKS:
            self.say(" ")
        elif tag == "q":
            self._quoted -= 1
            self.say(_QUOTATION_MARKS[self._quoted % 2][1])
        elif tag == "a":
            self._links.pop()

    def say(self, words: str | None) -> None:
        """Add words to the current block."""
        if words:
            self._block.say(words, self._links[-1] if self._links else None)

    def flush(self, *, followed: bool = False) -> Iterator[ShownBlock]:
        """End the current block.

        Args:
            followed: whether another container begins here.
        """
        cited = self._block.cited
        runs, label = self._block.take()
        if all(words.isspace() or words == CELL_BREAK for words, _ in runs):
            return
        length = sum(len(words) for words, _ in runs)
        if self._cells:
            kind, level, number, opens = BlockKind.TABLE_ROW, 0, "", False
        else:
            label = len(runs) if self._places.in_term else label
            opens = self._places.begins_quote
            kind, level, number = self._places.begin_block(length, cited=cited)
        if number:
            runs.insert(0, (number, None))
            label = 0
        piece = Piece(runs=tuple(runs), kind=kind, level=level, label=label, opens=opens)
        parent = self._places.parent(followed=followed)
        listed, around = self._places.outermost_list or (0, parent)
        yield ShownBlock(
            piece=piece, parent=parent, around=around, listed=listed, marked=int(bool(number))
        )

    def _begins_apart(self, element: etree._Element, tag: str) -> bool:
        """Tell whether an inline element begins a block: a credit, or the next speaker's name."""
        block = self._block
        if self._in_table or block.begins_label(_effective_tag(element, tag)):
            return not self._in_table
        ended = tag in CITING and self._places.quoted and (block.ended or block.broken)
        return ended and ends_quote(element)

    def _is_block(self, tag: str) -> bool:
        """Tell whether an element stands apart; inside of a row only its cells do."""
        return tag in (_OF_TABLES if self._in_table else _BLOCKS)

    def _begin_rows(self, element: etree._Element) -> None:
        """Begin a table or a row, where the element is one; else cells are none of a row."""
        self._cells = 0
        if element in self.tables:
            self._in_table, self._columns = True, TableColumns()
        if element.tag == "tr":
            self._columns.begin_row()

    def _enter_within_row(self, element: etree._Element) -> None:
        if element.tag not in _CELLS:
            self.say(" ")
            return
        spans = (parse_span(element.get(name)) for name in ("colspan", "rowspan"))
        for _ in range(self._columns.place(*spans)):
            self.say(CELL_BREAK)
        self._cells += 1

    def _break(self, element: etree._Element) -> Iterator[ShownBlock]:
        """Break the line; a second break, or one after a sentence, begins a paragraph."""
        if self._places.preformatted:
            self.say("\n")
            return
        block = self._block
        ended = block.broken or (block.ended and not block.label)
        signed = self._places.quoted and begins_with_dash(element)
        if not self._in_table and (ended or signed):
            yield from self.flush()
        else:
            block.break_line()


def resolve_link(base: str | None, target: str) -> str | None:
    """Return the address of a link on a page, or None if it is invalid."""
    if base is None:
        return target
    try:
        return urljoin(base, target)
    except ValueError:
        return None


def _effective_tag(element: etree._Element, tag: str) -> str:
    """Return an element's tag, or `b` if its style makes it bold."""
    style = element.get("style") if tag in ("font", "span") else None
    return "b" if style and len(style) < _LONGEST_STYLE and _BOLD.search(style) else tag


def _superscript_words(element: etree._Element) -> str | None:
    """Return superscript words; an exponent stays one, as 10³ is not 103."""
    words: str | None = element.text
    if words and len(element) == 0 and _EXPONENT.fullmatch(words.strip()):
        return words.strip().translate(RAISED)
    return words
