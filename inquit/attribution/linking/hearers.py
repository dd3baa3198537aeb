"""Those who hear, not speak, `..., a court heard`, or are accused: `Holt, accused of lying`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from inquit.attribution.report import Report

ACCUSED = re.compile(
    r"(?:(?:is|are|was|were|be|been|being) )?"
    r"(?:accused|suspected|convicted|charged) (?:of|with|in|by)\b",
    re.IGNORECASE,
)
HEARING = frozenset({"hear", "hears", "heard"})
ARTICLE = re.compile(r"(?:the|a|an|his|her|its|their|our|my|he|she|they|we|i|it|you)\b", re.I)


def with_hearers_apart(reports: Iterable[Report], text: str) -> tuple[Report, ...]:
    """Return reports in which nobody is credited with what they were told.

    Args:
        reports: in reading order.
        text: the article's.
    """
    return tuple(_apart(report, text) for report in reports)


def _apart(report: Report, text: str) -> Report:
    if report.source is None or report.cue is None:
        return report
    if _is_accused(report, text):
        return replace(report, source=None, reason="the text does not tell whose charge this is")
    if report.cue.of(text).casefold() not in HEARING and not _is_told(report, text):
        return report
    return replace(
        report,
        source=None,
        addressee=report.addressee or report.source,
        confidence=0.0,
        reason=f"“{report.source.of(text)}” is who was told, not who spoke",
    )


def _is_accused(report: Report, text: str) -> bool:
    """Tell whether who stands before the cue is charged with the content, not who charges."""
    cue, source = report.cue, report.source
    ahead = cue is not None and source is not None and source.start < cue.start
    return cue is not None and ahead and ACCUSED.match(text, cue.start) is not None


def _is_told(report: Report, text: str) -> bool:
    """Tell whether a headline ends with "told", so that who stands before it was told."""
    cue, source = report.cue, report.source
    if cue is None or source is None or cue.of(text).casefold() != "told":
        return False
    rest = text[cue.end :].split("\n", 1)[0]
    beside = text[source.end : cue.start].strip() == ""
    bare = source.of(text).islower() and not ARTICLE.match(source.of(text))
    return beside and not rest.strip() and bare
