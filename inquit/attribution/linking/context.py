"""What is known where a mention stands: who was met, and in whose words it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from inquit.attribution.linking.entities import Entities
from inquit.attribution.linking.entity import Entity
from inquit.attribution.linking.interview import Parties
from inquit.attribution.linking.salience import Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a sieve may look at.

    Attributes:
        entities: all who were met up to here.
        trail: the mentions before, in the order of the text.
        speaker: in whose words the mention stands, None outside of anybody's.
        parties: who asks and who answers in an interview.
        replies: the mention is of who answers, as its verb tells: `she replied`.
    """

    entities: Entities
    trail: Sequence[Trace] = ()
    speaker: Entity | None = None
    parties: Parties = field(default_factory=Parties)
    replies: bool = False
