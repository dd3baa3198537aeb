"""What the narration of a paragraph tells of those whom it mentions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from inquit.attribution.linking.narrative import Actor, actors_in
from inquit.attribution.passage import Passage
from inquit.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Narration:
    """Those who act in a paragraph, asked by where they are mentioned.

    Attributes:
        actors: in order.
    """

    actors: tuple[Actor, ...] = ()

    def is_subject(self, name: Span) -> bool:
        """Tell whether whom a name stands for is the subject of a clause."""
        return any(actor.subject and actor.named for actor in self.at(name))

    def is_met(self, mention: Span) -> bool:
        """Tell whether somebody asks, tells or meets whom a mention stands for."""
        return any(actor.met for actor in self.at(mention))

    def asks(self, mention: Span) -> bool:
        """Tell whether whom a mention stands for asks whether something is so."""
        return any(actor.asks for actor in self.at(mention))

    def at(self, mention: Span) -> Iterator[Actor]:
        """Yield the actors whose heads a mention holds."""
        return (actor for actor in self.actors if mention.encloses(actor.head))

    def unnamed(self, taken: list[Span]) -> Iterator[Actor]:
        """Yield those without a name who are not mentioned at any of some spans."""
        for actor in self.actors:
            if not actor.named and not any(actor.head.overlaps(span) for span in taken):
                yield actor


def narration_of(passage: Passage) -> Narration:
    """Return what a paragraph tells outside of its quotations."""
    return Narration(actors=tuple(actors_in(passage)))
