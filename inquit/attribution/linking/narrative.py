"""Who acts in the narration: whom a pronoun near by may mean, whether they ever speak or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from inquit.attribution.lexicon import function_words, human_nouns, nouns, words_with
from inquit.attribution.lexicon.gender import is_compound_of_man
from inquit.attribution.linking.callings import callings_of
from inquit.attribution.passage import Passage
from inquit.attribution.rules.phrases import noun_phrase, trimmed
from inquit.model.span import Span

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
THIRD = frozenset({"he", "she", "they", "him", "her", "them"})
PLACES = SUBJECTS | {"dobj", "pobj", "dative", "agent", "conj"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody whom the narration tells of.

    Attributes:
        span: the noun phrase, or the pronoun.
        head: the head's span.
        subject: it is the subject of its clause.
        met: it is asked, told or met by somebody, and may take up the word.
        asks: it asks somebody whether something is so, and so is another than who answers.
        pronoun: it is a pronoun.
        named: its head is part of a name.
        other: the head of the subject of its own clause, who is another than an object of that.
        callings: what its clause tells that it is, each with the words that tell more of that.
    """

    span: Span
    head: Span
    subject: bool
    met: bool
    asks: bool
    pronoun: bool
    named: bool
    other: Span | None = None
    callings: Mapping[str, frozenset[str]] = field(default_factory=dict)


def actors_in(passage: Passage) -> Iterator[Actor]:
    """Yield who acts or is acted on outside of a paragraph's quotations, in order."""
    for token in passage.doc:
        if passage.run_at[token.i] >= 0 or token.dep_ not in PLACES or token.head.lower_ == "as":
            continue
        pronoun = token.tag_ == "PRP" and token.lower_ in THIRD
        named = token.tag_ == "NNP"
        if not (pronoun or named or _can_act(token) or _is_described(token)):
            continue
        phrase = trimmed(noun_phrase(token), token)
        if passage.doc[phrase[0]].lower_ == "whose":
            continue  # Whose it is stands before it, and is who the sentence is about.
        yield Actor(
            span=passage.span_of(*phrase),
            head=passage.token_span(token),
            subject=_is_subject(token),
            met=_is_met(token),
            asks=_asks(token),
            pronoun=pronoun,
            named=named,
            other=_subject_beside(token, passage) if pronoun else None,
            callings=callings_of(token) if named else {},
        )


def _is_described(token: Token) -> bool:
    """Tell whether a name follows in apposition, so that the noun is somebody."""
    return token.tag_ == "NN" and any(
        child.dep_ == "appos" and child.tag_ == "NNP" for child in token.rights
    )


def _is_met(token: Token) -> bool:
    """Tell whether somebody is asked, told or met: `The clerk asked Nora Lind to wait`."""
    verb = token.head
    if token.dep_ == "pobj" and verb.lower_ in ("to", "with"):
        verb = verb.head
    elif token.dep_ in SUBJECTS and verb.dep_ in ("ccomp", "xcomp"):
        infinitive = any(child.tag_ == "TO" for child in verb.lefts)
        verb = verb.head if infinitive else verb
    elif token.dep_ not in ("dobj", "dative", "nsubjpass"):
        return False
    return verb.lower_ in words_with("verbs", "ask", "tell", "meet")


def _subject_beside(token: Token, passage: Passage) -> Span | None:
    """Return the subject of the verb that an object belongs to, None of a subject."""
    verb = token.head
    if token.dep_ in SUBJECTS:
        return None
    if token.dep_ == "pobj":
        verb = verb.head
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    return passage.token_span(subject) if subject is not None else None


def _asks(token: Token) -> bool:
    """Tell whether somebody asks whether something is so: `When Roe asked if he would`."""
    asked = token.dep_ == "nsubj" and token.head.lower_ in words_with("verbs", "ask")
    clauses = (child for child in token.head.rights if child.dep_ in ("ccomp", "advcl"))
    marks = (mark.lower_ for clause in clauses for mark in clause.lefts)
    return asked and not {"if", "whether"}.isdisjoint(marks)


def _is_subject(token: Token) -> bool:
    """Tell whether a noun is the subject of its clause, alone or joined: "Ida and Per met"."""
    if token.dep_ == "conj" and token.head.i != token.i:
        return _is_subject(token.head)
    return token.dep_ in SUBJECTS and not _is_thought(token.head)


def _is_thought(verb: Token) -> bool:
    """Tell whether a clause is what its sentence's subject thinks: "Holm hoped Roe would win"."""
    above = verb.head
    # A participle between the two draws the subject to itself: "Holm, watching, hoped that ...".
    verbs = [above, *(child for child in above.lefts if child.tag_ == "VBG")]
    thinkers = (child for one in verbs for child in one.lefts if child.dep_ in SUBJECTS)
    return verb.dep_ == "ccomp" and any(one.i < verb.left_edge.i for one in thinkers)


def _can_act(token: Token) -> bool:
    lower = token.lower_
    if lower in function_words("nobody", "everybody"):
        return False
    if token.tag_ == "CD":
        several = lower in function_words("number")
        return several and any(child.lower_ == "the" for child in token.lefts)
    if token.tag_ == "NN":
        return lower in human_nouns() | nouns("group", "body") or is_compound_of_man(lower)
    return token.tag_ == "NNS" and (lower in nouns("group") or lower[:-1] in human_nouns())


def common_words(passage: Passage) -> frozenset[int]:
    """Return where words start that have a capital only as the first of a sentence.

    Adverbs, and nouns for people in the plural: `Jurors were told`.
    """
    return frozenset(
        start
        for token, start in zip(passage.doc, passage.starts, strict=True)
        if token.is_sent_start and (token.tag_ in ("RB", "UH", "WRB") or _is_plural(token))
    )


def _is_plural(token: Token) -> bool:
    following = token.doc[token.i + 1 : token.i + 2]
    alone = bool(following) and not following[0].text[0].isupper()
    people = token.lower_ in nouns("group") or token.lower_[:-1] in human_nouns()
    return alone and (token.tag_ == "NNS" or (people and token.lower_.endswith("s")))
