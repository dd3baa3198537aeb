"""Headlines that name who says it after a colon: `We had no warning: villagers`."""

from __future__ import annotations

from spacy.tokens import Span

from inquit.attribution.extraction import Extraction, Method
from inquit.attribution.passage import Passage
from inquit.attribution.rules.clauses import FINITE
from inquit.attribution.rules.speakers import is_speaker

METHOD = Method.HEADLINE
LONGEST = 20
"""Most tokens of a headline."""
NAMED = 4
"""Most tokens after its colon."""
FEWEST = 3
"""Least tokens before it."""
ASKING = frozenset({"WP", "WRB", "WDT"})


def headline_report(passage: Passage) -> Extraction | None:
    """Return what a headline of the form `WORDS: who says so` reports, else None."""
    doc = passage.doc
    colons = (token.i for token in doc if token.lower_ == ":" and passage.run_at[token.i] < 0)
    colon = next(colons, 0)
    who = doc[colon + 1 :]
    if not FEWEST <= colon <= LONGEST or not 1 <= len(who) <= NAMED:
        return None
    whole = bool(passage.runs) and passage.run_at[0] == passage.run_at[colon - 1] == 0
    told = any(token.tag_ in FINITE for token in doc[:colon]) and doc[0].tag_ not in ASKING
    if not (whole or told) or not _names_somebody(who, alone=not whole):
        return None
    words = passage.words_of(0) if whole else passage.span_of(0, colon - 1)
    return Extraction(
        content_spans=(words,),
        cue=passage.token_span(doc[colon]),
        cue_lemma=":",
        source=passage.span_of(colon + 1, len(doc) - 1),
        addressee=None,
        method=METHOD,
        confidence=0.8,
        reason="the headline names after a colon who says so",
    )


def _names_somebody(who: Span, *, alone: bool) -> bool:
    """Tell whether the words after the colon are somebody; a name is, where marks tell of words."""
    if not all(token.tag_.startswith(("NN", "JJ")) for token in who):
        return False
    named = all(token.text[0].isupper() for token in who)
    return is_speaker(who[-1].lower_) or (named and not alone)
