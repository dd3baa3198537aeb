"""Lists the quotations of a draft with what became of each, and the words that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from inquit.model.passage import with_marks
from inquit.model.printable import clean_line
from inquit.service.verification import (
    STATUS_WORDS,
    Difference,
    DifferenceKind,
    FoundPlace,
    Status,
    Verdict,
    describe_place,
    summarise,
)
from tui.dialogs.dialog import Dialog
from tui.reader.commands.dialogs import VERDICTS
from widgets.command import bindings
from widgets.key_line import KeyLine
from widgets.row import ListRow
from widgets.row_list import RowList

_SIGNS = {
    Status.VERBATIM: "✓",
    Status.ALTERED: "≠",
    Status.JOINED: "+",
    Status.CREDITED_TO_ANOTHER: "↷",
    Status.INDIRECT: "·",
    Status.NOT_FOUND: "✗",
}
_TAILS = {
    Status.JOINED: "joined",
    Status.CREDITED_TO_ANOTHER: "another's",
    Status.INDIRECT: "indirect only",
}
_SHOWN_PLACES = 4
_LONGEST = 300  # code points of a quotation that are shown


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenVerdict:
    """A verdict to go to: where it was found, or with no place the quotation itself."""

    verdict: Verdict
    place: FoundPlace | None = None


class VerdictsScreen(Dialog[ChosenVerdict | None]):
    """A row for each quotation, above what there is to say of the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(VERDICTS)
    DEFAULT_CSS = """
    VerdictsScreen > Vertical { width: 110; height: 90%; }
    VerdictsScreen RowList { height: 1fr; }
    VerdictsScreen #told { height: auto; max-height: 50%; padding: 0 1; overflow-y: auto; }
    """

    def __init__(self, verdicts: Sequence[Verdict]) -> None:
        """Take the verdicts, in reading order; at least one."""
        super().__init__()
        self._verdicts = tuple(verdicts)
        self._list = RowList()

    def compose(self) -> ComposeResult:
        """Yield the quotations, the details and the keys."""
        with Vertical() as box:
            box.border_title = Content(clean_line(summarise(self._verdicts)))
            yield self._list
            yield Static(id="told", markup=False)
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the quotations; the first that is not verbatim is under the cursor."""
        self._list.set_rows([_row(at, each) for at, each in enumerate(self._verdicts)])
        wrong = (at for at, each in enumerate(self._verdicts) if each.status is not Status.VERBATIM)
        self._list.mark(str(next(wrong, 0)))
        self._list.focus()
        self._tell()

    def on_row_list_highlighted(self, message: RowList.Highlighted) -> None:
        """Tell of the quotation under the cursor."""
        message.stop()
        self._tell()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """End with the one that was clicked."""
        message.stop()
        self.action_here()

    def action_here(self) -> None:
        """End with the one under the cursor, to go to where it stands in the draft."""
        self.dismiss(ChosenVerdict(verdict=self._current))

    def action_source(self) -> None:
        """End with the first place where it was found."""
        if self._current.places:
            chosen = ChosenVerdict(verdict=self._current, place=self._current.places[0])
            self.dismiss(chosen)
        else:
            self.notify("It was found nowhere", markup=False)

    def action_close(self) -> None:
        """End with None."""
        self.dismiss(None)

    @property
    def _current(self) -> Verdict:
        return self._verdicts[int(self._list.cursor or 0)]

    def _tell(self) -> None:
        parts = [part for line in _lines(self._current) for part in (line, Content("\n"))]
        self.query_one("#told", Static).update(Content.assemble(*parts[:-1]))


def _row(at: int, verdict: Verdict) -> ListRow:
    quotation = verdict.quotation
    words = with_marks(quotation.text, quotation.span).of(quotation.text)
    speaker = f" — {quotation.speaker.name}" if quotation.speaker is not None else ""
    status = _TAILS.get(verdict.status, STATUS_WORDS[verdict.status])
    return ListRow(
        key=str(at),
        text=clean_line(words[:_LONGEST] + speaker),
        sign=_SIGNS[verdict.status],
        tail=f"{status} *" if verdict.remarks else status,
    )


def _lines(verdict: Verdict) -> Iterator[Content]:
    """Yield what there is to say of a verdict, line by line."""
    status = STATUS_WORDS[verdict.status]
    yield Content.assemble(
        (f"{status[0].upper()}{status[1:]}", "bold"), f", {verdict.confidence:.0%} sure"
    )
    if verdict.differences:
        yield Content(" ").join([_marked(each) for each in verdict.differences])
    for remark in verdict.remarks:
        yield Content(f"* {clean_line(remark)}")
    for place in verdict.places[:_SHOWN_PLACES]:
        yield Content(f"→ {describe_place(place)}")
        if verdict.status is not Status.VERBATIM:
            text = place.article.text
            words = clean_line(with_marks(text, place.span).of(text))
            yield Content.styled(f"  {words[:_LONGEST]}", "italic")


def _marked(each: Difference) -> Content:
    """Return some words: those of the draft alone struck through, the source's underlined."""
    here, there = clean_line(each.here), clean_line(each.there)
    if each.kind is DifferenceKind.SAME:
        return Content(here)
    parts = [(here, "strike $error")] if here else []
    parts += [(there, "underline $success")] if there else []
    return Content(" ").join([Content.styled(words, style) for words, style in parts])
