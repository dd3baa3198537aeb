"""Which of many stretches of a text a stretch overlaps, without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from inquit.model.span import Span

_T = TypeVar("_T")


class Overlaps(Generic[_T]):
    """Stretches of one text, each with what it stands for."""

    def __init__(self, held: Iterable[tuple[Span, _T]]) -> None:
        """Take the stretches, in any order; they may overlap each other."""
        self._held = sorted(held, key=lambda each: each[0])
        self._starts = [span.start for span, _ in self._held]
        self._longest = max((len(span) for span, _ in self._held), default=0)

    def with_span(self, span: Span) -> Iterator[tuple[Span, _T]]:
        """Yield the stretches that share at least one character with another, in order."""
        at = bisect_left(self._starts, span.start - self._longest)
        while at < len(self._held) and self._starts[at] < span.end:
            if self._held[at][0].overlaps(span):
                yield self._held[at]
            at += 1

    def __contains__(self, span: Span) -> bool:
        return next(self.with_span(span), None) is not None


def spans_alone(spans: Iterable[Span]) -> Overlaps[None]:
    """Return stretches that stand for nothing else."""
    return Overlaps((span, None) for span in spans)
