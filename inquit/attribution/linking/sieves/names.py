"""Names: whose they are, in full, in part, or with a letter wrong."""

from __future__ import annotations

from inquit.attribution.linking.context import Context
from inquit.attribution.linking.entity import Entity
from inquit.attribution.linking.mention import Mention
from inquit.attribution.linking.resolution import Resolution
from inquit.model.quotation import MentionKind


def misspelt(mention: Mention, context: Context) -> Resolution | None:
    """Answer with the only person from whose last name a name differs by a letter."""
    if mention.name is None:
        return None
    entity = context.entities.misspelt(mention.name)
    return _named("misspelt", entity=entity) if entity is not None else None


def named_last(mention: Mention, context: Context) -> Resolution | None:
    """Answer with who of several of one last name was named last in a paragraph, and spoke."""
    if mention.name is None:
        return None
    entity = context.entities.nearest(mention.name, mention.paragraph)
    return _named("named last", entity=entity) if entity is not None else None


def known(mention: Mention, context: Context) -> Resolution | None:
    """Answer with who has the name, in the same form, a shorter or a fuller one."""
    if mention.name is None:
        return None
    entity, _ = context.entities.find(mention.name)
    if entity is None:
        return None
    new = entity.introduced == mention.paragraph and entity.name == mention.name.name
    return Resolution(
        evidence="introduced" if new else "named before",
        kind=MentionKind.NAME,
        entity=entity,
        name=mention.name,
        role=mention.role,
    )


def shared(mention: Mention, context: Context) -> Resolution | None:
    """Answer that a name is open which several have, beyond telling."""
    if mention.name is None or not context.entities.find(mention.name)[1]:
        return None
    return _named("shared")


def new(mention: Mention, _: Context) -> Resolution | None:
    """Answer with somebody new, whom the name introduces."""
    if mention.name is None:
        return None
    return Resolution(
        evidence="introduced", kind=MentionKind.NAME, name=mention.name, role=mention.role
    )


def _named(evidence: str, entity: Entity | None = None) -> Resolution:
    return Resolution(evidence=evidence, kind=MentionKind.NAME, entity=entity)
