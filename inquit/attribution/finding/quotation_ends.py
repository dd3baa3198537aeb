"""Contents that end with their quotation: nothing unquoted is in a direct quote.

`said "I will resign" in the meeting` and `whispered "Sorry" and left` tell where and what else;
`said the "plan" was dead` goes on with what was said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from inquit.attribution.extraction import Extraction
from inquit.attribution.passage import Passage
from inquit.attribution.rules.ownership import FINITE
from inquit.model.span import Span

PLACES = frozenset({"in", "on", "at", "during", "after", "before", "when", "while", "to"})
"""What begins where, when and to whom something was said."""
JOINING = frozenset({"and", "but", "then"})
TENSES = (
    frozenset({"VBD", "VBN"}),
    frozenset({"VBZ"}),
    frozenset({"VBP", "VB"}),
    frozenset({"VBG"}),
)
"""Tags of verbs that may have one subject, as the tagger mixes them up."""
_SENTENCE = re.compile(r"\s+[^\W\d_a-z]")
_MARKS = " ,:“”\"‘’'"


def end_with_quotation(extraction: Extraction, passage: Passage) -> tuple[Span, ...]:
    """Return the contents of an extraction without what the narrator tells after the quotation.

    Args:
        extraction: what was found.
        passage: the paragraph of its cue.
    """
    spans = extraction.content_spans
    held = [
        number
        for number, run in enumerate(passage.runs)
        if run.closed and any(span.overlaps(run.inner) for span in spans)
    ]
    if not held or extraction.cue is None:
        return spans
    last = held[-1]
    run = passage.runs[last]
    end = spans[-1].end
    if end <= run.outer.end or not passage.span.encloses(spans[-1]):
        return spans
    if not _is_told(extraction, passage, last, end):
        return spans
    kept = [span for span in spans if span.start < run.outer.end]
    inner = passage.words_of(last)
    start = kept[-1].start
    whole = start >= run.outer.start
    kept[-1] = inner if whole else Span(start, run.outer.end)
    return tuple(kept)


def without_outer_marks(span: Span, passage: Passage) -> tuple[Span, ...]:
    """Return a content without the marks around it, quotations beside each other apart.

    Args:
        span: one content.
        passage: the paragraph that it lies in.
    """
    held = [n for n, run in enumerate(passage.runs) if span.overlaps(run.outer)]
    if not held or not all(span.encloses(passage.runs[n].inner) for n in held):
        return (span,)
    parts = [passage.runs[n].outer for n in held]
    ends = [span.start, *(part.end for part in parts)]
    starts = [*(part.start for part in parts), span.end]
    between = [passage.slice(end, start) for end, start in zip(ends, starts, strict=True)]
    if any(any(map(str.isalnum, one)) for one in between):
        return (span,)
    return tuple(passage.words_of(n) for n in held)


def _is_told(extraction: Extraction, passage: Passage, last: int, end: int) -> bool:
    """Tell whether what follows a run is the narrator's."""
    run, cue = passage.runs[last], extraction.cue
    spans = extraction.content_spans
    ends = passage.slice(run.inner.end - 1, run.inner.end)
    tail = passage.slice(run.outer.end, end)
    if ends and ends in ".!?…" and _SENTENCE.match(tail) and spans[0].start >= run.outer.start:
        return True
    after = _tokens(passage, run.outer.end, end)
    if not after or cue is None or cue.end > run.outer.start:
        return False
    verbs = [token for token in passage.doc if passage.token_span(token).overlaps(cue)]
    if after[0].lower_ in JOINING:
        tags = {verb.tag_ for verb in verbs}
        return len(after) > 1 and any(after[1].tag_ in one and tags & one for one in TENSES)
    heard = extraction.addressee
    start = heard.end if heard is not None and heard.start >= cue.end else cue.end
    led = not passage.slice(start, run.outer.start).strip(_MARKS)
    first = spans[0].start <= run.inner.start and spans[0].start >= start
    infinitive = len(after) > 1 and after[0].lower_ == "to" and after[1].tag_ == "VB"
    placed = after[0].lower_ in PLACES and not infinitive and not _has_subject(after)
    return led and first and placed and _is_clause(passage, last)


def _is_clause(passage: Passage, run: int) -> bool:
    """Tell whether a run stands for itself, or has a finite verb."""
    inside = [one for one in passage.doc if passage.run_at[one.i] == run and not one.is_punct]
    return len(inside) == 1 or any(one.tag_ in FINITE for one in inside)


def _tokens(passage: Passage, start: int, end: int) -> Sequence[Token]:
    return [one for one in passage.doc if start <= passage.starts[one.i] < end]


def _has_subject(tokens: Sequence[Token]) -> bool:
    """Tell whether a clause of its own stands among tokens, after the first word."""
    return any(token.dep_ in ("nsubj", "nsubjpass") for token in tokens[2:])
