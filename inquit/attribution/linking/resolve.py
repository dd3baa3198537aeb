"""Who a source span refers to: by name, by description, or by pronoun."""

from __future__ import annotations

import re
from collections.abc import Sequence

from inquit.attribution.linking.apposition import ONE_OF_SEVERAL
from inquit.attribution.linking.described import DEFINITE, described
from inquit.attribution.linking.entity import Entity
from inquit.attribution.linking.gender import gender_of_role
from inquit.attribution.linking.kin import by_kin
from inquit.attribution.linking.names import NameParts, plain
from inquit.attribution.linking.phrase import ARTICLE, head_of, is_description, name_in, role_ahead
from inquit.attribution.linking.pronouns import (
    PRONOUNS,
    RELATIVE,
    resolve_pronoun,
    resolve_relative,
)
from inquit.attribution.linking.recalled import calls_back, recalled
from inquit.attribution.linking.registry import Registry
from inquit.attribution.linking.resolved import Resolved
from inquit.attribution.linking.salience import Trace
from inquit.attribution.linking.words import (
    BODY,
    COLLECTIVE,
    INQUIRIES,
    ROLES,
    WITHHELD,
)
from inquit.attribution.wordlist import words
from inquit.model.quotation import MentionKind, SourceKind
from inquit.model.span import Span

ASKERS = frozenset({"question", "questioner", "reporter", "participant"})
"""Labels of whoever asks in a transcript."""
STANDING = frozenset({"police", "authorities"}) | ASKERS
"""Who stands without an article and is one throughout."""
APPOSED = re.compile(r",\s+(?:an?|the|who|which|whose)\s")
ABOUT = re.compile(r"^(.*?\w) \w+(?:ing|ed) ")
NUMBERED = re.compile(r"(?:No\.?|Number) \d{1,3}")
"""A house that stands for who works there: `No 10`."""
NUMBERS = words("two three four five six seven eight nine ten several many some most")


def resolve(
    registry: Registry,
    text: str,
    span: Span,
    paragraph: int,
    traces: Sequence[Trace],
    apposed: NameParts | None = None,
) -> Resolved:
    """Return whom a source span refers to.

    Args:
        registry: all who were named up to here.
        text: the span's characters.
        span: where it lies in the article.
        paragraph: number of its paragraph.
        traces: the mentions before it, in the order of the text.
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
    if lower in ONE_OF_SEVERAL and apposed is not None:
        return _apposed(registry, text, apposed, paragraph)
    if lower in PRONOUNS and text != "WHO":
        return resolve_pronoun(lower, traces, before=span.start, paragraph=paragraph)
    if lower in RELATIVE:
        return resolve_relative(lower, traces, before=span.start, paragraph=paragraph)
    head = head_of(lower)
    named = lower not in COLLECTIVE | STANDING and not calls_back(text)
    name = name_in(text, span) if named else None
    if name is not None and not is_description(text, name, span, head):
        found = _name(registry, name, paragraph, words)
        if found.entity is not None and not found.entity.role:
            found.entity.role = role_ahead(text[: name.span.start - span.start])
        return found
    kin = by_kin(registry, text, traces, before=span.start, paragraph=paragraph)
    if kin is not None and apposed is None:
        return Resolved(
            entity=kin,
            kind=MentionKind.NOMINAL,
            certainty=0.75,
            reason=f"“{text}” most likely is {kin.display}, of that family",
        )
    if apposed is not None and not _is_plural(text, head):
        return _apposed(registry, text, apposed, paragraph)
    return _introduced(registry, text, head) or (
        recalled(text, traces, before=span.start, paragraph=paragraph)
        or _nominal(registry, text, span, paragraph, head)
    )


def resolve_initials(label: str, entity: Entity) -> Resolved:
    """Return whom the label of a turn stands for: somebody named before, by initials.

    Args:
        label: the initials.
        entity: whose they are.
    """
    return Resolved(
        entity=entity,
        kind=MentionKind.NAME,
        certainty=0.93,
        reason=f"“{label}” are the initials of {entity.display}",
    )


def resolve_party(label: str, entity: Entity | None) -> Resolved:
    """Return whom the letter of a turn stands for: who asks or answers in an interview.

    Args:
        label: the letter.
        entity: who that is, None where the text does not name them.
    """
    if entity is None:
        reason = f"the text does not tell whom “{label}” stands for"
        return Resolved(entity=None, kind=MentionKind.NOMINAL, certainty=0.0, reason=reason)
    return Resolved(
        entity=entity,
        kind=MentionKind.NOMINAL,
        certainty=0.9,
        reason=f"“{label}” stands for {entity.display} in this interview",
    )


def _name(registry: Registry, parts: NameParts, paragraph: int, words: list[str]) -> Resolved:
    meant = registry.misspelt(parts)
    if meant is not None:
        return Resolved(
            entity=meant,
            kind=MentionKind.NAME,
            certainty=0.8,
            reason=f"“{words[-1]}” most likely is {meant.display}, misspelt",
        )
    nearest = registry.nearest(parts, paragraph)
    if nearest is not None:
        return Resolved(
            entity=nearest,
            kind=MentionKind.NAME,
            certainty=0.75,
            reason=f"“{words[-1]}” most likely is {nearest.display}, so called and named last",
        )
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
    if entity.role in ("", apposed.role) and text.casefold() not in ONE_OF_SEVERAL:
        entity.role = ARTICLE.sub("", text)
    entity.gender = entity.gender or gender_of_role(head_of(text.casefold()))
    entity.kind = entity.kind or SourceKind.PERSON
    return Resolved(
        entity=entity,
        kind=MentionKind.NOMINAL,
        certainty=0.95,
        reason=f"“{text}” is {entity.display}, named right after",
    )


def _introduced(registry: Registry, text: str, head: str) -> Resolved | None:
    """Return whom a definite description means by a description before it, None where nobody."""
    if not DEFINITE.match(text) and text.casefold() not in STANDING:
        return None
    known = described(registry, text, head)
    if known is None:
        return None
    return Resolved(
        entity=known,
        kind=MentionKind.NOMINAL,
        certainty=0.85,
        reason=f"“{text}” is {known.display}, introduced in paragraph {known.introduced}",
    )


def _nominal(registry: Registry, text: str, span: Span, paragraph: int, head: str) -> Resolved:
    """Return somebody new, whom the text only describes."""
    entity = registry.add(span, tuple(_bare_thing(text).split()), paragraph)
    entity.unnamed = True
    entity.plural = _is_plural(text, head)
    entity.kind = _kind_of(text, head, plural=entity.plural)
    entity.gender = gender_of_role(head)
    entity.gender_sure = bool(entity.gender)
    entity.role = ""
    entity.aliases.add(head)
    return Resolved(entity=entity, kind=MentionKind.NOMINAL, certainty=0.95)


def _bare_thing(text: str) -> str:
    """Return a description without what is in apposition to it: "my uncle, a miner".

    Of a document without what it is about: "a study following cod".
    """
    text = APPOSED.split(text)[0]
    match = ABOUT.match(text)
    return match[1] if match is not None and head_of(match[1].casefold()) in INQUIRIES else text


def _is_plural(text: str, head: str) -> bool:
    first = plain(text.split()[0])
    return first in NUMBERS or (head.endswith("s") and not head.endswith("ss")) or head == "people"


def _kind_of(text: str, head: str, *, plural: bool) -> SourceKind:
    if head in BODY and not plural:
        return SourceKind.ORGANISATION
    if head in WITHHELD | ASKERS:
        return SourceKind.UNNAMED
    if plural or head in COLLECTIVE or head in BODY:
        return SourceKind.GROUP
    if text[:1].isupper() and len(text.split()) == 1 and head not in ROLES:
        return SourceKind.ORGANISATION
    if NUMBERED.fullmatch(text):
        return SourceKind.ORGANISATION
    return SourceKind.UNNAMED
