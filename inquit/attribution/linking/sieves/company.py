"""Several who are meant together: by their names, their family's, or as "the couple"."""

from __future__ import annotations

from inquit.attribution.lexicon import nouns
from inquit.attribution.linking.company import family_name, name_together
from inquit.attribution.linking.context import Context
from inquit.attribution.linking.mention import Mention
from inquit.attribution.linking.resolution import Resolution
from inquit.model.quotation import MentionKind


def together(mention: Mention, context: Context) -> Resolution | None:
    """Answer with those whom a mention names side by side: `Meghan and Harry`."""
    found = [context.entities.find(parts)[0] for parts in mention.joined]
    members = tuple(one for one in found if one is not None)
    if len(members) < 2:
        return None
    return Resolution(
        evidence="together",
        kind=MentionKind.NAME,
        members=members,
        together=name_together(mention.joined),
    )


def family(mention: Mention, context: Context) -> Resolution | None:
    """Answer with those of a last name: `The Rowes`, `the Rowe sisters`."""
    name = family_name(mention.words)
    people = [one for one in context.entities.named(name) if one.is_person and not one.unnamed]
    people = [one for one in people if one.surname == name]
    if not name or not people:
        return None
    pairs = [one for one in context.entities.pairs() if not set(one.members).isdisjoint(people)]
    if pairs:
        last = max(pairs, key=lambda one: one.last_seen)
        return Resolution(evidence="family", kind=MentionKind.NAME, entity=last)
    return Resolution(
        evidence="family",
        kind=MentionKind.NAME,
        members=tuple(people),
        together=tuple(mention.words.split()),
    )


def pair(mention: Mention, context: Context) -> Resolution | None:
    """Answer with the two who were named together last: `the couple`, `both`."""
    if mention.head not in nouns("pair") or mention.lower.split()[0] not in ("the", "both"):
        return None
    last = max(context.entities.pairs(), key=lambda one: one.last_seen, default=None)
    if last is None:
        return None
    return Resolution(evidence="pair", kind=MentionKind.NOMINAL, entity=last)
