"""The words of the status line: the place in the article, and the current quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

from inquit.model.confidence_words import describe_confidence
from inquit.model.printable import reveal_hidden
from inquit.model.quotation import READER, UNREAD
from widgets.sidebar_rows import CORRECTED
from widgets.status_line import Status

if TYPE_CHECKING:
    from tui.reader.state import Reading, ScreenState
    from widgets.attributed_quotes import AttributedQuote


def status_of(state: ScreenState, *, progress: float) -> Status:
    """Return what the status line shows.

    Args:
        state: what the screen shows.
        progress: how much of the article is above the bottom of the screen, from 0 to 1.
    """
    reading = state.reading
    if reading is None:
        return Status(message=state.notice, waiting=state.waiting)
    findings, finding = reading.findings, reading.finding
    count = findings.outermost
    place = f"{count} quote{'' if count == 1 else 's'}"
    source, style, rest = "", Style.null(), ""
    if finding is not None:
        index = findings.index(finding.source)
        place = f"{findings.place(finding.quote.id) + 1}/{count}"
        source = (
            reveal_hidden(finding.source.name) if finding.source is not None else "Unattributed"
        )
        style = state.colours.name(index) if index is not None else style
        rest = " · ".join(_about(reading, finding))
    return Status(
        place=place,
        source=source,
        source_style=style,
        rest=rest,
        message=state.notice,
        analysed=reading.analysed,
        waiting=state.waiting,
        progress=progress,
    )


def _about(reading: Reading, finding: AttributedQuote) -> list[str]:
    """Describe a quote, without the name of its source."""
    source, given = finding.source, finding.attribution
    words = [finding.quote.type.value]
    if source is not None and source.role:
        words.insert(0, source.role)
    if finding.unnamed:
        words.insert(0, "unnamed")
    if reading.findings.outer_of(finding.quote.id) is not None:
        words.append("inside a quote")
    if given.method == READER:
        words.append(f"{CORRECTED} corrected by you")
        return words
    if given.method != UNREAD:
        words.append(f"{describe_confidence(given.confidence)} {given.confidence:.0%}")
    if finding.quote.corrected:
        words.append(CORRECTED)
    return words
