"""What somebody is, as the text tells by what they do: `Ida Holm owns the mill`, `is a nurse`."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from inquit.attribution.lexicon import features, human_nouns

BEING = frozenset({"be", "become", "remain"})


def callings_of(subject: Token) -> Mapping[str, frozenset[str]]:
    """Return what the clause of a subject tells that it is, with the words that tell more.

    Args:
        subject: the head of a noun phrase.
    """
    verb = subject.head
    if subject.dep_ != "nsubj" or any(child.dep_ == "neg" for child in verb.children):
        return {}
    if verb.lemma_ in BEING:
        told = {child.lower_: child for child in verb.rights if child.dep_ == "attr"}
        return {noun: _words(token) for noun, token in told.items() if noun in human_nouns()}
    if verb.lemma_ == "work":
        return _as_what(verb)
    words = frozenset().union(
        *(_words(child) for child in verb.rights if child.dep_ in ("dobj", "prep"))
    )
    return dict.fromkeys(features("deeds").get(verb.lemma_, ()), words)


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
