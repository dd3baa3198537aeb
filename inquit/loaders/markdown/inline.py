"""The words of one block of Markdown, and what they are set as."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from inquit.loaders.piece import LINE_BREAK, Piece, Run
from inquit.model.structure import BlockKind

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAG = re.compile(r"<(/?)(b|br|cite|em|i|small|strong)\b[^<>]*>", re.IGNORECASE)
_CITING = ("cite", "small")
_SETTING = ("b", "em", "i", "strong")
_DASHES = tuple("-–—―~")


NoteKey = str | int
"""What a footnote is known by: its label, or the number of one that stands in the text itself."""


@dataclass(slots=True)
class Words:
    """What a block says.

    Attributes:
        runs: its words; of a picture, what it is described as.
        breaks: the numbers of the runs that break a line, softly or hard.
        label: how many runs, from the first, are set off on a line of their own.
        notes: the footnotes that it refers to.
        cited: whether all words are marked as what is cited, or as small print.
    """

    runs: list[Run] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    label: int = 0
    notes: list[NoteKey] = field(default_factory=list)
    cited: bool = False

    def lines(self, piece: Piece) -> Iterator[Piece]:
        """Yield a block as one piece, or in a block quote with a last line after a dash as two.

        Args:
            piece: the block, whose runs begin with a number perhaps and end with these.
        """
        own = len(piece.runs) - len(self.runs)
        if piece.kind is BlockKind.BLOCK_QUOTE:
            if self.cited and not piece.opens:
                piece = replace(piece, kind=BlockKind.CREDIT)
            last = self.breaks[-1] + 1 if self.breaks else 0
            if last and self._from(last).startswith(_DASHES):
                yield replace(piece, runs=piece.runs[: own + last - 1])
                yield Piece(piece.runs[own + last :], piece.kind, piece.level)
                return
        yield piece if own else replace(piece, label=self.label)

    def _from(self, run: int) -> str:
        return "".join(words for words, _ in self.runs[run:]).lstrip()


def words_of(tokens: Sequence[Token]) -> Words:
    """Return what a block says.

    Args:
        tokens: those of its words, as markdown-it gives them.
    """
    found = Words()
    targets: list[str | None] = [None]
    bold, cited, plain, uncited = 0, 0, False, False
    for token in tokens:
        tag = _TAG.fullmatch(token.content) if token.type == "html_inline" else None
        name, step = (tag[2].lower(), -1 if tag[1] else 1) if tag else ("", token.nesting)
        breaks = token.type in ("softbreak", "hardbreak") or name == "br"
        if token.type == "link_open":
            targets.append(str(token.attrs.get("href", "")))
        elif token.type == "link_close":
            targets.pop()
        elif token.type == "footnote_ref":
            found.notes.append(token.meta.get("label", token.meta["id"]))
        elif breaks:
            found.label = found.label or (0 if plain else len(found.runs))
            found.breaks.append(len(found.runs))
            found.runs.append((" " if token.type == "softbreak" else LINE_BREAK, targets[-1]))
        elif token.type in ("strong_open", "strong_close", "em_open", "em_close"):
            bold += step
        elif token.type in ("text", "code_inline", "image"):
            said = any(map(str.isalnum, token.content))
            plain, uncited = plain or (said and not bold), uncited or (said and not cited)
            found.runs.append((token.content, targets[-1]))
        bold += step if name in _SETTING else 0
        cited += step if name in _CITING else 0
    if not plain and not found.label:
        found.label = len(found.runs)
    found.cited = not uncited
    return found
