"""Where a reported clause ends though the parse lets it run on, or breaks off though it goes on."""

from __future__ import annotations

from spacy.tokens import Token

from inquit.attribution.passage import Passage
from inquit.attribution.rules.inquit import Inquit
from inquit.attribution.rules.phrases import Range
from inquit.attribution.rules.verbs import CLAUSE, FORMS

JOINING = frozenset({"and", "but", "then", "also", "later"})


def handed_on(passage: Passage, range_: Range, inquit: Inquit) -> int | None:
    """Return the next reporting verb of the same speaker that a clause swallowed, else None.

    In `said it was late and added that ...`, `said it was late, adding that ...` the second verb
    has the subject of the first, not that of the clause.
    """
    doc = passage.doc
    outer = doc[inquit.verb].tag_
    for index in range(range_[0] + 2, range_[1]):
        token = doc[index]
        if passage.run_at[index] >= 0 or token.lower_ not in FORMS:
            continue
        before = doc[index - 1]
        reports = FORMS[token.lower_] in CLAUSE
        if (
            reports
            and token.tag_ == "VBG"
            and before.lower_ == ","
            and not _object_of(token, range_)
        ):
            return index
        joined = before.lower_ in JOINING and token.tag_ == outer and token.tag_ in ("VBD", "VBZ")
        if joined and token.dep_ in ("conj", "ROOT", "ccomp") and not _has_subject(token):
            return index
    return None


def end_before(passage: Passage, index: int) -> int:
    """Return the last token before a verb and what joins it to the clause before."""
    last = index - 1
    while last > 0 and (passage.doc[last].lower_ in JOINING or passage.doc[last].tag_ == ","):
        last -= 1
    return last


def hard_end(passage: Passage, first: int, last: int) -> int:
    """Return the last token before a sentence that the parse ran on into: `... so." He added`."""
    doc = passage.doc
    for index in range(first, last):
        run = passage.run_at[index]
        if run < 0 or passage.run_at[index + 1] == run or not doc[index + 1].is_title:
            continue
        if passage.slice(passage.runs[run].inner.end - 1, passage.runs[run].inner.end) in ".!?":
            return index
    return last


def sentence_end(passage: Passage, range_: Range, inquit: Inquit) -> int:
    """Return where a clause ends that the parse broke off: mostly the sentence's end.

    It stays where it is if the rest of the sentence belongs to the inquit: a verb joined to the
    reporting verb, a participle, another clause of the speaker's own.
    """
    verb = passage.doc[inquit.verb]
    end = verb.sent.end - 1
    last = range_[1]
    for child in verb.rights:
        if child.left_edge.i > last and child.dep_ in ("conj", "advcl", "cc", "parataxis", "prep"):
            return last
    if verb.dep_ not in ("ROOT", "conj"):
        return last
    head = verb if verb.dep_ == "ROOT" else verb.head
    if any(c.left_edge.i > last and c.dep_ in ("conj", "cc") for c in head.rights if c.i != verb.i):
        return last
    return end


def _has_subject(token: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children)


def _object_of(token: Token, range_: Range) -> bool:
    """Tell whether a participle modifies a noun inside the clause: "a letter, saying ..."."""
    return token.dep_ == "acl" and range_[0] < token.head.i
