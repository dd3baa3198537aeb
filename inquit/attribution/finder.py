"""What a finder is: windows in, reports out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from inquit.attribution.extraction import Extraction
from inquit.attribution.passage import Passage

if TYPE_CHECKING:
    from inquit.attribution.finding.encoder_claims import EncoderClaims


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OpenWindow:
    """A window as the finders see it; of no use once the memory zone has ended.

    Attributes:
        before: the last paragraphs before, as context.
        passages: the paragraphs to find quotes in.
        ahead: those that come next, as context.
        claims: what the encoder says of all of them, None where only rules read.
    """

    before: tuple[Passage, ...] = ()
    passages: tuple[Passage, ...]
    ahead: tuple[Passage, ...] = ()
    claims: EncoderClaims | None = None


class Finder(Protocol):
    """Finds reported speech; one is made for each article and may remember what it read."""

    def find(self, window: OpenWindow) -> Iterator[Extraction]:
        """Yield the reports of the next window of the article, in reading order.

        Args:
            window: follows on that of the call before.
        """
        ...
