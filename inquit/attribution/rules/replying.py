"""Who wrote what a message answers, by the line above it; see `inquit.model.reply_line`."""

from __future__ import annotations

from inquit.attribution.extraction import Method
from inquit.attribution.passage import Passage
from inquit.attribution.rules.draft import Draft
from inquit.model.reply_line import reply_line_in
from inquit.model.span import Span

SURE = 0.9


def reply_draft(passage: Passage) -> Draft | None:
    """Return the draft, without contents, of whoever such a line names; None for any other line.

    Where only an address tells who wrote, it is nobody's.
    """
    reply = reply_line_in(passage.text)
    if reply is None:
        return None
    at, end = passage.span.start, passage.span.end
    cue, name = reply.cue or Span(end - at - 1, end - at), reply.name
    return Draft(
        contents=[],
        cue=Span(at + cue.start, at + cue.end),
        cue_lemma="write",
        source=Span(at + name.start, at + name.end) if name is not None else None,
        method=Method.INTRODUCED,
        confidence=SURE,
        reason="the line above says who wrote it",
    )
