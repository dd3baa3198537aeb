"""Who speaks, by the order of words alone: for where the parse has nothing to say."""

from __future__ import annotations

from spacy.tokens import Token

from inquit.attribution.passage import Passage
from inquit.attribution.rules.phrases import Range

NOUNS = frozenset({"NNP", "NNPS", "NN", "NNS"})
INSIDE = NOUNS | {"JJ", "DT", "PRP$", "POS", "CD", "JJS"}
BETWEEN = frozenset({"MD", "RB", "VBD", "VBZ", "VBP", "VBN"})
AUXILIARY = frozenset(
    {
        "has",
        "have",
        "had",
        "is",
        "was",
        "are",
        "were",
        "be",
        "been",
        "did",
        "does",
        "do",
        "’s",
        "'s",
    }
)


def phrase_before(passage: Passage, verb: Token) -> Range | None:
    """Return the noun phrase that stands right before a verb, over its auxiliaries and adverbs.

    An apposition between commas is stepped over: in `Murphy, head of the fund, tweeted` it is
    Murphy.
    """
    doc, last = passage.doc, verb.i - 1
    while last >= 0 and (doc[last].tag_ in ("MD", "RB") or doc[last].lower_ in AUXILIARY):
        last -= 1
    if last > 0 and doc[last].lower_ == ",":
        last = _before_apposition(passage, last)
    if last < 0 or passage.run_at[last] >= 0:
        return None
    return phrase_ending(passage, last)


def phrase_ending(passage: Passage, last: int) -> Range | None:
    """Return the noun phrase whose last token is given, None where it is no noun."""
    doc = passage.doc
    if doc[last].tag_ == "PRP":
        return last, last
    if doc[last].tag_ not in NOUNS:
        return None
    first = last
    while first > 0 and doc[first - 1].tag_ in INSIDE and passage.run_at[first - 1] < 0:
        first -= 1
    while first < last and doc[first].tag_ == "POS":
        first += 1
    return first, last


def phrase_starting(passage: Passage, first: int) -> Range | None:
    """Return the noun phrase whose first token is given, None where there is none."""
    doc = passage.doc
    if first >= len(doc) or passage.run_at[first] >= 0:
        return None
    if doc[first].tag_ == "PRP":
        return first, first
    last = first
    while last < len(doc) and doc[last].tag_ in INSIDE and passage.run_at[last] < 0:
        last += 1
    last -= 1
    return (first, last) if last >= first and doc[last].tag_ in NOUNS else None


def _before_apposition(passage: Passage, comma: int) -> int:
    """Return the token before the comma that opens what the given comma closes, or -1."""
    doc = passage.doc
    for index in range(comma - 1, max(-1, comma - 16), -1):
        if passage.run_at[index] >= 0 or doc[index].tag_ == ".":
            return -1
        if doc[index].lower_ == "," and index > 0 and doc[index - 1].tag_ == "NNP":
            return index - 1
    return -1
