"""What a sieve answers, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass

from inquit.attribution.linking.entity import Entity
from inquit.attribution.linking.name_parts import NameParts
from inquit.model.quotation import MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A sieve's answer: whom a mention refers to. `Entities` alone acts on it.

    Attributes:
        evidence: what settled it, a key of `confidence.EVIDENCE`.
        kind: what the mention is made of.
        entity: who was met before; None where it is somebody new, or open.
        name: a name that the mention gives to whom it means; a new entity where none has it.
        describes: the mention's words are a new entity's description.
        role: what the mention tells of whom it means.
        members: those whom it means together.
        together: the words of the name that those have together.
        related_to: whose parent or spouse a new entity is, and which.
        doubt: how much less sure this is than the table says.
    """

    evidence: str
    kind: MentionKind
    entity: Entity | None = None
    name: NameParts | None = None
    describes: bool = False
    role: str = ""
    members: tuple[Entity, ...] = ()
    together: tuple[str, ...] = ()
    related_to: tuple[Entity, str] | None = None
    doubt: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """Whom a mention refers to, once that is written down.

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
