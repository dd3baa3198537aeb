"""What a finder is: passages in, reports out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from inquit.attribution.extraction import Extraction
from inquit.attribution.passage import Passage


class Finder(Protocol):
    """Finds reported speech; one is made for each article and may remember what it read."""

    def find(
        self, passages: Sequence[Passage], ahead: Sequence[Passage] = ()
    ) -> Iterator[Extraction]:
        """Yield the reports of the next passages of the article, in reading order.

        Args:
            passages: whole paragraphs, in order, following on those of the call before.
            ahead: those that come after them, which may say who speaks in these.
        """
        ...
