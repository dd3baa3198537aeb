"""Which inquit reports a quoted run: the one beside it, by place and punctuation."""

from __future__ import annotations

from inquit.attribution.passage import Passage
from inquit.attribution.rules.inquit import Inquit
from inquit.attribution.rules.verbs import WEAK

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
TAKEN = ("dobj", "oprd", "ccomp")
FEW = 4
"""A run of fewer words needs more than to stand after a reporting verb."""
NEAR = 30
"""Tokens between an inquit and a run that it introduces."""


def owner_of(passage: Passage, run: int, inquits: list[Inquit]) -> Inquit | None:
    """Return the inquit that introduces or follows a run, None where none does.

    Args:
        passage: the paragraph.
        run: index into its runs.
        inquits: its inquits, in order.
    """
    tokens = [i for i, at in enumerate(passage.run_at) if at == run]
    if not tokens:
        return None
    first, last = tokens[0], tokens[-1]
    following = next((q for q in inquits if _follows(passage, q, last)), None)
    leading = next((q for q in reversed(inquits) if _leads(passage, q, first)), None)
    if following is None or leading is None:
        return following or leading
    introduced = passage.doc[first - 1].lower_ in (",", ":") or leading.verb == first - 1
    ends = passage.slice(passage.runs[run].inner.end - 1, passage.runs[run].inner.end)
    if (introduced and ends != ",") or following.source is None:
        return leading
    return following


def _follows(passage: Passage, inquit: Inquit, last: int) -> bool:
    """Tell whether an inquit comes right after a run: `"...," he said`."""
    start = min(inquit.start, inquit.verb)
    if start <= last:
        return False
    if inquit.source is not None and inquit.source[0] <= last:
        return False
    doc = passage.doc
    between = [doc[i] for i in range(last + 1, start)]
    if any(token.tag_ in FINITE or passage.run_at[token.i] >= 0 for token in between):
        return False
    words = [token for token in between if token.tag_ not in (",", ":", "''", "``", ".")]
    if any(token.tag_ == "." for token in between):
        return False
    run = passage.runs[passage.run_at[last]]
    closing = passage.slice(run.inner.end - 1, run.outer.end)
    if "," not in closing and _starts_afresh(passage, inquit, start):
        return False
    if not words:
        ends = any(sign in ",.!?…—–" for sign in closing) or between
        return bool(ends) or _inverted(inquit)
    relative = words[0].tag_ in ("WP", "WDT", "IN", "TO") and words[0].lower_ != "as"
    return len(words) <= 6 and not relative and bool(set(closing) & set(",!?…"))


def _starts_afresh(passage: Passage, inquit: Inquit, start: int) -> bool:
    """Tell whether an inquit is a sentence of its own: with a capital and its own complement."""
    doc = passage.doc
    first = passage.slice(passage.starts[start], passage.starts[start] + 1)
    if not first.isupper() or inquit.verb == start:
        return False
    end = inquit.end + 1
    if end < len(doc) and doc[end].tag_ == "RB":
        end += 1
    if end >= len(doc) or doc[end].tag_ in (".", "``"):
        return False
    kinds = ("ccomp", "xcomp", "dobj", "oprd")
    return any(c.dep_ in kinds and c.i > inquit.end for c in doc[inquit.verb].rights)


def _inverted(inquit: Inquit) -> bool:
    return inquit.source is not None and inquit.source[0] > inquit.verb


def _leads(passage: Passage, inquit: Inquit, first: int) -> bool:
    """Tell whether an inquit introduces a run: `he said: "..."`, `called it "..."`."""
    doc = passage.doc
    if inquit.verb >= first or first - inquit.verb > NEAR:
        return False
    before = doc[first - 1].lower_
    colon = before == ":"
    between = [doc[i] for i in range(inquit.verb + 1, first)]
    skip = inquit.source[1] if _inverted(inquit) and inquit.source is not None else inquit.verb
    if any(token.tag_ == "." and token.i > skip for token in between):
        return False
    if colon:
        return True
    if inquit.lemma in WEAK and inquit.verb < first - 1 and before != ",":
        return False
    others = [t for t in between if t.tag_ in FINITE and t.i > skip]
    if before == "," and not others:
        return True
    run_head = doc[first + 1] if first + 1 < len(doc) else doc[first]
    inner = passage.runs[passage.run_at[first]].inner
    if len(passage.slice(inner.start, inner.end).split()) < FEW:
        return _complements(passage, inquit, first)
    return any(token.i == inquit.verb for token in run_head.ancestors) or not others


def _complements(passage: Passage, inquit: Inquit, first: int) -> bool:
    """Tell whether a short run is what the verb itself takes: `called it "mad"`, `as "mad"`."""
    run = passage.run_at[first]
    for index in range(first, len(passage.doc)):
        if passage.run_at[index] != run:
            break
        head = passage.doc[index].head
        if passage.run_at[head.i] == run:
            continue
        while head.i > inquit.verb and (head.lower_ == "as" or head.dep_ in TAKEN):
            head = head.head
        if head.i == inquit.verb:
            return True
    return False
