"""Words before a colon that introduce a quotation, in the same paragraph or the next."""

from __future__ import annotations

from inquit.attribution.extraction import Method
from inquit.attribution.passage import Passage
from inquit.attribution.rules.draft import Draft
from inquit.attribution.rules.inquit import inquits_of
from inquit.attribution.rules.phrases import noun_phrase, trimmed
from inquit.attribution.rules.replying import reply_draft
from inquit.attribution.rules.structure import named_line
from inquit.attribution.rules.subjects import subject_of
from inquit.attribution.rules.surface import phrase_ending
from inquit.model.span import Span

INTRODUCED = 0.85
NAMED = 0.7
GOVERNED = 0.6


def introduction(passage: Passage, colon: int) -> Draft | None:
    """Return the draft, without contents, of whoever a colon lets speak.

    Args:
        passage: the paragraph with the colon.
        colon: index of the colon's token.

    Returns:
        By preference: who wrote what a message answers, the subject of a reporting verb of the
        sentence, a name right before the colon, the subject of the sentence; None where there is
        nobody.
    """
    reply = reply_draft(passage)
    if reply is not None:
        return reply
    start = passage.doc[colon].sent.start
    said = [q for q in inquits_of(passage) if start <= q.verb < colon and q.source is not None]
    if said:
        last = said[-1]
        source = passage.span_of(*last.source) if last.source is not None else None
        return _draft(passage.span_of(*last.cue), last.lemma, source, INTRODUCED, Method.INTRODUCED)
    named = phrase_ending(passage, colon - 1) if colon > start else None
    if named is not None and passage.doc[named[1]].tag_ == "NNP":
        colon_span = passage.token_span(passage.doc[colon])
        return _draft(colon_span, ":", passage.span_of(*named), NAMED, Method.INTRODUCED)
    for token in reversed(passage.doc[start:colon]):
        if not token.tag_.startswith("VB") or passage.run_at[token.i] >= 0:
            continue
        subject = subject_of(token)
        if subject is not None and subject.tag_ in ("NNP", "PRP", "NN", "NNS"):
            range_ = trimmed(noun_phrase(subject), subject)
            cue = passage.token_span(token)
            return _draft(cue, token.lower_, passage.span_of(*range_), GOVERNED, Method.INTRODUCED)
    return None


def headed_draft(passage: Passage) -> Draft | None:
    """Return the draft, without contents, of whoever a line above a quotation names."""
    name = named_line(passage)
    if name is None:
        return None
    return Draft(
        contents=[],
        source=name,
        method=Method.SIGNED,
        confidence=INTRODUCED,
        reason="the line above names who it is from",
    )


def ending_colon(passage: Passage) -> int | None:
    """Return the index of the colon with which a passage ends outside quotations, else None."""
    doc = passage.doc
    if not len(doc) or doc[len(doc) - 1].lower_ != ":" or passage.run_at[len(doc) - 1] >= 0:
        return None
    return len(doc) - 1


def _draft(cue: Span, lemma: str, source: Span | None, confidence: float, method: Method) -> Draft:
    return Draft(
        contents=[],
        cue=cue,
        cue_lemma=lemma,
        source=source,
        method=method,
        confidence=confidence,
        reason="the words before the colon introduce the quotation",
    )
