"""Source spans made whole: a finder may cut a phrase inside a name, or before one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from inquit.attribution.letters import of_any_script
from inquit.attribution.lexicon import function_words, nouns, pronouns, titles
from inquit.attribution.lexicon.spelling import plain
from inquit.attribution.linking.capital_runs import ONE
from inquit.attribution.report import Report
from inquit.model.span import Span

HYPHENATED = re.compile(
    of_any_script(r"-(?:[a-z]+(?: [A-Z][\w'’.]+){1,3}|[A-Z]\w*(?: [A-Z][\w'’.]+){0,3})")
)
"""What a parser that splits "co-author Ida Holm" leaves behind "co"."""
NEXT = re.compile(rf"\.? ({ONE})")
HANDLE = re.compile(r"\s+\(?@\w+\)?$")
DASHES = re.compile(r"(?:[.,;:]*\s*(?:--+|[—–―]+)|[,;:])+\s*$")
PARTY = re.compile(r" ?\((?:[A-Z]{1,3}|[A-Z]{1,3}[-–—,] ?[A-Z][\w. ]{1,20})\)")
"""Party and constituency, no part of the name that they follow: `Rep. Roe (D-Va.)`."""
WHERE = re.compile(
    of_any_script(
        r"(?:who|whom|which|that) (?!(?:in|on|at|after|before|since|during|once)\b)(?=\w)"
        r"|(?:Outside|Inside|At|In|On|After|Before)(?: [a-z]+)+ (?=[A-Z])"
    )
)
"""What a parser takes for a part of the name that it comes before: `Outside court Roe said`.

Or of a source: `who police say fired`."""
MANNER = re.compile(of_any_script(r"\b(?:[Hh]e|[Ss]he|[A-Z]\w+),?( [a-z]+(?:ing|ly))$"))
LONGEST = 4
"""Most words by which a name goes on."""
OFFICE = re.compile(
    r"\b(?:Department|Ministry|Minister|Secretary|Committee|Commissioner|Office)"
    + of_any_script(r" (?:for|of|on) (?:the )?[A-Z]\w+(?: [A-Z]\w+)*$")
)
LISTED = re.compile(of_any_script(r"(?:, [A-Z]\w+(?: [A-Z]\w+)*)+,? and [A-Z]\w+(?: [A-Z]\w+)*"))
"""What else an office is for: `the Department for Environment` `, Food and Rural Affairs`."""
SUCH_AS = re.compile(rf" such as {ONE}(?: {ONE})*(?:\.[a-z]+)?")


def with_whole_sources(reports: Iterable[Report], text: str) -> tuple[Report, ...]:
    """Return reports whose source spans end where the name in them ends.

    Args:
        reports: in reading order.
        text: the article's.
    """
    return tuple(
        replace(report, source=_whole(report, report.source, text)) if report.source else report
        for report in reports
    )


def listed_at(words: str) -> int:
    """Return where what else an office is for begins in some words, their length where nowhere."""
    match = LISTED.search(words)
    found = match is not None and OFFICE.search(words[: match.start()])
    return match.start() if match is not None and found else len(words)


def _whole(report: Report, source: Span, text: str) -> Span:
    """Return a source span with the rest of a name, short of the report's other parts."""
    source = _without_rest(text, source)
    end = _end_of_name(text, source)
    others = [*report.content_spans, *(p for p in (report.cue, report.addressee) if p is not None)]
    fits = not any(Span(source.end, end).overlaps(part) for part in others) if end else False
    return Span(source.start, end) if fits else source


def without_party(words: str) -> str:
    """Return a source's words without the party and constituency that they end with."""
    parties = list(PARTY.finditer(words))
    ends = bool(parties) and parties[-1].end() == len(words)
    return words[: parties[-1].start()] if ends and parties[-1].start() else words


def _without_rest(text: str, source: Span) -> Span:
    """Return a span without where somebody spoke, and what may follow: a dash, a handle, how.

    "Outside court Ida", "Ida smiling", "he;--", "Ida Holm @idaholm".
    """
    where = WHERE.match(source.of(text))
    source = Span(source.start + where.end(), source.end) if where else source
    words = source.of(text)
    bare = DASHES.sub("", HANDLE.sub("", words))
    manner = MANNER.search(bare)
    if manner is not None:
        bare = DASHES.sub("", bare[: manner.start(1)].rstrip())
    return Span(source.start, source.start + len(bare)) if bare else source


def _end_of_name(text: str, source: Span) -> int:
    """Return where the name ends that a span is cut inside of, or right before; else 0."""
    if OFFICE.search(source.of(text)) and (listed := LISTED.match(text, source.end)):
        return listed.end()
    rest = HYPHENATED.match(text, source.end) or SUCH_AS.match(text, source.end)
    if rest is not None:
        return rest.end()
    words = source.of(text).split()
    if (
        not words
        or words[-1].casefold() in pronouns() - pronouns("relative")
        or not words[-1][-1:].isalpha()
    ):
        return 0
    ends, end = [0], source.end
    for _ in range(LONGEST):
        short = plain(text[:end].rpartition(" ")[2]) in titles("courtesy", "rank")
        following = NEXT.match(text, end) if short or text[end : end + 1] != "." else None
        if following is None or plain(following[1]) in function_words("opening"):
            break
        end = following.end()
        ends.append(end)
    titled = words[-1][:1].isupper() or words[-1] in nouns("role")
    return ends[-1] if titled or len(ends) > 2 else 0
