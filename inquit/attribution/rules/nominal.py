"""Nouns that report: `her claim that ...`, `a promise by the union to ...`."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from inquit.attribution.extraction import Method
from inquit.attribution.passage import Passage
from inquit.attribution.rules.assembly import widened
from inquit.attribution.rules.clauses import trim
from inquit.attribution.rules.draft import Draft, draft_of
from inquit.attribution.rules.inquit import Inquit
from inquit.attribution.rules.phrases import Range, noun_phrase, trimmed
from inquit.attribution.rules.subjects import subject_of
from inquit.attribution.rules.verbs import NOUNS
from inquit.attribution.wordlist import words

METHOD = Method.NOMINAL
NOMINAL = 0.75
"""Confidence of whom a noun credits."""
MAKING = words(
    "made make makes making issued issue issues repeated repeats repeat renewed gave gives give"
    " reiterated reiterates offered offers withdrew defended voiced broke kept retracted dropped"
)
"""Verbs whose subject is who makes the promise or repeats the claim."""
PROMISING = words("promise pledge vow threat demand offer call request refusal")
"""Nouns that report an infinitive."""


def nominal_drafts(passage: Passage, own: list[Draft]) -> Iterator[Draft]:
    """Yield the drafts of nouns that report a clause and say whose words it is.

    Args:
        passage: the paragraph.
        own: its drafts so far, whose contents and cues are left alone.
    """
    taken = [span for draft in own for span in draft.contents]
    taken += [draft.cue for draft in own if draft.cue is not None]
    for token in passage.doc:
        noun = token.lower_ if token.lower_ in NOUNS else token.lower_.removesuffix("s")
        if noun not in NOUNS or not token.tag_.startswith("NN") or passage.run_at[token.i] >= 0:
            continue
        clause, source = _clause(token, noun), _source(passage, token)
        if clause is None or source is None or source[0] >= clause[0]:
            continue
        draft = _draft(passage, token, noun, clause, source)
        if not any(span.overlaps(one) for one in draft.contents for span in taken):
            yield draft


def _draft(passage: Passage, token: Token, noun: str, clause: Range, source: Range) -> Draft:
    inquit = Inquit(
        verb=token.i,
        lemma=noun,
        cue=(token.i, token.i),
        source=source,
        addressee=None,
        start=min(source[0], token.i),
        end=max(source[1], token.i),
    )
    draft = draft_of(passage, inquit, method=METHOD, confidence=NOMINAL)
    draft.contents = [widened(passage, clause)]
    draft.runs = {passage.run_at[i] for i in range(clause[0], clause[1] + 1)} - {-1}
    named, cue = passage.span_of(*source), token.text
    draft.reason = f"the “{cue}” is that of “{passage.slice(named.start, named.end)}”"
    return draft


def _clause(noun: Token, lemma: str) -> Range | None:
    """Return the clause that a noun reports, with its "that" or "to"."""
    for token in noun.subtree:
        if token.i <= noun.i or token.dep_ not in ("acl", "ccomp", "relcl", "xcomp"):
            continue
        first = next((c for c in token.lefts if c.dep_ in ("mark", "aux")), None)
        if first is None or first.i <= noun.i:
            continue
        that = first.lower_ == "that" and first.dep_ == "mark"
        to = first.lower_ == "to" and lemma in PROMISING and token.head.i == noun.i
        if that or to:
            return trim(noun.doc, first.i, token.right_edge.i)
    return None


def _source(passage: Passage, noun: Token) -> Range | None:
    """Return whose noun it is: `her claim`, `a claim by Holm`, `Holm repeated a claim`."""
    for child in noun.children:
        if child.dep_ == "poss" and passage.run_at[child.i] < 0:
            first, last = trimmed(noun_phrase(child), child)
            return first, last - (last > first and child.doc[last].tag_ == "POS")
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            who = next((token for token in child.children if token.dep_ == "pobj"), None)
            if who is not None and passage.run_at[who.i] < 0:
                return _before_clause(noun_phrase(who), who)
    if noun.dep_ == "dobj" and noun.head.lower_ in MAKING:
        subject = subject_of(noun.head)
        if subject is not None and passage.run_at[subject.i] < 0:
            return trimmed(noun_phrase(subject), subject)
    return None


def _before_clause(range_: Range, head: Token) -> Range:
    return trimmed((range_[0], max(range_[1], head.i)), head)
