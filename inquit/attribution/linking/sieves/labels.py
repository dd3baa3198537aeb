"""Labels of turns: the letters of an interview, initials, and what names nobody."""

from __future__ import annotations

from inquit.attribution.lexicon import function_words
from inquit.attribution.linking.context import Context
from inquit.attribution.linking.interview import ANSWERER, ASKER
from inquit.attribution.linking.matching import initials_of
from inquit.attribution.linking.mention import Mention
from inquit.attribution.linking.resolution import Resolution
from inquit.model.quotation import MentionKind, SourceKind

INITIALS = (2, 3)
"""Letters of a label that may be somebody's initials."""


def party(mention: Mention, context: Context) -> Resolution | None:
    """Answer with who asks or answers in an interview: `Q:`, `A:`."""
    if not mention.label or mention.words not in (ASKER, ANSWERER):
        return None
    name = context.parties.of(mention.words)
    if name is None:
        return Resolution(evidence="no party", kind=MentionKind.NOMINAL)
    entity, _ = context.entities.find(name)
    return Resolution(evidence="party", kind=MentionKind.NOMINAL, entity=entity, name=name)


def initials(mention: Mention, context: Context) -> Resolution | None:
    """Answer with the one person whose initials a label is, as in an interview: `EM:`."""
    words = mention.words
    if not (mention.label and words.isupper() and len(words) in INITIALS):
        return None
    fits = [
        one
        for one in context.entities
        if one.kind is SourceKind.PERSON and initials_of(one.name) == words.casefold()
    ]
    if len(fits) != 1:
        return None
    return Resolution(evidence="initials", kind=MentionKind.NAME, entity=fits[0])


def nobody(mention: Mention, _: Context) -> Resolution | None:
    """Answer that who is denied to have spoken is nobody: "No one", "none of the witnesses"."""
    words = mention.lower.split()
    denied = words[:2] == ["no", "one"] or not function_words("nobody").isdisjoint(words[:1])
    return Resolution(evidence="nobody", kind=MentionKind.NOMINAL) if denied else None


def without_letters(mention: Mention, _: Context) -> Resolution | None:
    """Answer that what has no letter names nobody."""
    if any(letter.isalpha() for letter in mention.words):
        return None
    return Resolution(evidence="no words", kind=MentionKind.NOMINAL)
