"""Descriptions: who is meant by kinship, by a name beside it, by an office, or by nothing else."""

from __future__ import annotations

import re

from inquit.attribution.lexicon import pronouns
from inquit.attribution.lexicon.gender import gender_of_role
from inquit.attribution.lexicon.spelling import plain
from inquit.attribution.linking.confidence import CLEAR
from inquit.attribution.linking.context import Context
from inquit.attribution.linking.entity import Entity
from inquit.attribution.linking.epithets import PARTS, calls_back
from inquit.attribution.linking.matching import is_described_by
from inquit.attribution.linking.mention import Mention
from inquit.attribution.linking.phrase import ARTICLE
from inquit.attribution.linking.resolution import Resolution
from inquit.attribution.linking.salience import fits_one, ranked
from inquit.model.quotation import MentionKind, SourceKind

KIN = re.compile(r"(his|her)\s+(mother|mamma|mama|wife|lady|father|papa|husband)", re.IGNORECASE)
SPOUSE_OR_PARENT = {
    "mother": ("mrs", "mother"), "mamma": ("mrs", "mother"), "mama": ("mrs", "mother"),
    "wife": ("mrs", "wife"), "lady": ("mrs", "wife"), "husband": ("mr", "husband"),
    "father": ("mr", "father"), "papa": ("mr", "father"),
}  # fmt: skip
"""Each with the title that it has and what it is; of each somebody has one."""
RECALLED = 500
"""So many of those named last are looked through for whom a description fits; bounds the time."""
NEAR = 1
"""Paragraphs back in which somebody was named whom an epithet calls back."""


def one_of_several(mention: Mention, context: Context) -> Resolution | None:
    """Answer with whose name follows on "one" or "another": `said one, Oksana, who`."""
    return _apposed(mention, context, role="") if mention.is_one_of_several else None


def kin(mention: Mention, context: Context) -> Resolution | None:
    """Answer with a parent or spouse who was met before: "her mother" may be Mrs. Holm."""
    match = KIN.fullmatch(mention.lower)
    if match is None or mention.apposed is not None:
        return None
    gender = "m" if match[1] in pronouns("m") else "f"
    candidates = ranked(
        context.trail, before=mention.span.start, paragraph=mention.paragraph, gender=gender
    )
    child = next(
        (
            one.entity
            for one in candidates
            if fits_one(one.entity, gender) and not one.entity.unnamed
        ),
        None,
    )
    if child is None:
        return None
    title, relation = SPOUSE_OR_PARENT[match[2]]
    titled = [
        entity
        for entity in context.entities.named(child.surname)
        if len(entity.name) == 1 and plain(entity.courtesy) == title
    ]
    if len(titled) == 1 and titled[0] is not child:
        return _meant("kin", titled[0])
    known = context.entities.relative(child, relation)
    if known is not None:
        return _meant("kin", known)
    return Resolution(
        evidence="new", kind=MentionKind.NOMINAL, describes=True, related_to=(child, relation)
    )


def apposition(mention: Mention, context: Context) -> Resolution | None:
    """Answer with whose name stands right after: `the chief engineer, Per Lund,`."""
    if mention.apposed is None or mention.plural:
        return None
    return _apposed(mention, context, role=ARTICLE.sub("", mention.words))


def described_before(mention: Mention, context: Context) -> Resolution | None:
    """Answer with whom a definite description fits who was named last: `the mayor`."""
    if not mention.definite:
        return None
    fits = [
        one
        for one in context.entities.latest(RECALLED)
        if is_described_by(one, mention.words, mention.head)
    ]
    known = max(fits, key=lambda one: (one.last_seen, one.count), default=None)
    return _meant("described before", known) if known is not None else None


def recalled(mention: Mention, context: Context) -> Resolution | None:
    """Answer with who was just named, where a description is of the sort that calls one back."""
    if not calls_back(mention.words):
        return None
    gender = gender_of_role(PARTS.sub("", mention.words))
    near = [one for one in context.trail if one.entity.last_paragraph >= mention.paragraph - NEAR]
    candidates = [
        one
        for one in ranked(
            near, before=mention.span.start, paragraph=mention.paragraph, gender=gender
        )
        if _is_named(one.entity) and (not gender or fits_one(one.entity, gender))
    ]
    # Rather than who does something else: who coaches is hardly "the goalkeeper".
    free = [one for one in candidates if not one.entity.callings.keys() - {mention.head}]
    candidates = free or candidates
    told = [one.entity for one in candidates if mention.age and one.entity.age == mention.age]
    if told:
        return _meant("same age", told[0])
    open_ = [one for one in candidates if not (mention.age and one.entity.age)]
    if not open_:
        return None
    likely = [one for one in open_ if one.entity.human] or open_
    lead = likely[0].salience - likely[1].salience if len(likely) > 1 else CLEAR
    sure = lead >= CLEAR and likely[0].entity.human
    return _meant("recalled" if sure else "recalled, with rivals", likely[0].entity)


def new(_: Mention, __: Context) -> Resolution | None:
    """Answer with somebody new, whom the text only describes."""
    return Resolution(evidence="new", kind=MentionKind.NOMINAL, describes=True)


def _apposed(mention: Mention, context: Context, *, role: str) -> Resolution | None:
    if mention.apposed is None:
        return None
    entity, clash = context.entities.find(mention.apposed)
    if clash:
        return Resolution(evidence="shared", kind=MentionKind.NOMINAL)
    return Resolution(
        evidence="apposition",
        kind=MentionKind.NOMINAL,
        entity=entity,
        name=mention.apposed,
        role=role,
    )


def _is_named(entity: Entity) -> bool:
    person = entity.human or len(entity.name) > 1
    return entity.kind in (None, SourceKind.PERSON) and person and not entity.unnamed


def _meant(evidence: str, entity: Entity) -> Resolution:
    return Resolution(evidence=evidence, kind=MentionKind.NOMINAL, entity=entity)
