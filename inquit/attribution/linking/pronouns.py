"""Pronouns resolved: whom "he", "she", "they" and "it" mean, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence

from inquit.attribution.linking.entity import Entity
from inquit.attribution.linking.resolved import Resolved
from inquit.attribution.linking.salience import (
    THINGS,
    Candidate,
    Trace,
    fits_many,
    fits_one,
    ranked,
)
from inquit.attribution.wordlist import words
from inquit.model.quotation import MentionKind, SourceKind

SINGULAR = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
PRONOUNS = frozenset(SINGULAR) | words(
    """i we they it me us them who you one these those that this its their himself herself"""
)
FIRST = frozenset({"i", "me", "my", "we", "us"})
RELATIVE = frozenset({"which"})
OBJECTS = frozenset({"him", "her", "them"})
NEAR = 3
"""Paragraphs back in which "they" and "it" are looked for."""
PEOPLE, SPOKE = 0.5, 0.8
"""How much more salient those are for "they" who are people, or were credited before."""
CLEAR, CLOSE = 0.6, 0.25
"""How much more salient than the next the likeliest is where the choice is clear, or close."""


def resolve_pronoun(
    lower: str, traces: Sequence[Trace], *, before: int, paragraph: int
) -> Resolved:
    """Return whom a pronoun means; nobody where nobody near fits.

    Args:
        lower: the pronoun in small letters.
        traces: the mentions before it, in the order of the text.
        before: its offset.
        paragraph: number of its paragraph.
    """
    gender = SINGULAR.get(lower, "")
    candidates = ranked(
        traces, before=before, paragraph=paragraph, gender=gender, near=lower in OBJECTS
    )
    if gender:
        return _one(lower, gender, candidates, paragraph)
    near = [one for one in candidates if one.entity.last_paragraph >= paragraph - NEAR]
    if lower in ("they", "them"):
        near = [one for one in near if fits_many(one.entity)]
        return _many(lower, sorted(near, key=_plurality, reverse=True))
    if lower == "it":
        return _many(lower, [one for one in near if _is_body(one.entity)])
    return _open(f"open whom “{lower}” means")


def resolve_first(lower: str, speaker: Entity) -> Resolved:
    """Return whom a pronoun of the first person means inside of what somebody says.

    Args:
        lower: the pronoun in small letters.
        speaker: whose words it stands in.
    """
    return Resolved(
        entity=speaker,
        kind=MentionKind.PRONOUN,
        certainty=0.9,
        reason=f"“{lower}” is {speaker.display}, whose words these are",
    )


def resolve_relative(
    lower: str, traces: Sequence[Trace], *, before: int, paragraph: int
) -> Resolved:
    """Return whom a relative pronoun means: the body named last before it in its paragraph.

    Args:
        lower: the pronoun in small letters.
        traces: the mentions before it, in the order of the text.
        before: its offset.
        paragraph: number of its paragraph.
    """
    near = [one for one in traces if one.paragraph == paragraph and one.at < before]
    entity = near[-1].entity if near else None
    if entity is None or entity.kind not in (SourceKind.ORGANISATION, SourceKind.GROUP):
        return _open(f"open whom “{lower}” means")
    return Resolved(
        entity=entity,
        kind=MentionKind.PRONOUN,
        certainty=0.65,
        reason=f"“{lower}” most likely is {entity.display}, named right before",
    )


def _one(lower: str, gender: str, candidates: Sequence[Candidate], paragraph: int) -> Resolved:
    fitting = [one for one in candidates if fits_one(one.entity, gender)]
    likely = [one for one in fitting if one.entity.human or one.entity.unnamed]
    if not likely and len({one.entity.id for one in fitting}) > 1:
        return _open(f"nobody near fits “{lower}” alone")
    chosen = (likely or fitting)[:1]
    if not chosen:
        return _open(f"nobody near fits “{lower}”")
    entity = chosen[0].entity
    rivals = [one for one in fitting if one.entity is not entity]
    lead = chosen[0].salience - rivals[0].salience if rivals else CLEAR
    certainty = 0.8 if lead >= CLEAR else 0.65 if lead >= CLOSE else 0.5
    certainty -= 0.05 * min(4, paragraph - entity.last_paragraph) + 0.03 * (not entity.gender)
    entity.gender = entity.gender or gender
    return Resolved(
        entity=entity,
        kind=MentionKind.PRONOUN,
        certainty=round(certainty, 3),
        reason=f"“{lower}” most likely is {entity.display}, mentioned just before",
    )


def _is_body(entity: Entity) -> bool:
    """Tell whether "it" may stand for somebody; a statement speaks only where it did before."""
    thing = entity.unnamed and not THINGS.isdisjoint(entity.aliases)
    return entity.kind is SourceKind.ORGANISATION and (entity.credited or not thing)


def _plurality(one: Candidate) -> float:
    """Return how likely "they" are who they are: people rather than a body, such as spoke."""
    people = one.entity.kind is not SourceKind.ORGANISATION
    return one.salience + PEOPLE * people + SPOKE * one.entity.credited


def _many(lower: str, fitting: Sequence[Candidate]) -> Resolved:
    if not fitting:
        return _open(f"open whom “{lower}” means")
    entity = fitting[0].entity
    return Resolved(
        entity=entity,
        kind=MentionKind.PRONOUN,
        certainty=0.65,
        reason=f"“{lower}” most likely is {entity.display}",
    )


def _open(reason: str) -> Resolved:
    return Resolved(entity=None, kind=MentionKind.PRONOUN, certainty=0.0, reason=reason)
