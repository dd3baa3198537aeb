"""One paragraph's reports: inquits, their clauses and their quoted runs put together."""

from __future__ import annotations

from dataclasses import replace

from inquit.attribution.extraction import Method
from inquit.attribution.passage import Passage
from inquit.attribution.rules.bounds import end_before
from inquit.attribution.rules.clauses import FINITE, clause_of
from inquit.attribution.rules.draft import Draft, draft_of
from inquit.attribution.rules.inquit import Inquit, inquits_of
from inquit.attribution.rules.leading import left_part
from inquit.attribution.rules.ownership import owner_of
from inquit.attribution.rules.phrases import Range
from inquit.attribution.rules.structure import title_like
from inquit.attribution.rules.verbs import QUOTING
from inquit.model.span import Span

BESIDE = {True: 0.94, False: 0.77}
"""Confidence of a quotation's source: by whether it stands right beside the reporting verb."""
CLAUSAL = {True: 0.93, False: 0.82}
"""The same for a reported clause."""


def assemble(passage: Passage) -> list[Draft]:
    """Return the drafts of a passage whose inquit is in it, in reading order."""
    inquits = _with_speakers(passage, list(inquits_of(passage)))
    owners = {run: owner_of(passage, run, inquits) for run in range(len(passage.runs))}
    for run in [run for run, owner in owners.items() if owner is None]:
        first = passage.runs[run].outer.start
        nearest = next((q for q in reversed(inquits) if passage.starts[q.verb] < first), None)
        if nearest is not None and left_part(passage, nearest, run):
            owners[run] = nearest
    drafts: list[Draft] = []
    claimed: list[Span] = []
    for inquit in inquits:
        verb = passage.token_span(passage.doc[inquit.verb])
        if any(verb.start in span for span in claimed):
            continue
        draft = _draft(passage, inquit, owners)
        if draft is None or any(span.overlaps(c) for c in draft.contents for span in claimed):
            continue
        claimed += draft.contents
        drafts.append(draft)
    _join_following(passage, drafts)
    return drafts


def is_beside(inquit: Inquit) -> bool:
    """Tell whether who speaks stands right beside the reporting word."""
    if inquit.source is None:
        return False
    return inquit.source[1] == inquit.verb - 1 or inquit.source[0] == inquit.cue[1] + 1


def _with_speakers(passage: Passage, inquits: list[Inquit]) -> list[Inquit]:
    """Return the inquits; one that goes on from another has that one's speaker."""
    result: list[Inquit] = []
    for inquit in inquits:
        outer = next((q for q in reversed(result) if _hands_on(passage, q, inquit)), None)
        result.append(
            inquit if outer is None else replace(inquit, source=outer.source, start=inquit.verb)
        )
    return result


def _hands_on(passage: Passage, outer: Inquit, inquit: Inquit) -> bool:
    """Tell whether an inquit is a further one of the same speaker: it ends the clause before it."""
    if outer.source is None or inquit.verb - outer.verb < 2:
        return False
    verb = passage.doc[inquit.verb]
    if any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        return False
    if verb.tag_ not in ("VBG", passage.doc[outer.verb].tag_):
        return False
    end = end_before(passage, inquit.verb)
    return end < inquit.verb - 1 and any(r[1] == end for r in clause_of(passage, outer))


def _draft(passage: Passage, inquit: Inquit, owners: dict[int, Inquit | None]) -> Draft | None:
    """Return the draft for one inquit, None where it reports nothing here."""
    owned = [run for run, owner in owners.items() if owner is inquit]
    clauses = clause_of(passage, inquit)
    inside = sorted({passage.run_at[i] for r in clauses for i in range(r[0], r[1] + 1)} - {-1})
    if owned and all(passage.run_at[i] >= 0 for r in clauses for i in range(r[0], r[1] + 1)):
        clauses = ()
    beside = is_beside(inquit)
    draft = draft_of(passage, inquit, method=Method.INQUIT, confidence=BESIDE[beside])
    if clauses and (not owned or set(owned) & set(inside)):
        draft.contents = [widened(passage, range_) for range_ in clauses]
        draft.runs = set(inside)
        draft.method = Method.ACCORDING if inquit.lemma == "according to" else Method.CLAUSE
        draft.confidence = CLAUSAL[beside] if inquit.source is not None else draft.confidence
        _end_with_run(passage, clauses[-1], draft)
        owned = [run for run in owned if passage.runs[run].outer.start >= draft.contents[-1].end]
        if owned and not _listed(passage, inquit, owned[0], inside):
            owned = []
    elif not owned or all(_names_a_work(passage, run, inquit) for run in owned):
        return None
    for run in owned:
        draft.runs.add(run)
        draft.contents.append(_with_prefix(passage, run, inquit))
    if owned and draft.method is Method.INQUIT:
        draft.contents += left_part(passage, inquit, owned[0])
    return draft if draft.contents and _sound(draft) else None


def _names_a_work(passage: Passage, run: int, inquit: Inquit) -> bool:
    """Tell whether a run is a title that is read, sung or called so, not something said."""
    inner = passage.runs[run].inner
    text = passage.slice(inner.start, inner.end)
    if inquit.lemma not in QUOTING or text[-1:] in (".", "!", "?", ",", "…"):
        return False
    return title_like(text.split())


def _listed(passage: Passage, inquit: Inquit, run: int, inside: list[int]) -> bool:
    return bool(inside) or passage.runs[run].outer.start > passage.starts[inquit.verb]


def _sound(draft: Draft) -> bool:
    """Tell whether a draft's parts lie apart: nobody is named inside their own words."""
    parts = [part for part in (draft.cue, draft.source) if part is not None]
    return not any(part.overlaps(content) for part in parts for content in draft.contents)


def widened(passage: Passage, range_: Range) -> Span:
    """Return where a clause lies; a run cut by its edge is taken whole, outer marks dropped."""
    first, last = range_
    start, end = passage.starts[first], passage.ends[last]
    head, tail = passage.run_at[first], passage.run_at[last]
    if tail >= 0:
        run = passage.runs[tail]
        end = (
            passage.words_of(tail).end
            if head == tail and start <= run.inner.start
            else run.outer.end
        )
        if head != tail and run.closed:
            end = run.outer.end
    if head >= 0:
        run = passage.runs[head]
        start = run.inner.start if head == tail else run.outer.start
    return Span(start, max(start, end))


def _end_with_run(passage: Passage, clause: Range, draft: Draft) -> None:
    """Cut a clause after a run that says it all: `noted that "we are ready" after the talks`."""
    doc = passage.doc
    first = clause[0] + (
        doc[clause[0]].tag_ in ("IN", "WDT", "DT") and doc[clause[0]].lower_ == "that"
    )
    if first > clause[1] or passage.run_at[first] < 0:
        return
    run = passage.runs[passage.run_at[first]]
    tokens = [i for i in range(first, clause[1] + 1) if passage.run_at[i] == passage.run_at[first]]
    finite = any(doc[i].tag_ in FINITE for i in tokens)
    rest = any(passage.run_at[i] >= 0 for i in range(tokens[-1] + 1, clause[1] + 1))
    if finite and not rest:
        last = draft.contents[-1]
        draft.contents[-1] = Span(last.start, min(last.end, run.outer.end))


def _with_prefix(passage: Passage, run: int, inquit: Inquit) -> Span:
    """Return a run's content, with the words of its sentence that stand before it.

    In `The plan is "dead," he said` the words before the run are as much his as those in it.
    """
    inner = passage.words_of(run)
    first = next(i for i, at in enumerate(passage.run_at) if at == run)
    if inquit.verb < first or first == 0:
        return inner
    start = first
    while start > 0 and not passage.doc[start].is_sent_start and passage.run_at[start - 1] < 0:
        start -= 1
        if passage.doc[start].tag_ in (".", ":", ","):
            if passage.doc[start].tag_ == "," and start < first - 1:
                continue
            start += 1
            break
    if start >= first or passage.doc[start].lower_ in ("but", "and", "so", "yet", "then"):
        return inner
    outer = passage.runs[run].outer
    return Span(passage.starts[start], outer.end)


def _join_following(passage: Passage, drafts: list[Draft]) -> None:
    """Join to a quotation the runs that go on after its inquit: `"A," he said. "B."`."""
    taken = set().union(*(draft.runs for draft in drafts)) if drafts else set()
    for run in range(len(passage.runs)):
        if run in taken:
            continue
        before = [draft for draft in drafts if run - 1 in draft.runs]
        if not before or not goes_on(passage, run - 1, run, before[0]):
            continue
        before[0].runs.add(run)
        before[0].contents.append(passage.words_of(run))
        taken.add(run)


def goes_on(passage: Passage, previous: int, run: int, draft: Draft) -> bool:
    """Tell whether nothing but the draft's inquit stands between two runs."""
    runs = passage.runs
    between = passage.slice(runs[previous].outer.end, runs[run].outer.start).strip()
    if not between:
        return True
    inquit = draft.inquit
    if inquit is None or draft.method != "inquit":
        return False
    gap = Span(runs[previous].outer.end, runs[run].outer.start)
    if draft.cue is None or not gap.encloses(draft.cue):
        return False
    if between[-1] not in ".,;:—–-":
        return False
    stops = [
        token
        for token in passage.doc
        if token.tag_ == "." and passage.starts[token.i] in gap and passage.run_at[token.i] < 0
    ]
    return len(stops) <= 1
