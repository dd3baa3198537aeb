"""Verdicts as text for a terminal or a mail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from inquit.model.article import Article
from inquit.model.passage import with_marks
from inquit.model.printable import clean_line
from inquit.model.span import Span
from inquit.verification.differences import Difference, DifferenceKind
from inquit.verification.speakers import Speaker
from inquit.verification.verdict import STATUS_WORDS, FoundPlace, Status, Verdict

LEGEND = "[-words of the draft-] {+words of the source+}"
"""How differing words are marked, as `git diff --word-diff` marks them."""

_NO_PLACES = ("sha256:", "entry:")
"""What the ids of texts begin with that have no place of their own."""

_LONGEST = 300  # code points of a passage that are shown


def render_text(draft: Article, verdicts: Sequence[Verdict]) -> str:
    """Return what was found out about each quotation of a draft, in order.

    Args:
        draft: the draft.
        verdicts: the verdicts on its quotations.
    """
    lines = [f"{clean_line(draft.display_title)}: {summarise(verdicts)}", ""]
    for number, verdict in enumerate(verdicts, start=1):
        lines += [*_lines(number, verdict), ""]
    if any(verdict.differences for verdict in verdicts):
        lines += [LEGEND, ""]
    return "\n".join(lines)


def summarise(verdicts: Sequence[Verdict]) -> str:
    """Return how many quotations there are of each kind, in one line."""
    if not verdicts:
        return "no quotations found"
    counts = Counter(verdict.status for verdict in verdicts)
    kinds = [f"{counts[status]} {STATUS_WORDS[status]}" for status in Status if counts[status]]
    total = "1 quotation" if len(verdicts) == 1 else f"{len(verdicts)} quotations"
    return f"{total}: {', '.join(kinds)}"


def mark_differences(differences: Sequence[Difference]) -> str:
    """Return a quotation with what differs from the source marked, on one line."""
    return clean_line(" ".join(_marked(each) for each in differences))


def describe_place(place: FoundPlace) -> str:
    """Return where a quotation was found and whose it is there, on one line."""
    article = place.article
    parts = [article.display_title, *(each for each in (article.site, article.published) if each)]
    if article.origin != article.display_title and not article.origin.startswith(_NO_PLACES):
        parts.append(article.origin)
    where = clean_line(", ".join(parts))
    return f"{where} · {_credit(place.speaker)}" if place.quote is not None else where


def _lines(number: int, verdict: Verdict) -> Iterator[str]:
    """Yield the lines of one verdict."""
    speaker = verdict.quotation.speaker
    who = f" · {clean_line(speaker.name)}" if speaker is not None else ""
    status = STATUS_WORDS[verdict.status]
    yield f"{number}. {status[0].upper()}{status[1:]}{who} · {verdict.confidence:.0%} sure"
    yield f"    {_in_marks(verdict.quotation.text, verdict.quotation.span)}"
    if verdict.differences:
        yield f"    {mark_differences(verdict.differences)}"
    for remark in verdict.remarks:
        yield f"    ({clean_line(remark)})"
    for place in verdict.places:
        yield f"    > {describe_place(place)}"
        if verdict.status is not Status.VERBATIM:
            yield f"      {_shorten(_in_marks(place.article.text, place.span))}"


def _in_marks(text: str, span: Span) -> str:
    """Return a passage on one line, with the quotation marks around it."""
    return clean_line(with_marks(text, span).of(text))


def _marked(each: Difference) -> str:
    match each.kind:
        case DifferenceKind.SAME:
            return each.here
        case DifferenceKind.CHANGED:
            return f"[-{each.here}-] {{+{each.there}+}}"
        case _:
            return f"[-{each.here}-]" if each.here else f"{{+{each.there}+}}"


def _credit(speaker: Speaker | None) -> str:
    if speaker is None:
        return "nobody is credited there"
    role = f" ({speaker.role})" if speaker.role else ""
    return clean_line(f"{speaker.name}{role}, {speaker.confidence:.0%} sure")


def _shorten(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
