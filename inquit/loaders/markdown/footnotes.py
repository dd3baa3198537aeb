"""Footnotes of Markdown: each follows the block that first refers to it, the reference left out.

A reference inside of quoted words would be taken for one of them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from inquit.loaders.markdown.blocks import BlockWalk
from inquit.loaders.markdown.inline import NoteKey
from inquit.loaders.piece import Piece
from inquit.model.structure import BlockKind

if TYPE_CHECKING:
    from markdown_it.token import Token


def pieces_of_tokens(
    tokens: Sequence[Token], inline_notes: Mapping[int, Sequence[Token]]
) -> Iterator[Piece]:
    """Yield the blocks of a document, its footnotes after what refers to them.

    Args:
        tokens: as markdown-it gives them, of blocks, with those of their words inside; footnotes
            stand where they are defined.
        inline_notes: the tokens of the words of the footnotes that stand in the text itself, by
            their numbers.
    """
    body, defined = _separate_notes(tokens)
    notes = _Notes(defined, inline_notes)
    walk = BlockWalk()
    for token in body:
        yield from walk.take(token)
        if token.level == 0 and token.nesting <= 0:
            yield from notes.write_notes(walk.take_references())
    yield from notes.write_notes(list(defined))


def _separate_notes(tokens: Sequence[Token]) -> tuple[list[Token], dict[NoteKey, list[Token]]]:
    """Return the tokens outside of footnotes, and those of each by its label."""
    body: list[Token] = []
    notes: dict[NoteKey, list[Token]] = {}
    at = body
    for token in tokens:
        if token.type == "footnote_reference_open":
            at = notes.setdefault(str(token.meta["label"]), [])
        elif token.type == "footnote_reference_close":
            at = body
        else:
            at.append(token)
    return body, notes


@dataclass(slots=True)
class _Notes:
    """The footnotes of a document; each is given once.

    Attributes:
        defined: the tokens of those that are defined apart, by label.
        inline: the tokens of the words of the others, by number.
    """

    defined: dict[NoteKey, list[Token]]
    inline: Mapping[int, Sequence[Token]]
    _given: set[NoteKey] = field(default_factory=set)

    def write_notes(self, keys: Sequence[NoteKey]) -> Iterator[Piece]:
        """Yield the notes of some keys that have not come yet, and those that they refer to."""
        waiting = deque(keys)
        while waiting:
            key = waiting.popleft()
            if key in self._given:
                continue
            self._given.add(key)
            walk = BlockWalk()
            yield from _number_note(list(self._pieces(key, walk)), len(self._given))
            waiting.extend(walk.take_references())

    def _pieces(self, key: NoteKey, walk: BlockWalk) -> Iterator[Piece]:
        if isinstance(key, int):
            yield from walk.words(self.inline[key])
        else:
            for token in self.defined.get(key, ()):
                yield from walk.take(token)


def _number_note(pieces: Sequence[Piece], number: int) -> Iterator[Piece]:
    """Yield the blocks of a footnote as an item of a list."""
    for at, piece in enumerate(pieces):
        if piece.kind is not BlockKind.PARAGRAPH:
            yield piece
        elif at:
            yield replace(piece, kind=BlockKind.ITEM_CONTINUED, level=1, label=0)
        else:
            runs = ((f"{number}. ", None), *piece.runs)
            yield Piece(runs, BlockKind.LIST_ITEM, 1)
