"""The inquit: reporting words with who speaks and to whom, before any content is sought."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from inquit.attribution.passage import Passage
from inquit.attribution.rules.phrases import Range, noun_phrase, trimmed
from inquit.attribution.rules.subjects import addressee_of, is_passive, subject_of
from inquit.attribution.rules.surface import phrase_before, phrase_starting
from inquit.attribution.rules.verbs import FORMS

NOMINAL = ("NN", "PRP", "WP", "CD", "DT", "JJ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquit:
    """Reporting words in a passage, by tokens.

    Attributes:
        verb: index of the reporting verb, or of "according".
        lemma: its dictionary form.
        cue: the reporting words.
        source: who speaks, None where the parse does not say.
        addressee: whom it is told to.
        start: first token of what stands together: source, verb and what goes with it.
        end: last token of that.
    """

    verb: int
    lemma: str
    cue: Range
    source: Range | None
    addressee: Range | None
    start: int
    end: int


def inquits_of(passage: Passage) -> Iterator[Inquit]:
    """Yield the passage's possible inquits outside quotation marks, in order."""
    for token in passage.doc:
        if passage.run_at[token.i] >= 0:
            continue
        lower = token.lower_
        if lower == "according":
            found = _according(passage, token, token.i)
        elif lower == "words" and _follows(token, ("in", "the")):
            found = _according(passage, token, token.i - 2)
        elif lower not in FORMS and _any_verb(passage, token):
            found = _verbal(passage, token, lower)
        elif lower in FORMS and (token.tag_.startswith("VB") or _mistagged(passage, token)):
            found = _verbal(passage, token, FORMS[lower])
        else:
            continue
        if found is not None:
            yield found


def _follows(token: Token, words: tuple[str, ...]) -> bool:
    """Tell whether some words in small letters stand right before a token."""
    before = token.doc[max(0, token.i - len(words)) : token.i]
    return tuple(one.lower_ for one in before) == words


def _according(passage: Passage, token: Token, first: int) -> Inquit | None:
    """Return the inquit of "according to X" or "in the words of X", whose first token is given."""
    wanted = ("to",) if first == token.i else ("of",)
    to = next((child for child in token.children if child.lower_ in wanted), None)
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if to is None and following is not None and following.lower_ in wanted:
        to = following
    if to is None or to.i != token.i + 1:
        return None
    source = next((child for child in to.children if child.dep_ in ("pobj", "pcomp")), None)
    if source is None or passage.run_at[source.i] >= 0:
        return None
    range_ = trimmed(noun_phrase(source), source)
    return Inquit(
        verb=token.i,
        lemma="according to",
        cue=(first, to.i),
        source=range_,
        addressee=None,
        start=first,
        end=max(range_[1], to.right_edge.i),
    )


def _verbal(passage: Passage, verb: Token, lemma: str) -> Inquit | None:
    head = inverted_subject(passage, verb)
    if head is None:
        head = subject_of(verb)
        if head is not None and passage.run_at[head.i] >= 0:
            head = None
    if verb.tag_ == "VBN" and not _finite(verb) and head is None:
        return None
    source = trimmed(noun_phrase(head), head) if head is not None else None
    if source is None:
        source = _by_order(passage, verb)
    listener = addressee_of(verb, lemma)
    if listener is not None and passage.run_at[listener.i] >= 0:
        listener = None
    if listener is not None and head is not None and listener.i == head.i:
        listener = None
    addressee = trimmed(noun_phrase(listener), listener) if listener is not None else None
    start, end = _chunk(passage, verb, source, addressee)
    return Inquit(
        verb=verb.i,
        lemma=lemma,
        cue=(verb.i, verb.i),
        source=source,
        addressee=addressee,
        start=start,
        end=end,
    )


def _finite(verb: Token) -> bool:
    return any(child.dep_ in ("aux", "auxpass") for child in verb.children) or is_passive(verb)


def inverted_subject(passage: Passage, verb: Token) -> Token | None:
    """Return who speaks in `"...," said Ryder`: the phrase right after a verb after a run."""
    before = verb.i - 1
    while before >= 0 and verb.doc[before].dep_ in ("advmod", "punct", "cc"):
        if passage.run_at[before] >= 0 or verb.doc[before].tag_ == ".":
            break
        before -= 1
    if before < 0 or (passage.run_at[before] < 0 and verb.doc[before + 1].tag_ != ","):
        return None
    for child in verb.rights:
        if child.dep_ in ("nsubj", "dobj", "attr", "oprd", "npadvmod", "appos", "conj", "ccomp"):
            near = child.left_edge.i - verb.i <= 1
            if near and child.tag_.startswith(NOMINAL) and passage.run_at[child.i] < 0:
                return child if child.dep_ == "nsubj" or passage.run_at[before] >= 0 else None
    return None


def _chunk(passage: Passage, verb: Token, source: Range | None, addressee: Range | None) -> Range:
    """Return the stretch of source, verb, auxiliaries and addressee."""
    start = end = verb.i
    for child in verb.lefts:
        if child.dep_ in ("aux", "auxpass", "neg", "advmod") and passage.run_at[child.i] < 0:
            start = min(start, child.i)
    for range_ in (source, addressee):
        if range_ is not None and range_[0] - 12 <= verb.i <= range_[1] + 25:
            start, end = min(start, range_[0]), max(end, range_[1])
    return start, end


def _any_verb(passage: Passage, token: Token) -> bool:
    """Tell whether a verb that is no reporting verb by itself is one by its place.

    After the comma that ends a quotation any verb reports: `"Go," Lund barked.`
    """
    if token.tag_ not in ("VBD", "VBZ") or token.i == 0:
        return False
    first = token.i
    if passage.run_at[first - 1] < 0:
        before = phrase_before(passage, token)
        if before is None or before[1] != token.i - 1:
            return False
        first = before[0]
    run = passage.run_at[first - 1] if first > 0 else -1
    if run < 0 or not passage.runs[run].closed:
        return False
    inner = passage.runs[run].inner
    return passage.slice(inner.end - 1, inner.end) == "," and not _governs_on(token)


def _governs_on(token: Token) -> bool:
    """Tell whether a verb has an object or a clause of its own, so that the quotation is none."""
    kinds = ("dobj", "ccomp", "attr", "acomp", "oprd")
    return any(child.dep_ in kinds and child.i > token.i + 1 for child in token.rights)


def _mistagged(passage: Passage, token: Token) -> bool:
    """Tell whether a word that was not taken for a verb is one: `"...," Bozell notes.`."""
    if token.tag_ not in ("NN", "NNS", "JJ", "IN", "NNP", "NNPS") or token.i == 0:
        return False
    before = phrase_before(passage, token)
    if before is None or before[0] == 0 or passage.run_at[before[0] - 1] < 0:
        return _after_run(passage, token)
    following = token.i + 1
    return following >= len(token.doc) or token.doc[following].is_punct


def _after_run(passage: Passage, token: Token) -> bool:
    """Tell whether a word stands between a run and a name: `"...," notes Bozell.`."""
    if passage.run_at[token.i - 1] < 0 or token.lower_ not in FORMS or token.tag_ == "IN":
        return False
    after = phrase_starting(passage, token.i + 1)
    return after is not None and token.doc[after[1]].tag_ in ("NNP", "PRP")


def _by_order(passage: Passage, verb: Token) -> Range | None:
    """Return who speaks by the order of words, for a finite verb whose subject was not found."""
    if verb.i > 0 and passage.run_at[verb.i - 1] >= 0:
        return phrase_starting(passage, verb.i + 1)
    if verb.tag_ in ("VBG", "VB") or any(c.dep_ in ("nsubjpass", "expl") for c in verb.children):
        return None
    if verb.tag_ == "VBN" and not _finite(verb):
        return None
    return phrase_before(passage, verb)
