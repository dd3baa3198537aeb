"""Networks and rules together: where both agree, the rules' tighter spans and reason are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from inquit.attribution.extraction import Extraction, Method
from inquit.attribution.finding.near_inquits import near_inquit
from inquit.attribution.rules.nominal import METHOD as NOMINAL
from inquit.attribution.rules.structure import TURN
from inquit.attribution.rules.verbs import CUES
from inquit.model.span import Span

SURE = frozenset({Method.SIGNED, Method.POSTED, Method.HEADLINE, Method.BLOCK})
"""Ways of the rules that rest on how the page is set, which the networks know little of."""
FORMS_OF_PAGE = SURE | {TURN}
NAMING = frozenset({"call", "describe", "label", "brand", "dub", "term", "characterize"})
"""Verbs that say what the quoted words are about before they come."""
MARKS = 2
"""Code points by which a content may go on after another: a full stop, a closing mark."""
APART = 20
"""Most code points between two turns of a transcript: line feeds, and perhaps "(Applause)"."""
NEXT = 1
"""Code points between a reporting word and who speaks right beside it."""
LIKELY = 0.1
"""Least probability of a cue for which the rules alone are believed."""
ALIKE = 0.9
"""Share of code points, of both together, from which two contents are one and the same."""


def agreed(
    report: Extraction, opinion: Extraction, *, trusted: bool, faint: bool = False
) -> tuple[Extraction, bool]:
    """Return a report of the networks with what the rules put more precisely.

    Args:
        report: what the networks found.
        opinion: what the rules found, its counterpart.
        trusted: whether the rules' content is the better one.
        faint: whether the networks are in doubt that there is a cue at all.

    Returns:
        The report, and whether the networks see its source too: False where only the rules do.
    """
    if faint and opinion.cue is None and opinion.source is not None:
        return opinion, False
    cue, source = report.cue, report.source
    same_cue = _touch(cue, opinion.cue) or (cue is None and opinion.cue is None)
    if _touch(cue, opinion.cue):
        report = replace(report, cue=opinion.cue, cue_lemma=opinion.cue_lemma)
    if opinion.addressee is not None:
        report = replace(report, addressee=opinion.addressee)
    if trusted or likeness(report.content_spans, opinion.content_spans) >= ALIKE:
        report = replace(report, content_spans=opinion.content_spans)
    if opinion.source is None or _inside(opinion.source, report.content_spans):
        return report, True
    if source is None:
        method, reason = opinion.method, opinion.reason
        return replace(report, source=opinion.source, method=method, reason=reason), False
    beside = source is not None and cue is not None and _apart(source, cue) <= NEXT
    nearer = same_cue and near_inquit(opinion) is not None and not beside
    if _touch(source, opinion.source) or nearer:
        report = replace(report, source=opinion.source)
        if same_cue:
            report = replace(report, reason=opinion.reason, method=opinion.method)
    return report, True


def reports_by_itself(report: Extraction) -> bool:
    """Tell whether the cue of a report of the encoder is a reporting word wherever it stands."""
    return report.cue_lemma in CUES or not report.cue_lemma.isalpha()


def ends_by_rules(report: Extraction, opinion: Extraction) -> bool:
    """Tell whether the rules' content is the better one, however sure the encoder is.

    It is where a noun reports, where a verb only names what was called so (`called the dam "a
    disgrace"`), where the encoder left out what stands before an inquit in the middle, and where
    it left out who is to do what is demanded.
    """
    mine, theirs = report.content_spans, opinion.content_spans
    if opinion.method is Method.NOMINAL:
        return True
    inside = all(any(one.encloses(part) for one in mine) for part in theirs)
    if inside and opinion.cue_lemma in NAMING:
        return True
    whole = Span(theirs[0].start, theirs[-1].end + MARKS)
    if not whole.encloses(Span(mine[0].start, mine[-1].end)):
        return False
    cue = opinion.cue
    if cue is not None and len(theirs) > 1 and theirs[0].end <= cue.start:
        return mine[0].start >= cue.end
    listener = opinion.addressee
    return listener is not None and theirs[0].start == listener.start


def without_others(report: Extraction, opinions: Sequence[Extraction]) -> Extraction:
    """Return a report of the encoder without quotations that rules give to a nearer inquit.

    Args:
        report: what the encoder found.
        opinions: what the rules found.
    """
    if report.cue is None:
        return report
    kept = tuple(
        span
        for span in report.content_spans
        if not any(_has_nearer(one, span, report) for one in opinions)
    )
    return replace(report, content_spans=kept) if kept else report


def _has_nearer(opinion: Extraction, span: Span, report: Extraction) -> bool:
    """Tell whether rules give a quotation to another inquit, which stands nearer to it."""
    if opinion.method is not Method.INQUIT or _touch(opinion.cue, report.cue):
        return False
    if not any(
        span.encloses(part) and len(part) + MARKS >= len(span) for part in opinion.content_spans
    ):
        return False
    return _gap(opinion, span) < _gap(report, span)


def _gap(inquit: Extraction, span: Span) -> int:
    """Return how many code points lie between a quotation and an inquit, cue or source."""
    parts = [part for part in (inquit.cue, inquit.source) if part is not None]
    return min(max(part.start - span.end, span.start - part.end, 0) for part in parts)


def unclaimed(
    reports: Sequence[Extraction],
    opinions: Sequence[Extraction],
    chances: Sequence[float],
    *,
    forms: Sequence[Extraction] = (),
) -> list[tuple[Extraction, float]]:
    """Return the rules' reports on words that no report of the networks touches, if likely.

    Args:
        reports: what the networks found.
        opinions: what the rules found in the same paragraphs.
        chances: for each of the opinions the networks' probability that its cue is one.
        forms: those that rest on the form of the page, as `forms_of_page` tells; believed always.
    """
    taken = [span for report in reports for span in report.content_spans]
    return [
        (opinion, chance)
        for opinion, chance in zip(opinions, chances, strict=True)
        if (chance >= LIKELY or opinion in forms or opinion.method == NOMINAL)
        and not any(_inside(span, taken) for span in opinion.content_spans)
    ]


def left_over(opinion: Extraction, reports: Sequence[Extraction], text: str) -> Extraction:
    """Return what is left of a quotation over paragraphs of which only the beginning is reported.

    Args:
        opinion: what the rules found.
        reports: what the networks found.
        text: the article's text.

    Returns:
        The opinion as it is, where all of it or nothing is reported or it is in one paragraph.
    """
    first, *rest = opinion.content_spans
    taken = [span for report in reports for span in report.content_spans]
    if not rest or not _inside(first, taken) or any(_inside(span, taken) for span in rest):
        return opinion
    if "\n" not in text[first.end : rest[0].start]:
        return opinion
    return replace(
        opinion,
        content_spans=tuple(rest),
        cue=None,
        cue_lemma="",
        method=Method.CONTINUED,
        reason="no inquit; whoever was quoted just before goes on",
    )


def forms_of_page(opinions: Sequence[Extraction]) -> list[Extraction]:
    """Return the rules' reports that rest on the form of the page, and are believed for that."""
    turns = [opinion for opinion in opinions if opinion.method == TURN]
    beside = [_close(one, two) for one, two in pairwise(turns)]
    believed = [
        turn
        for turn, before, after in zip(turns, [False, *beside], [*beside, False], strict=False)
        if before or after
    ]
    return [one for one in opinions if one.method in SURE or one in believed]


def _close(turn: Extraction, following: Extraction) -> bool:
    """Tell whether two turns follow each other, as in a transcript, with hardly a word between."""
    return _start(following) - turn.content_spans[-1].end <= APART


def _start(turn: Extraction) -> int:
    """Return where a turn's paragraph starts: with the name of who speaks, if it has one."""
    return (turn.source or turn.content_spans[0]).start


def touching(report: Extraction, others: Sequence[Extraction]) -> bool:
    """Tell whether a report shares words with one of others, or takes its cue from them."""
    taken = [span for other in others for span in other.content_spans]
    parts = (*report.content_spans, *([report.cue] if report.cue is not None else ()))
    return any(_inside(span, taken) for span in parts)


def likeness(mine: Sequence[Span], theirs: Sequence[Span]) -> float:
    """Return the share of code points that two contents have in common, of both together."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in mine for b in theirs)
    whole = sum(len(one) for one in mine) + sum(len(one) for one in theirs) - shared
    return shared / whole if whole else 0.0


def counterpart(report: Extraction, opinions: Sequence[Extraction]) -> Extraction | None:
    """Return the rules' report on the same words: same cue, else the likest content."""
    near = [(likeness(report.content_spans, one.content_spans), one) for one in opinions]
    near = [(share, one) for share, one in near if share > 0]
    beside = [(share, one) for share, one in near if _touch(report.cue, one.cue)]
    alike = beside or [(share, one) for share, one in near if share >= ALIKE]
    return max(alike, key=lambda pair: pair[0])[1] if alike else None


def _apart(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _touch(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.overlaps(other)


def _inside(span: Span | None, content: Sequence[Span]) -> bool:
    return span is not None and any(span.overlaps(one) for one in content)
