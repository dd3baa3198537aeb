"""The tokens of Markdown to blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from inquit.loaders.piece import CELL_BREAK, LINE_BREAK, Piece, Run
from inquit.model.structure import BlockKind

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAG = re.compile(r"<[^<>]*>")


def pieces_of_tokens(tokens: Sequence[Token]) -> Iterator[Piece]:
    """Yield the blocks of a document.

    Args:
        tokens: as markdown-it gives them, of blocks, with those of their words inside.
    """
    walk = _Walk()
    for token in tokens:
        yield from walk.take(token)


@dataclass(slots=True)
class _Walk:
    """Where in a document one is.

    `numbers` has for each list the number of its next item, or None for one with bullets; `begun`
    for each item whether a block of it has come; `row` the words of a table's row and
    `cells` how many of its cells have begun.
    """

    numbers: list[int | None] = field(default_factory=list)
    begun: list[bool] = field(default_factory=list)
    row: list[Run] | None = None
    cells: int = 0
    quotes: int = 0
    heading: int = 0

    def take(self, token: Token) -> Iterator[Piece]:
        """Take the next token."""
        match token.type:
            case "bullet_list_open":
                self.numbers.append(None)
            case "ordered_list_open":
                self.numbers.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                self.numbers.pop()
            case "list_item_open":
                self.begun.append(False)
            case "list_item_close":
                self.begun.pop()
            case "blockquote_open" | "blockquote_close":
                self.quotes += token.nesting
            case "heading_open":
                self.heading = int(token.tag[1:])
            case "tr_open":
                self.row, self.cells = [], 0
            case "th_open" | "td_open" if self.row is not None:
                self.row += [(CELL_BREAK, None)] if self.cells else []
                self.cells += 1
            case "tr_close":
                if any(words != CELL_BREAK for words, _ in self.row or ()):
                    yield Piece(tuple(self.row or ()), BlockKind.TABLE_ROW)
                self.row = None
            case _:
                yield from self._words(token)

    def _words(self, token: Token) -> Iterator[Piece]:
        match token.type:
            case "inline" if self.row is not None:
                self.row += _runs(token.children or ())
            case "inline":
                yield self._block(tuple(_runs(token.children or ())))
            case "fence" | "code_block":
                yield Piece(((token.content, None),), BlockKind.PREFORMATTED)
            case "html_block":
                yield Piece(((_TAG.sub(" ", token.content), None),))

    def _block(self, runs: tuple[Run, ...]) -> Piece:
        heading, self.heading = self.heading, 0
        if heading:
            return Piece(runs, BlockKind.HEADING, heading)
        if self.quotes:
            return Piece(runs, BlockKind.BLOCK_QUOTE, self.quotes)
        if not self.numbers:
            return Piece(runs)
        if self.begun[-1]:
            return Piece(runs, BlockKind.ITEM_CONTINUED, len(self.numbers))
        self.begun[-1] = True
        number = self.numbers[-1]
        if number is not None:
            self.numbers[-1] = number + 1
            runs = ((f"{number}. ", None), *runs)
        return Piece(runs, BlockKind.LIST_ITEM, len(self.numbers))


def _runs(tokens: Sequence[Token]) -> Iterator[Run]:
    """Yield the words of a block; of a picture, what it is described as."""
    targets: list[str | None] = [None]
    for token in tokens:
        if token.type == "link_open":
            targets.append(str(token.attrs.get("href", "")))
        elif token.type == "link_close":
            targets.pop()
        elif token.type == "softbreak":
            yield " ", targets[-1]
        elif token.type == "hardbreak":
            yield LINE_BREAK, targets[-1]
        elif token.type in ("text", "code_inline", "image"):
            yield token.content, targets[-1]
