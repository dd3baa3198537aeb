"""What somebody is, as the text tells by what they do: `Ida Holm owns the mill`, `is a nurse`."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from inquit.attribution.lexicon import features, human_nouns

BEING = frozenset({"is", "was", "became", "becomes", "remains"})
COMPLEMENTS = frozenset({"dobj", "ccomp", "xcomp", "dative"})
"""What a verb is done to; a clause too, for which the parser may take an object."""
WORKING = frozenset({"works", "worked"})


def callings_of(head: Token) -> Mapping[str, frozenset[str]]:
    """Return what a clause tells somebody is, with the words that tell more of that.

    Args:
        head: the head of the noun phrase for them; what they do stands in its clause, or in the
            relative clause after it.
    """
    told: dict[str, frozenset[str]] = {}
    if head.dep_ == "nsubj":
        told.update(_told_by(head.head))
    for child in head.rights:
        if child.dep_ == "relcl" and any(one.lower_ == "who" for one in child.lefts):
            told.update(_told_by(child))
    return told


def _told_by(verb: Token) -> Mapping[str, frozenset[str]]:
    if any(child.dep_ == "neg" for child in verb.children):
        return {}
    if verb.lower_ in BEING:
        nouns = [child for child in verb.rights if child.dep_ == "attr"]
        return {noun.lower_: _words(noun) for noun in nouns if noun.lower_ in human_nouns()}
    if verb.lower_ in WORKING:
        return _as_what(verb)
    objects = [child for child in verb.rights if child.dep_ in ("dobj", "prep")]
    if not any(child.dep_ in COMPLEMENTS for child in verb.rights):
        return {}
    words = frozenset().union(*map(_words, objects))
    return dict.fromkeys(features("deeds").get(verb.lower_, ()), words)


def _as_what(verb: Token) -> Mapping[str, frozenset[str]]:
    """Return what somebody works as."""
    return {
        noun.lower_: _words(noun)
        for child in verb.rights
        if child.lower_ == "as"
        for noun in child.rights
        if noun.lower_ in human_nouns()
    }


def _words(token: Token) -> frozenset[str]:
    return frozenset(one.lower_ for one in token.subtree if one.is_alpha)
