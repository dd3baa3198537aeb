"""The tokens of a stretch of paragraphs as columns, over paragraph boundaries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from inquit.attribution.marks import QuotedRun
from inquit.attribution.passage import Passage

Ints: TypeAlias = npt.NDArray[np.int64]
Floats: TypeAlias = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenTable:
    """The tokens of consecutive paragraphs; rows are tokens in reading order.

    Attributes:
        start: first code point of each token in the article.
        end: end of each token.
        paragraph: number of the token's paragraph in this table.
        sentence: row that the token's sentence starts with.
        head: row of the syntactic head; a root is its own.
        tags: part of speech of each token, as in the Penn Treebank.
        run: number of the quoted run the token lies in, marks included, or -1.
        runs: the quoted runs, in reading order.
        run_paragraph: number of each run's paragraph.
    """

    start: Ints
    end: Ints
    paragraph: Ints
    sentence: Ints
    head: Ints
    tags: tuple[str, ...]
    run: Ints
    runs: tuple[QuotedRun, ...]
    run_paragraph: Ints

    def __len__(self) -> int:
        return len(self.start)


def table_of(passages: Sequence[Passage]) -> TokenTable:
    """Return the token table of passages that follow each other in one article."""
    sizes = [len(one.doc) for one in passages]
    start = np.array([at for one in passages for at in one.starts], dtype=np.int64)
    end = np.array([at for one in passages for at in one.ends], dtype=np.int64)
    offsets = np.cumsum([0, *sizes])
    runs = tuple(run for one in passages for run in one.runs)
    return TokenTable(
        start=start,
        end=end,
        paragraph=np.repeat(np.arange(len(passages)), sizes),
        sentence=np.array(
            [
                offset + token.sent.start
                for offset, one in zip(offsets.tolist(), passages, strict=False)
                for token in one.doc
            ],
            dtype=np.int64,
        ),
        head=np.array(
            [
                offset + token.head.i
                for offset, one in zip(offsets.tolist(), passages, strict=False)
                for token in one.doc
            ],
            dtype=np.int64,
        ),
        tags=tuple(token.tag_ for one in passages for token in one.doc),
        run=_runs_of(start, end, runs),
        runs=runs,
        run_paragraph=np.repeat(np.arange(len(passages)), [len(one.runs) for one in passages]),
    )


def _runs_of(start: Ints, end: Ints, runs: tuple[QuotedRun, ...]) -> Ints:
    """Return each token's run or -1."""
    found = np.full(len(start), -1)
    for number, run in enumerate(runs):
        low = int(np.searchsorted(end, run.outer.start, side="right"))
        high = int(np.searchsorted(start, run.outer.end, side="left"))
        found[low:high] = number
    return found
