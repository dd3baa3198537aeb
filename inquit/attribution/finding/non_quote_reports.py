"""Reports whose cue, by the parse and the words around it, reports nothing at all."""

from __future__ import annotations

import re
from bisect import bisect_left

from spacy.tokens import Token

from inquit.attribution.extraction import Extraction
from inquit.attribution.passage import Passage
from inquit.attribution.rules.speakers import can_speak
from inquit.attribution.rules.structure import is_label

NO_WORDS = re.compile(
    r"(?:just |much )?(?:so|as much|the same(?: thing)?|exactly that)"
    r"(?: (?:in|on|at|to|about|before|after|of)\b[^,;]*)?"
)
"""What stands for somebody's words without telling them: `said exactly that in 2016`."""
RATING = re.compile(
    r"(?:his|her|its|their|the) (?:price )?(?:rating|target|recommendation|stake)\b"
)
"""What analysts cut and raise, without a word."""
INTERROGATIVE = frozenset({"what", "how", "why", "who"})
INDEFINITE = frozenset({"a", "an"})


def reports_nothing(report: Extraction, passage: Passage) -> bool:
    """Tell whether a cue is no reporting word here.

    It is none inside a quotation to whose outside the content belongs, and none where it is
    the participle of a thing: `a line agreed in 2001`.
    """
    cue = passage.token_at(report.cue.end - 1) if report.cue is not None else None
    if cue is None:
        return False
    words = passage.slice(report.content_spans[0].start, report.content_spans[-1].end)
    if (
        NO_WORDS.fullmatch(words)
        or RATING.match(words)
        or _is_question(cue, report, passage)
        or _labels(report, passage)
    ):
        return True
    run = passage.run_at[cue.i]
    if run >= 0 and not any(
        passage.runs[run].outer.encloses(span) for span in report.content_spans
    ):
        return True
    return _is_participle(cue, report, passage)


def _is_question(cue: Token, report: Extraction, passage: Passage) -> bool:
    """Tell whether the whole content is a question that nobody answers: `What would Roe say?`."""
    start = cue.sent.start
    sentence = passage.slice(passage.starts[start], passage.ends[cue.sent.end - 1])
    asks = passage.doc[start].lower_ in INTERROGATIVE and sentence.rstrip("”\"’' ").endswith("?")
    whole = report.content_spans[0].start == passage.starts[start]
    return asks and whole and passage.run_at[start] < 0


def _labels(report: Extraction, passage: Passage) -> bool:
    """Tell whether a colon follows a label and not a name: `Opinion: the council is wrong`."""
    if report.source is None or report.cue_lemma != ":":
        return False
    source = passage.slice(report.source.start, report.source.end)
    return not source.strip() or is_label(source)


def _is_participle(cue: Token, report: Extraction, passage: Passage) -> bool:
    """Tell whether a cue only says when or where a thing was made: `a line agreed in 2001`."""
    source = passage.token_at(report.source.end - 1) if report.source is not None else None
    if source is None or report.source is None or cue.tag_ not in ("VBD", "VBN"):
        return False
    after = passage.doc[cue.i + 1 : cue.i + 2]
    dated = bool(len(after)) and after[0].tag_ == "IN"
    things = passage.doc[bisect_left(passage.starts, report.source.start) : source.i + 1]
    finite = cue.tag_ == "VBD" and things[0].lower_ not in INDEFINITE
    return (
        dated
        and not finite
        and source.i == cue.i - 1
        and not any(can_speak(token) for token in things)
    )
