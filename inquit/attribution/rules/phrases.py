"""Noun phrases as token ranges: tight, with what tells who is meant and nothing more."""

from __future__ import annotations

from typing import TypeAlias

from spacy.tokens import Doc, Token

from inquit.attribution.wordlist import words

LEFT = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "case",
                  "advmod", "npadvmod", "nsubj"})  # fmt: skip
TELLING = frozenset({"of", "for", "at", "with", "in", "from", "on", "to", "close", "near", "within",
                     "inside", "behind", "against", "into"})  # fmt: skip
"""Prepositions whose phrases tell who somebody is: `sources with knowledge of the talks`."""
TEMPORAL = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december today yesterday tomorrow week month
    year night morning afternoon evening day days weeks months years hour hours time moment
    interview statement email e-mail speech tweet post letter response reply turn fact addition
    briefing conference appearance debate rally television tv radio twitter facebook event
    hearing memo call note
    """
)
"""Nouns of phrases that tell when, where or by what means somebody spoke, not who it was."""

DOCUMENTS = words(
    """
    figures data statistics numbers report reports study studies survey poll research analysis
    documents document papers records statement letter estimates filing
    """
)
"""Nouns for what says something by what somebody put in it."""

Range: TypeAlias = tuple[int, int]
"""First and last token of a stretch, both included."""


def noun_phrase(head: Token) -> Range:
    """Return the tight range of the noun phrase with this head.

    Determiners and modifiers before the head belong to it, "of", "with", "from" phrases after
    it, joined names ("Smith and Jones"); appositions, relative clauses and times do not.
    """
    first = last = head.i
    for child in head.lefts:
        if child.dep_ in LEFT and child.tag_ not in ("``", "''", "HYPH", ":", ","):
            first = min(first, child.left_edge.i)
    for child in head.rights:
        if child.left_edge.i > last + 1 and not _hyphen(head, last, child.left_edge.i):
            break
        end = _right(child)
        if end is None:
            break
        last = end
    return first, last


def _hyphen(head: Token, last: int, start: int) -> bool:
    return start == last + 2 and head.doc[last + 1].tag_ == "HYPH"


def _right(child: Token) -> int | None:
    """Return where a phrase to the right of a head ends, None where it tells not who it is."""
    lower = child.lower_
    if child.dep_ == "prep" and lower in TELLING:
        objects = [token for token in child.children if token.dep_ in ("pobj", "pcomp")]
        if not objects or (lower != "of" and objects[0].lower_ in TEMPORAL):
            return None
        return max(noun_phrase(objects[0])[1], child.i)
    if child.dep_ in ("cc", "case", "nummod") or (child.dep_ == "punct" and lower == "-"):
        return child.i
    if child.dep_ == "conj" and child.tag_.startswith(("NN", "PRP")):
        return noun_phrase(child)[1]
    if child.dep_ in ("amod", "acl") and lower in ("familiar", "close", "briefed", "involved"):
        return child.right_edge.i
    if child.dep_ == "acl" and child.tag_ == "VBN" and child.head.lower_ in DOCUMENTS:
        return _author(child)
    if child.dep_ == "appos" and child.tag_ == "NNP" and child.i > 0:
        return noun_phrase(child)[1] if child.left_edge.i == child.head.i + 1 else None
    if child.dep_ in ("compound", "nmod", "flat") or child.tag_ == "POS":
        return child.i
    return None


def _author(participle: Token) -> int | None:
    """Return where who made a document ends: `figures published by the bank`, else None."""
    for agent in participle.rights:
        if agent.dep_ in ("agent", "prep") and agent.lower_ == "by":
            made = [token for token in agent.children if token.dep_ == "pobj"]
            return noun_phrase(made[0])[1] if made else None
    return None


def trimmed(range_: Range, head: Token) -> Range:
    """Return a noun phrase without a joining word or punctuation left over at its end.

    A hyphenated word stays whole: `co-author Samuel Okafor`.
    """
    first, last = range_
    while last > head.i and (head.doc[last].dep_ in ("cc", "punct") or head.doc[last].tag_ == ","):
        last -= 1
    while first < head.i and head.doc[first].tag_ in (",", ":", "``", "''", "CC", "-LRB-"):
        first += 1
    return _unbroken(head.doc, first, last)


def _unbroken(doc: Doc, first: int, last: int) -> Range:
    """Return a range with the hyphenated words at its ends whole, and a name after the last."""
    while first > 1 and _hyphenated(doc, first - 1):
        first -= 2
    if last + 2 < len(doc) and _hyphenated(doc, last + 1):
        last += 2
        while last + 1 < len(doc) and doc[last + 1].tag_ in ("NNP", "NNPS"):
            last += 1
    return first, last


def _hyphenated(doc: Doc, hyphen: int) -> bool:
    """Tell whether a token is a hyphen within a word."""
    spaced = doc[hyphen].whitespace_ or doc[hyphen - 1].whitespace_
    return doc[hyphen].text == "-" and not spaced
