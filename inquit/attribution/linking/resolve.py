"""Who a source span refers to: by name, by description, or by pronoun."""

from __future__ import annotations

import re
from dataclasses import dataclass

from inquit.attribution.linking.entity import Entity
from inquit.attribution.linking.gender import gender_of_role
from inquit.attribution.linking.names import NameParts, names_in, plain
from inquit.attribution.linking.registry import Registry
from inquit.attribution.linking.words import BODY, COLLECTIVE, ROLES, WITHHELD
from inquit.attribution.wordlist import words
from inquit.model.quotation import MentionKind, SourceKind
from inquit.model.span import Span

SINGULAR = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
PRONOUNS = frozenset(SINGULAR) | words(
    """i we they it me us them who you one these those that this its their himself herself"""
)
DEFINITE = re.compile(r"^(?:the|this|that|these|those)\s+", re.IGNORECASE)
POSSESSED = re.compile(
    r"^(?:his|her|its|their|our|my)\s+|^\S+(?:\s\S+){0,3}['’]s?\s+", re.IGNORECASE
)
TAIL = re.compile(
    r"\s+(?:of|for|with|from|at|in|on|who|that|which|close|near|familiar|briefed|involved|to)\b.*$"
)
COLLECTIVES = (SourceKind.GROUP, SourceKind.ORGANISATION)
RECALLED = 500
"""So many of those named last are looked through for whom a description fits; bounds the time."""
NUMBERS = words("two three four five six seven eight nine ten several many some most")


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


def resolve(
    registry: Registry,
    text: str,
    span: Span,
    paragraph: int,
    recent: list[Entity],
    apposed: NameParts | None = None,
) -> Resolved:
    """Return whom a source span refers to.

    Args:
        registry: all who were named up to here.
        text: the span's characters.
        span: where it lies in the article.
        paragraph: number of its paragraph.
        recent: who may be meant by a pronoun, the likeliest first.
        apposed: the name in apposition to a description, where there is one.
    """
    words = text.split()
    lower = text.casefold().strip()
    if not any(letter.isalpha() for letter in lower):
        return Resolved(
            entity=None,
            kind=MentionKind.NOMINAL,
            certainty=0.0,
            reason=f"“{text}” names nobody",
        )
    if lower in PRONOUNS:
        return _pronoun(lower, recent, paragraph)
    named = list(names_in(text, offset=span.start))
    head = _head(lower)
    if named and not _is_description(text, named[-1], span, head):
        return _name(registry, named[-1], paragraph, words)
    if apposed is not None and not _is_plural(text, head):
        return _apposed(registry, text, apposed, paragraph)
    return _nominal(registry, text, span, paragraph, head)


def _head(lower: str) -> str:
    short = TAIL.sub("", lower)
    parts = re.findall(r"[^\W\d_][\w\-]*", short)
    return parts[-1] if parts else ""


def _is_description(text: str, parts: NameParts, span: Span, head: str) -> bool:
    """Tell whether the name in a phrase is no more than part of a description."""
    name = parts.span
    rest = text[name.end - span.start :].lstrip("'’s ")
    if rest and not rest.startswith((",", "(", "and ")):
        return True
    before = text[: name.start - span.start].casefold()
    if len(parts.name) == 1 and plain(parts.name[0]) in BODY and DEFINITE.match(text):
        return True
    if parts.kind is SourceKind.PERSON and len(parts.name) > 1 and _roles_in(before):
        return False
    if re.search(r"\b(?:of|for|with|from|at|in|on|to|by|about)\s+(?:the\s+)?$", before):
        return True
    return head in WITHHELD | COLLECTIVE | BODY and text[name.start - span.start :].islower()


def _roles_in(before: str) -> bool:
    return bool(set(re.findall(r"[^\W\d]+", before)) & ROLES)


def _name(registry: Registry, parts: NameParts, paragraph: int, words: list[str]) -> Resolved:
    entity = registry.note(parts, paragraph)
    if entity is None:
        return Resolved(
            entity=None,
            kind=MentionKind.NAME,
            certainty=0.0,
            reason=f"several share the name “{parts.name[-1]}”",
        )
    if entity.introduced == paragraph and entity.display == " ".join(parts.name):
        return Resolved(entity=entity, kind=MentionKind.NAME, certainty=0.98)
    return Resolved(
        entity=entity,
        kind=MentionKind.NAME,
        certainty=0.96,
        reason=f"“{words[-1]}” is {entity.display}, named in paragraph {entity.introduced}",
    )


def _apposed(registry: Registry, text: str, apposed: NameParts, paragraph: int) -> Resolved:
    """Return the person whose name stands in apposition to a description, which is their role."""
    entity = registry.note(apposed, paragraph)
    if entity is None:
        return Resolved(entity=None, kind=MentionKind.NOMINAL, certainty=0.0)
    entity.role = entity.role or DEFINITE.sub("", text)
    return Resolved(
        entity=entity,
        kind=MentionKind.NOMINAL,
        certainty=0.95,
        reason=f"“{text}” is {entity.display}, named right after",
    )


def _nominal(registry: Registry, text: str, span: Span, paragraph: int, head: str) -> Resolved:
    definite = bool(DEFINITE.match(text))
    if definite:
        known = _described(registry, text, head)
        if known is not None:
            return Resolved(
                entity=known,
                kind=MentionKind.NOMINAL,
                certainty=0.85,
                reason=f"“{text}” is {known.display}, introduced in paragraph {known.introduced}",
            )
    entity = registry.add(span, tuple(text.split()), paragraph)
    entity.unnamed = True
    entity.plural = _is_plural(text, head)
    entity.kind = _kind_of(text, head, plural=entity.plural)
    entity.gender = gender_of_role(head)
    entity.gender_sure = bool(entity.gender)
    entity.role = ""
    entity.aliases.add(head)
    return Resolved(entity=entity, kind=MentionKind.NOMINAL, certainty=0.95)


def _is_plural(text: str, head: str) -> bool:
    first = plain(text.split()[0])
    return first in NUMBERS or (head.endswith("s") and not head.endswith("ss")) or head == "people"


def _kind_of(text: str, head: str, *, plural: bool) -> SourceKind:
    if head in BODY and not plural:
        return SourceKind.ORGANISATION
    if head in WITHHELD:
        return SourceKind.UNNAMED
    if plural or head in COLLECTIVE or head in BODY:
        return SourceKind.GROUP
    if text[:1].isupper() and len(text.split()) == 1 and head not in ROLES:
        return SourceKind.ORGANISATION
    return SourceKind.UNNAMED


def _described(registry: Registry, text: str, head: str) -> Entity | None:
    """Return whom a definite description refers to: a role, an organisation, an unnamed source."""
    words = {plain(word) for word in DEFINITE.sub("", text).split()}
    found = []
    for entity in reversed(registry.entities[-RECALLED:]):
        role = entity.role.casefold().split()
        if entity.unnamed:
            fits = head in entity.aliases and words - {head} <= {plain(w) for w in entity.name}
        elif entity.kind is SourceKind.ORGANISATION:
            fits = head in BODY and plain(entity.name[-1]) == head
            fits = fits or (head in BODY and plain(entity.name[0]) == head)
        else:
            fits = bool(role) and _role_fits(role, head, words)
        if fits:
            found.append(entity)
    if not found:
        return None
    return max(found, key=lambda e: (e.last_seen, e.count))


def _role_fits(role: list[str], head: str, words: set[str]) -> bool:
    main = role[-1] if "of" not in role else role[max(0, role.index("of") - 1)]
    if main != head and head not in role:
        return False
    if "former" in role and "former" not in words and main == "president":
        return False
    return words - {head} <= set(role) | {"former"}


def _pronoun(lower: str, recent: list[Entity], paragraph: int) -> Resolved:
    kind = MentionKind.PRONOUN
    if lower in SINGULAR:
        gender = SINGULAR[lower]
        fitting = [e for e in recent if e.is_person and e.accepts(gender) and e.human]
        if not fitting:
            fitting = [e for e in recent if e.kind is SourceKind.PERSON and e.accepts(gender)]
            fitting = fitting if len(fitting) == 1 and len(fitting[0].name) > 1 else []
        fitting.sort(key=lambda e: e.gender != gender and e.last_paragraph < paragraph)
        if not fitting:
            return Resolved(
                entity=None, kind=kind, certainty=0.0, reason=f"nobody near fits “{lower}”"
            )
        entity = fitting[0]
        if not entity.gender:
            entity.gender = gender
        rivals = {e.id for e in fitting[1:4] if e.last_paragraph >= paragraph - 1} - {entity.id}
        return Resolved(
            entity=entity,
            kind=kind,
            certainty=0.9 if not rivals else 0.75,
            reason=f"“{lower}” most likely is {entity.display}, mentioned just before",
        )
    if lower in ("they", "them", "we", "us"):
        fitting = [
            e for e in recent if e.plural or e.kind in (SourceKind.GROUP, SourceKind.ORGANISATION)
        ]
        if lower in ("they", "them") and fitting and fitting[0].last_paragraph >= paragraph - 1:
            return Resolved(
                entity=fitting[0],
                kind=kind,
                certainty=0.6,
                reason=f"“{lower}” most likely is {fitting[0].display}",
            )
    if lower == "it":
        bodies = [e for e in recent if e.kind is SourceKind.ORGANISATION]
        if bodies and bodies[0].last_paragraph >= paragraph - 1:
            return Resolved(
                entity=bodies[0],
                kind=kind,
                certainty=0.65,
                reason=f"“it” most likely is {bodies[0].display}",
            )
    return Resolved(entity=None, kind=kind, certainty=0.0, reason=f"open whom “{lower}” means")
