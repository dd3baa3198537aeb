"""The answer to whom a mention refers to."""

from __future__ import annotations

from dataclasses import dataclass

from inquit.attribution.linking.entity import Entity
from inquit.model.quotation import MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """Whom a mention refers to.

    Attributes:
        entity: None where that is unresolved.
        kind: what the mention is made of.
        certainty: from 0 to 1, that entity is right.
        reason: the evidence in words, "" where the mention is the introduction itself.
    """

    entity: Entity | None
    kind: MentionKind
    certainty: float
    reason: str = ""
