"""Whom a pronoun means: the most salient of those who were mentioned before it and fit it.

Salience by recency, grammatical role and parallelism after Lappin and Leass, "An Algorithm for
Pronominal Anaphora Resolution" (Computational Linguistics 20:4, 1994); weights of our own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inquit.attribution.lexicon import nouns
from inquit.attribution.linking.entity import Entity
from inquit.model.quotation import SourceKind

REACH = 1_500
"""Code points before a pronoun in which whom it means is sought."""
BY_PARAGRAPH = 0.35
OBJECT = 0.3
"""The pronoun is an object, and the mention in another paragraph."""
BY_DISTANCE = 0.8
SUPERSEDED = 0.3
"""By each other who fits and was the subject of a clause since, up to three."""
SUBJECT = 0.7
CREDITED = 0.15
POSSESSOR = 0.3
ASKS = 0.9
"""Against who asks whether something is so, in the pronoun's own paragraph."""
MET, NEWCOMER = 0.5, 0.3
"""In the pronoun's own paragraph; the newcomer only who has met nobody since."""
ANSWERS = 0.8
"""More for who was met, where the pronoun is of who answers."""
QUOTED, TOLD = -0.9, -0.4
SAME_GENDER = 0.35
"""The entity's gender is known, or likely, and the pronoun's."""
UNLIKELY = -0.8
"""Nothing but the form of the name speaks for a human being."""
AGAIN = 0.07
"""By each further mention, up to three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A mention before the pronoun.

    Attributes:
        at: offset where it starts.
        end: offset where it ends.
        entity: who was mentioned.
        paragraph: number of its paragraph.
        quoted: it stands inside quotation marks.
        subject: it is the subject of its clause.
        possessor: it is a genitive: "Holm's sister".
        told: it stands in what somebody is reported to have said, without quotation marks.
        met: somebody asks, tells or meets who is mentioned here.
        newcomer: nobody was mentioned before who is the subject here.
        asks: who is mentioned asks whether something is so.
    """

    at: int
    end: int
    entity: Entity
    paragraph: int
    quoted: bool
    subject: bool
    possessor: bool = False
    told: bool = False
    met: bool = False
    newcomer: bool = False
    asks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody a pronoun may mean.

    Attributes:
        entity: who.
        salience: how salient they are.
        otherwise: a pronoun of the other gender was last taken for them, likely but no evidence.
    """

    entity: Entity
    salience: float
    otherwise: bool = False


def ranked(
    traces: Sequence[Trace],
    *,
    before: int,
    paragraph: int,
    gender: str,
    near: bool = False,
    answers: int | None = None,
) -> list[Candidate]:
    """Return who may be meant at an offset, the likeliest first.

    Args:
        traces: mentions in the order of the text.
        before: offset of the pronoun.
        paragraph: number of its paragraph.
        gender: "m" or "f" for one person, "" where the pronoun tells none.
        near: the pronoun is an object, which seldom reaches beyond its paragraph.
        answers: the offset since which those were met who may answer, None where nobody answers.
    """
    best: dict[str, Candidate] = {}
    again: dict[str, int] = {}
    since: set[str] = set()
    met = False
    for trace in reversed(traces):
        if not before - REACH <= trace.at < before:
            continue
        key = trace.entity.id
        again[key] = again.get(key, -1) + 1
        salience = _salience(trace, before=before, paragraph=paragraph, gender=gender)
        if trace.paragraph == paragraph:
            salience -= ASKS * trace.asks
            salience += MET * trace.met + NEWCOMER * (trace.newcomer and not met)
        salience += ANSWERS * (trace.met and answers is not None and trace.at >= answers)
        met = met or (trace.met and (not gender or fits_one(trace.entity, gender)))
        salience -= OBJECT * near * (trace.paragraph != paragraph)
        salience -= SUPERSEDED * min(3, len(since - {key}))
        if trace.subject and not trace.quoted and (not gender or fits_one(trace.entity, gender)):
            since.add(key)
        if key not in best or salience > best[key].salience:
            best[key] = Candidate(entity=trace.entity, salience=salience)
    counted = (
        Candidate(
            entity=one.entity,
            salience=one.salience + AGAIN * min(3, again[key]),
            otherwise=bool(gender) and one.entity.likely_gender not in ("", gender),
        )
        for key, one in best.items()
    )
    return sorted(counted, key=lambda one: -one.salience)


def _salience(trace: Trace, *, before: int, paragraph: int, gender: str) -> float:
    entity = trace.entity
    weight = -BY_DISTANCE * (before - trace.at) / REACH
    weight -= BY_PARAGRAPH * min(4, paragraph - trace.paragraph)
    weight += SUBJECT * trace.subject + CREDITED * entity.credited
    weight += POSSESSOR * trace.possessor
    weight += QUOTED if trace.quoted else TOLD * trace.told
    if gender:
        weight += SAME_GENDER * (entity.likely_gender == gender)
        weight += UNLIKELY * (not entity.human and not entity.unnamed)
    return weight


def fits_one(entity: Entity, gender: str) -> bool:
    """Tell whether "he" or "she" may stand for somebody."""
    return entity.is_person and entity.accepts(gender) and len(entity.display) > 1


def fits_many(entity: Entity) -> bool:
    """Tell whether "they" may stand for somebody."""
    if not nouns("document").isdisjoint(entity.aliases if entity.unnamed else (entity.surname,)):
        return False
    return entity.plural or entity.kind in (SourceKind.GROUP, SourceKind.ORGANISATION)
