"""The reported clause: where an unquoted or half-quoted content starts and ends."""

from __future__ import annotations

from typing import TypeAlias

from spacy.tokens import Doc, Token

from inquit.attribution.passage import Passage
from inquit.attribution.rules.bounds import end_before, handed_on, hard_end, sentence_end
from inquit.attribution.rules.inquit import Inquit
from inquit.attribution.rules.phrases import Range
from inquit.attribution.rules.subjects import HEARERS
from inquit.attribution.rules.verbs import CLAUSE, COMMIT, DEMAND, FORMS
from inquit.attribution.wordlist import words

Ranges: TypeAlias = tuple[Range, ...]

PUNCTUATION = frozenset({",", ".", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP"})
URGING = words("urge ask beg order encourage press command implore call request invite")
"""Verbs whose hearer is part of what is said: `urged Congress to act`."""
TRAILING = PUNCTUATION - {"''"} | {"CC"}
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def clause_of(passage: Passage, inquit: Inquit) -> Ranges:
    """Return the token ranges of the clause that an inquit reports, () where there is none."""
    verb = passage.doc[inquit.verb]
    if inquit.lemma == "according to":
        return _around(passage, verb, inquit)
    if inquit.lemma not in CLAUSE | COMMIT | DEMAND:
        return ()
    after = _complement(verb, inquit)
    if after is not None:
        return (_bounded(passage, after, inquit),)
    if inquit.lemma not in CLAUSE:
        return ()
    return _before(passage, verb, inquit)


def _bounded(passage: Passage, range_: Range, inquit: Inquit) -> Range:
    """Return a clause with its end put right."""
    first, last = range_[0], hard_end(passage, *range_)
    range_ = first, last
    following = handed_on(passage, range_, inquit)
    if following is not None:
        return first, max(first, end_before(passage, following))
    end = sentence_end(passage, range_, inquit)
    longer = trim(passage.doc, first, hard_end(passage, first, end)) if end > last else None
    if longer is None:
        return range_
    following = handed_on(passage, longer, inquit)
    if following is not None:
        return first, max(last, end_before(passage, following))
    return longer


def _complement(verb: Token, inquit: Inquit) -> Range | None:
    """Return the clause after the verb: "said (that) ...", "vowed to ..."."""
    for child in verb.rights:
        if child.dep_ == "ccomp" and child.i > inquit.verb and not _is_bare_participle(child):
            return _clause_range(child, verb, inquit)
        if child.dep_ == "dobj" and inquit.lemma in HEARERS:
            told = _told_clause(child)
            if told is not None:
                return _clause_range(told, verb, inquit)
        infinitive = child.left_edge.lower_ == "to" or child.tag_ == "VB"
        if child.dep_ == "xcomp" and infinitive and inquit.lemma in COMMIT | DEMAND:
            if child.lower_ in FORMS and any(c.dep_ == "ccomp" for c in child.rights):
                return None
            return _clause_range(child, verb, inquit)
    return None


def _is_bare_participle(token: Token) -> bool:
    """Tell whether a verb only says more of the noun before it: `in a statement read to us`."""
    kinds = ("nsubj", "nsubjpass", "aux", "auxpass", "mark")
    alone = not any(child.dep_ in kinds for child in token.children)
    return token.tag_ == "VBN" and alone and token.nbor(-1).tag_.startswith("NN")


def _told_clause(hearer: Token) -> Token | None:
    """Return the "that" clause that the parse hung on the hearer: `assured residents that ...`."""
    for child in hearer.rights:
        if child.dep_ in ("acl", "relcl") and child.left_edge.lower_ == "that":
            subjects = [c for c in child.lefts if c.dep_ in ("nsubj", "nsubjpass")]
            if subjects and subjects[0].lower_ != "that":
                return child
    return None


def _clause_range(clause: Token, verb: Token, inquit: Inquit) -> Range | None:
    first = max(clause.left_edge.i, verb.i + 1)
    hearer = inquit.addressee
    if hearer is not None and hearer[0] > verb.i:
        if inquit.lemma in URGING and hearer[1] == first - 1:
            first = hearer[0]
        elif inquit.lemma not in URGING and first <= hearer[1]:
            first = hearer[1] + 1
        first = _stray_subject(clause, verb, hearer, first)
    last = clause.right_edge.i
    if inquit.source is not None and first <= inquit.source[1] <= last:
        first = inquit.source[1] + 1
    return trim(verb.doc, first, last)


def _stray_subject(clause: Token, verb: Token, hearer: Range, first: int) -> int:
    """Return where a clause starts whose subject the parse took for a second object of the verb.

    So in `told Reuters the frog's call was new`.
    """
    if any(child.dep_ in ("nsubj", "nsubjpass") and child.i < clause.i for child in clause.lefts):
        return first
    for child in verb.rights:
        if child.dep_ == "dobj" and hearer[1] < child.left_edge.i <= child.i < first:
            return child.left_edge.i
    return first


def trim(doc: Doc, first: int, last: int) -> Range | None:
    """Return a range without punctuation at its ends, None where nothing is left."""
    while first <= last and doc[first].tag_ in PUNCTUATION - {"``"}:
        first += 1
    while last >= first and doc[last].tag_ in TRAILING:
        last -= 1
    return (first, last) if first <= last else None


def _before(passage: Passage, verb: Token, inquit: Inquit) -> Ranges:
    """Return the clause before the inquit, and its rest where the inquit interrupts it."""
    doc = passage.doc
    if inquit.source is None or inquit.start == 0:
        return ()
    gap = doc[inquit.start - 1]
    if gap.lower_ not in (",", "–", "—", "--", "-") or verb.tag_ in ("VBG", "VB"):
        return ()
    sentence = verb.sent
    first, last = sentence.start, inquit.start - 2
    if last < first or passage.run_at[last] >= 0:
        return ()
    head = verb.head
    complement = any(child.dep_ == "ccomp" and child.i < inquit.start for child in verb.lefts)
    if not complement and not (verb.dep_ in ("parataxis", "ccomp", "dep") and head.i != verb.i):
        return ()
    before = trim(doc, first, last)
    if before is None:
        return ()
    rest = _rest(passage, inquit, sentence.end - 1)
    if not any(doc[i].tag_ in FINITE for r in (before, rest) if r for i in range(r[0], r[1] + 1)):
        return ()
    return (before,) if rest is None else (before, rest)


def _rest(passage: Passage, inquit: Inquit, last: int) -> Range | None:
    """Return what follows an inquit between commas, up to the sentence's end."""
    doc = passage.doc
    after = inquit.end + 1
    if after > last or doc[after].lower_ not in (",", "–", "—", "--"):
        return None
    verb = doc[inquit.verb]
    if after + 1 <= last and any(
        doc[after + 1].i == child.left_edge.i and child.i > verb.i for child in verb.children
    ):
        return None
    if any(passage.run_at[i] >= 0 for i in range(after, last + 1)):
        return None
    return trim(doc, after + 1, last)


def _around(passage: Passage, token: Token, inquit: Inquit) -> Ranges:
    """Return the sentence without "according to X" and its commas."""
    doc, sentence = passage.doc, token.sent
    before = trim(doc, sentence.start, inquit.start - 1) if inquit.start > sentence.start else None
    end = inquit.end
    follows = end + 1 < sentence.end and doc[end + 1].lower_ == ","
    if before is None or before[1] - before[0] < 1:
        comma = next(
            (
                i
                for i in range(end + 1, sentence.end)
                if doc[i].lower_ == "," and _main(doc[i], token)
            ),
            end,
        )
        after = trim(doc, comma + 1, sentence.end - 1)
        return (after,) if after is not None else ()
    if follows:
        after = trim(doc, end + 2, sentence.end - 1)
        if after is not None and token.head.i > end:
            return before, after
        if after is not None and any(doc[i].tag_ in FINITE for i in range(after[0], after[1] + 1)):
            return (before,)
    return (before,)


def _main(comma: Token, token: Token) -> bool:
    """Tell whether a comma belongs to the clause that "according to" modifies."""
    return comma.head.i == token.head.i or comma.head.i > comma.i
