"""Lines that do nothing but sign what stands above: `— Canton Rescue (@cantonrescue)`."""

from __future__ import annotations

import re

from inquit.attribution.extraction import Method
from inquit.attribution.passage import Passage
from inquit.attribution.rules.draft import Draft
from inquit.attribution.rules.structure import NAME, named_line
from inquit.model.span import Span

SIGNED_POST = re.compile(rf"^[-–—―]+\s*(?P<name>{NAME})\s*\(@\w{{1,30}}\)")
"""How an embedded post ends; what stands above may have no marks."""
SIGNED = re.compile(rf"^[-–—―~]+\s*(?P<name>{NAME})(?:\s*[,(][^\n]{{0,80}})?(?<![.!?…])$")
"""How a quotation is signed in a line of its own: `- Per Lund, farmer`."""
METHOD = Method.POSTED
_UNSURE = frozenset({Method.CONTINUED, Method.NARRATED, Method.UNATTRIBUTED})
"""Ways to credit a quotation without an inquit that give way to a name below it."""
SURE = 0.9


def signed_draft(passage: Passage, before: Passage, last: Draft | None) -> Draft | None:
    """Return the draft of the paragraph before, credited to whom this one names, else None.

    Args:
        passage: the paragraph that may be a signature.
        before: the one before it.
        last: the draft whose contents end there, if there is one.
    """
    post = SIGNED_POST.match(passage.text)
    match = post or SIGNED.match(passage.text)
    named = named_line(passage)
    if match is None and named is not None and last is not None and last.method in _UNSURE:
        last.source, last.method, last.confidence = named, METHOD, SURE
        last.reason = "the line below signs it"
        return last
    if match is None or (last is not None and last.cue is not None):
        return None
    if last is None:
        if before.runs or post is None:
            return None
        last = Draft(contents=[before.span], method=METHOD, confidence=SURE, reason="")
    start = passage.span.start
    last.source = Span(start + match.start("name"), start + match.end("name"))
    last.method, last.confidence = METHOD, SURE
    last.reason = "the line below signs it"
    return last
