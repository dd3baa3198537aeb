"""The tokens of Markdown to blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from inquit.loaders.markdown.inline import NoteKey, Words, words_of
from inquit.loaders.piece import CELL_BREAK, Piece, Run
from inquit.model.structure import BlockKind

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAG = re.compile(r"<[^<>]*>")
_BLOCKS = re.compile(r"<(?:blockquote|dl|figure|h[1-6]|ol|script|style|table|ul)\b", re.IGNORECASE)
"""HTML whose words are not one paragraph."""


@dataclass(slots=True)
class BlockWalk:
    """Where in a document one is.

    `numbers` has for each list the number of its next item, or None for one with bullets; `begun`
    for each item whether a block of it has come; `row` the words of a table's row and
    `cells` how many of its cells have begun; `quoted` whether a block of the block quote has come;
    `notes` the footnotes that were referred to.
    """

    numbers: list[int | None] = field(default_factory=list)
    begun: list[bool] = field(default_factory=list)
    row: list[Run] | None = None
    cells: int = 0
    quotes: int = 0
    quoted: bool = False
    heading: int = 0
    notes: list[NoteKey] = field(default_factory=list)

    def take_references(self) -> list[NoteKey]:
        """Return the footnotes that were referred to since they were asked for last."""
        notes, self.notes = self.notes, []
        return notes

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
                self.quoted = self.quoted and self.quotes > 0
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
                yield from self._content(token)

    def words(self, tokens: Sequence[Token]) -> Iterator[Piece]:
        """Yield the block that some tokens are the words of."""
        words = words_of(tokens)
        self.notes += words.notes
        yield from words.lines(self._block(words))

    def _content(self, token: Token) -> Iterator[Piece]:
        match token.type:
            case "inline" if self.row is not None:
                words = words_of(token.children or ())
                self.notes += words.notes
                self.row += words.runs
            case "inline":
                yield from self.words(token.children or ())
            case "fence" | "code_block":
                yield Piece(((token.content, None),), BlockKind.PREFORMATTED)
            case "html_block" if _BLOCKS.search(token.content):
                from inquit.loaders.page.embedded import find_embedded_pieces

                yield from find_embedded_pieces(
                    token.content.encode("utf-8", "replace"), "Markdown"
                )
            case "html_block":
                yield Piece(((_TAG.sub(" ", token.content), None),))

    def _block(self, words: Words) -> Piece:
        runs = tuple(words.runs)
        heading, self.heading = self.heading, 0
        if heading:
            return Piece(runs, BlockKind.HEADING, heading)
        if self.quotes:
            opens, self.quoted = not self.quoted, True
            return Piece(runs, BlockKind.BLOCK_QUOTE, self.quotes, opens=opens)
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
