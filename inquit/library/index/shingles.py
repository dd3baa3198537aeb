"""Shingles: short runs of words by which a text that shares a wording is found among many.

As in Broder 1997, "On the resemblance and containment of documents". Words are compared folded,
without punctuation and marks, so that a difference in capitals or in quotation marks is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from sqlite3 import Connection
from zlib import crc32

from inquit.model.folding import fold_text

SIZE = 3
"""Words in a shingle: enough to be rare, few enough to survive a changed word nearby."""

_MOST_QUERIED = 200
"""Shingles that are looked up for one sequence of words at most."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An article that shares shingles with a sequence of words.

    Attributes:
        article: its number in the index; `reading.fetch_article` has the rest.
        shared: how many of the shingles that were looked up it has.
        asked: how many were looked up.
    """

    article: int
    shared: int
    asked: int


def fold_words(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared: runs of letters and digits, folded."""
    return tuple(_WORD.findall(fold_text(text)))


def shingles_of(words: Sequence[str]) -> Iterator[str]:
    """Yield the shingles of a sequence of folded words, in order and as the index keeps them.

    Of fewer words than a shingle has there is one, of all of them.
    """
    for start in range(max(1, len(words) - SIZE + 1) if words else 0):
        run = " ".join(words[start : start + SIZE])
        yield f"{crc32(run.encode('utf-8', 'surrogatepass')):08x}"


def find_candidates(
    index: Connection, words: Sequence[str], *, most: int = 20
) -> tuple[Candidate, ...]:
    """Return the articles that share shingles with some words, those that share most first.

    Where a sequence is long, shingles from all over it are looked up, and not every one. Of fewer
    than three words nothing is found: search is made for these.

    Args:
        index: an open index.
        words: folded words, as `fold_words` gives them.
        most: articles that are returned at most.
    """
    if len(words) < SIZE:
        return ()
    asked = list(dict.fromkeys(shingles_of(words)))
    asked = asked[:: -(-len(asked) // _MOST_QUERIED)]
    found: Counter[int] = Counter()
    for shingle in asked:
        rows = index.execute("SELECT rowid FROM shingles WHERE shingles MATCH ?", (shingle,))
        found.update(number for (number,) in rows)
    ranked = sorted(found.items(), key=lambda each: (-each[1], -each[0]))[:most]
    return tuple(
        Candidate(article=number, shared=shared, asked=len(asked)) for number, shared in ranked
    )
