"""Which articles may have a quotation: those that share runs of two or three words with it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inquit.verification.draft import DraftQuotation

LONG = 9
"""Words from which a quotation is looked for by runs of three; a shorter one by runs of two, as
one changed word can leave no run of three in it."""

MOST_ARTICLES = 6
"""Articles that a quotation is looked for in word by word; a splice is made of two or three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A run of words that an article shares with a quotation.

    Attributes:
        there: the number of the run's first word in the article.
        here: the same in the quotation.
    """

    there: int
    here: int


class SharedRuns:
    """The runs of words of some quotations, found in any number of articles."""

    def __init__(self, quotations: Sequence[DraftQuotation]) -> None:
        """Take the quotations."""
        self._by_size: dict[int, dict[tuple[str, ...], list[tuple[int, int]]]] = {}
        for number, quotation in enumerate(quotations):
            forms = quotation.words.forms
            size = run_size(len(forms))
            runs = self._by_size.setdefault(size, defaultdict(list))
            for here in range(len(forms) - size + 1):
                runs[forms[here : here + size]].append((number, here))

    def hits_in(self, forms: Sequence[str]) -> Mapping[int, tuple[Hit, ...]]:
        """Return by a quotation's number the runs that an article shares with it, in its order."""
        found: dict[int, list[Hit]] = defaultdict(list)
        for size, runs in self._by_size.items():
            shifted = (forms[offset:] for offset in range(size))
            for there, run in enumerate(zip(*shifted, strict=False)):
                if run in runs:
                    for number, here in runs[run]:
                        found[number].append(Hit(there=there, here=here))
        return {number: tuple(hits) for number, hits in found.items()}


def run_size(words: int) -> int:
    """Return how many words a run has by which a quotation of so many words is looked for."""
    return 3 if words >= LONG else min(2, words)


def most_together(hits: Sequence[Hit], width: int) -> tuple[frozenset[int], int]:
    """Return which runs of a quotation an article has closest together, and from which word on.

    Args:
        hits: what they share, in the order of the article.
        width: the number of words that counts as close.

    Returns:
        The runs by the numbers of their first words in the quotation, and the number of the first
        word of the first of them in the article.
    """
    inside: Counter[int] = Counter()
    most, best, first = 0, slice(0), 0
    for last, hit in enumerate(hits):
        inside[hit.here] += 1
        while hit.there - hits[first].there > width:
            gone = hits[first].here
            inside[gone] -= 1
            if not inside[gone]:
                del inside[gone]
            first += 1
        if len(inside) > most:
            most, best = len(inside), slice(first, last + 1)
    together = hits[best]
    return frozenset(hit.here for hit in together), together[0].there if together else 0
