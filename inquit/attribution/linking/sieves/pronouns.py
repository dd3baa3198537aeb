"""Pronouns: whom "I", "he", "she", "they", "it" and "which" mean, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence

from inquit.attribution.lexicon import pronouns
from inquit.attribution.linking.confidence import (
    CLEAR,
    CLOSE,
    FARTHER,
    MOST_FARTHER,
    NO_GENDER,
)
from inquit.attribution.linking.context import Context
from inquit.attribution.linking.entity import Entity
from inquit.attribution.linking.mention import Mention
from inquit.attribution.linking.resolution import Resolution
from inquit.attribution.linking.salience import Candidate, fits_many, fits_one, ranked
from inquit.model.quotation import MentionKind, SourceKind

NEAR = 3
"""Paragraphs back in which "they" and "it" are looked for."""
PEOPLE, SPOKE = 0.5, 0.8
"""How much more salient those are for "they" who are people, or were credited before."""


def first_person(mention: Mention, context: Context) -> Resolution | None:
    """Answer with whose words a pronoun of the first person stands in."""
    if mention.lower not in pronouns("first") or context.speaker is None:
        return None
    return _meant("first person", context.speaker)


def he_or_she(mention: Mention, context: Context) -> Resolution | None:
    """Answer with the most salient person whom "he" or "she" fits."""
    if not _is_pronoun(mention) or not mention.gender:
        return None
    gender, paragraph = mention.gender, mention.paragraph
    fitting = [one for one in _candidates(mention, context) if fits_one(one.entity, gender)]
    fitting = [one for one in fitting if not one.otherwise] or fitting
    likely = [one for one in fitting if one.entity.human or one.entity.unnamed]
    if not likely and len({one.entity.id for one in fitting}) > 1:
        return _meant("nobody fits alone")
    if not fitting:
        return _meant("nobody fits")
    chosen = (likely or fitting)[0]
    rivals = [one for one in fitting if one.entity is not chosen.entity]
    lead = chosen.salience - rivals[0].salience if rivals else CLEAR
    grade = "" if lead >= CLEAR else ", close" if lead >= CLOSE else ", with rivals"
    since = min(MOST_FARTHER, paragraph - chosen.entity.last_paragraph)
    doubt = FARTHER * since + NO_GENDER * (not chosen.entity.gender)
    return _meant(f"he or she{grade}", chosen.entity, doubt=doubt)


def they(mention: Mention, context: Context) -> Resolution | None:
    """Answer with the most salient of those who are many, people before bodies."""
    if not _is_pronoun(mention) or not mention.plural:
        return None
    near = [one for one in _near(mention, context) if fits_many(one.entity)]
    best = max(near, key=_plurality, default=None)
    return _meant("they or it", best.entity) if best is not None else _meant("open")


def it(mention: Mention, context: Context) -> Resolution | None:
    """Answer with the most salient body."""
    if not _is_pronoun(mention) or mention.lower not in pronouns("thing"):
        return None
    bodies = [one.entity for one in _near(mention, context) if _is_body(one.entity)]
    return _meant("they or it", bodies[0]) if bodies else _meant("open")


def relative(mention: Mention, context: Context) -> Resolution | None:
    """Answer with the body that was named last before a relative pronoun in its paragraph."""
    if mention.lower not in pronouns("relative"):
        return None
    near = [
        one
        for one in context.trail
        if one.paragraph == mention.paragraph and one.at < mention.span.start
    ]
    entity = near[-1].entity if near else None
    body = entity is not None and entity.kind in (SourceKind.ORGANISATION, SourceKind.GROUP)
    return _meant("relative", entity) if body else _meant("open")


def open_pronoun(mention: Mention, _: Context) -> Resolution | None:
    """Answer that any other pronoun is open."""
    return _meant("open") if _is_pronoun(mention) else None


def _is_pronoun(mention: Mention) -> bool:
    return mention.form is MentionKind.PRONOUN


def _candidates(mention: Mention, context: Context) -> list[Candidate]:
    return ranked(
        context.trail,
        before=mention.span.start,
        paragraph=mention.paragraph,
        gender=mention.gender,
        near=mention.lower in pronouns("object"),
        answers=0 if context.replies else mention.joined_from,
    )


def _near(mention: Mention, context: Context) -> Sequence[Candidate]:
    first = mention.paragraph - NEAR
    return [one for one in _candidates(mention, context) if one.entity.last_paragraph >= first]


def _is_body(entity: Entity) -> bool:
    """Tell whether "it" may stand for somebody; a statement speaks only where it did before."""
    return entity.kind is SourceKind.ORGANISATION and (entity.credited or not entity.is_document)


def _plurality(one: Candidate) -> float:
    """Return how likely "they" are who they are: people rather than a body, such as spoke."""
    people = one.entity.kind is not SourceKind.ORGANISATION
    return one.salience + PEOPLE * people + SPOKE * one.entity.credited


def _meant(evidence: str, entity: Entity | None = None, *, doubt: float = 0.0) -> Resolution:
    return Resolution(evidence=evidence, kind=MentionKind.PRONOUN, entity=entity, doubt=doubt)
