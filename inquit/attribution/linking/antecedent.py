"""Whom grammar alone tells a source to be: `a club which said`, `Per Lund, a baker, said`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from spacy.tokens import Token

from inquit.attribution.lexicon import human_nouns, nouns
from inquit.attribution.linking.callings import BEING
from inquit.attribution.passage import Passage
from inquit.model.span import Span

RELATIVE = frozenset({"that", "which", "who"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
NAMES = frozenset({"NNP", "NNPS"})
AROUND = frozenset({"amod", "compound", "det", "nmod", "nummod", "poss", "case"})
"""What stands before a noun and belongs to it."""


def antecedent(span: Span, passage: Passage) -> Span:
    """Return the words for who a source is, which may stand before it; else the source itself.

    Args:
        span: a source.
        passage: the paragraph that it lies in.
    """
    first, end = bisect_right(passage.ends, span.start), bisect_left(passage.starts, span.end)
    tokens = list(passage.doc[first:end])
    if not tokens:
        return span
    relative = tokens[-1].tag_ in ("WP", "WDT") and tokens[-1].lower_ in RELATIVE
    if relative and len(tokens) == 1:
        noun, start, last = _before(tokens[0])
        if noun is None:
            return span
    else:
        last = tokens[-1 - relative].i
        start = first
        noun = next((one for one in tokens[: last - first + 1] if one.head not in tokens), None)
        if noun is None or noun.tag_ not in NOUNS:
            return span
    name = _name_before(noun, start) or _name_after(noun, last)
    if name is not None:
        return passage.span_of(_start_of(name), name.i)
    return passage.span_of(start, last) if relative else span


def _before(pronoun: Token) -> tuple[Token | None, int, int]:
    """Return the noun that a relative pronoun stands for, and its first and last words.

    After "it was" the phrase is whole: `It was a clerk in Bonn who said`.
    """
    verb = pronoun.head
    phrase = verb.head
    cleft = _complement_of_it(phrase.head if verb.dep_ == "relcl" else phrase)
    if cleft is not None and (cleft == phrase or cleft.right_edge.i == pronoun.i - 1):
        return cleft, cleft.left_edge.i, pronoun.i - 1
    noun: Token | None = phrase if verb.dep_ == "relcl" else None
    while noun is not None and not _speaks(noun, pronoun):
        # "a report about fish which said": the parser takes the nearest noun.
        above = noun.head if noun.dep_ == "pobj" else None
        noun = above.head if above is not None and above.dep_ == "prep" else None
    return (None, 0, 0) if noun is None else (noun, _start_of(noun), noun.i)


def _complement_of_it(verb: Token) -> Token | None:
    """Return what "it" is said to be: the clerk of `it was a clerk`."""
    if verb.lower_ not in BEING or all(one.lower_ != "it" for one in verb.lefts):
        return None
    return next((one for one in verb.rights if one.dep_ == "attr"), None)


def _speaks(noun: Token, pronoun: Token) -> bool:
    """Tell whether a noun can stand for who says something."""
    if noun.tag_ in NAMES or (noun.tag_ in NOUNS and pronoun.lower_ == "who"):
        return True
    speaking = nouns("document", "body", "group") | human_nouns()
    return noun.tag_ in NOUNS and not speaking.isdisjoint((noun.lower_, noun.lemma_.lower()))


def _name_before(noun: Token, start: int) -> Token | None:
    """Return the last word of the name to which a noun is in apposition, right before it."""
    name = noun.head
    apposed = noun.dep_ == "appos" and noun.tag_ not in NAMES and name.tag_ in NAMES
    comma = start >= 2 and noun.doc[start - 1].text == ","
    return name if apposed and comma and name.i == start - 2 else None


def _name_after(noun: Token, last: int) -> Token | None:
    """Return the last word of the name that shares a noun's verb: `his sister, Ida Holm said`."""
    subjects = [one for one in noun.head.lefts if one.dep_ == noun.dep_ == "nsubj"]
    at = next((i for i, one in enumerate(subjects) if one.i == noun.i), len(subjects))
    name = subjects[at + 1] if at + 1 < len(subjects) else None
    if name is None or noun.tag_ in NAMES or name.tag_ not in NAMES:
        return None
    comma = noun.doc[last + 1].text == "," and _start_of(name) == last + 2
    return name if comma else None


def _start_of(noun: Token) -> int:
    """Return the index of the first word of what stands before a noun and belongs to it."""
    first = noun.i
    for child in reversed(list(noun.lefts)):
        if child.dep_ not in AROUND or child.right_edge.i != first - 1:
            break
        first = child.left_edge.i
    return first
