"""What the parts of the reader's screen share: the widgets, the reading, and saying things."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from rich.style import Style
from textual import work
from textual.screen import Screen

from inquit.errors import StoreError
from inquit.model.article import Article
from inquit.model.confidence_words import describe_confidence
from inquit.model.printable import clean_line, reveal_hidden
from inquit.model.quotation import READER, UNREAD, QuoteId
from inquit.model.span import Span
from tui.dialogs.dialog import Dialog
from tui.reader.input_gate import GatedScreen
from tui.reader.reader_pane import ReaderPane
from tui.reader.reading_state import Reading
from tui.services.dependencies import Desk
from tui.services.kept_readings import can_be_opened_again, keep_reading
from widgets.article_header import ArticleHeader
from widgets.attributed_quotes import AttributedQuote
from widgets.column import USUAL
from widgets.detail_panel import DetailPanel
from widgets.overview_strip import OverviewStrip
from widgets.row import ListRow
from widgets.row_filter import parse_filter
from widgets.sidebar import Sidebar
from widgets.sidebar_rows import (
    CORRECTED,
    QUOTE,
    RowMaker,
    bookmark_rows,
    note_rows,
    source_row_key,
)
from widgets.source_colours import SourceColours
from widgets.status_line import Status, StatusLine
from widgets.view_tabs import View

_T = TypeVar("_T")
_PATIENCE = 3.0
"""Seconds for which keys wait at most for a dialog that is on its way."""


class ReaderBase(GatedScreen[None]):
    """One article on the screen; the parts that inherit from this add what can be done with it."""

    def __init__(self, desk: Desk, colours: SourceColours) -> None:
        """Take whom the reader works with and how sources look."""
        super().__init__()
        self.desk = desk
        self.reading: Reading | None = None
        self.folded: frozenset[str] = frozenset()
        self.filter_query = ""
        measure = desk.state.preference("measure")
        self.pane = ReaderPane(
            colours, measure=measure if isinstance(measure, int) else USUAL, id="article"
        )
        self.header = ArticleHeader()
        self.sidebar = Sidebar(id="sidebar")
        self.details = DetailPanel(id="details")
        self.status = StatusLine()
        self.overview = OverviewStrip()
        self._rows: RowMaker | None = None
        self._waiting_for = ""
        self._expected: object | None = None

    @property
    def colours(self) -> SourceColours:
        """How sources look in the theme in use."""
        return self.pane.overlay.colours

    @colours.setter
    def colours(self, colours: SourceColours) -> None:
        self.pane.overlay.colours = colours
        self._rows = None
        self.show_all()

    def say(self, message: str) -> None:
        """Tell what has just happened in the status line, until the next move."""
        if self.reading is None:
            self.status.show(Status(message=message, waiting=self._waiting_for))
            return
        self.reading.message = message
        self.show_status()

    def show_waiting(self, words: str) -> None:
        """Tell what is being waited for at the end of the status line; empty for nothing."""
        if words != self._waiting_for:
            self._waiting_for = words
            self.status.show(replace(self.status.status, waiting=words))

    def complain(self, message: str) -> None:
        """Notify of something that went wrong; nothing in it is taken as markup."""
        self.notify(clean_line(message), severity="error", markup=False, timeout=10)

    def warn(self, message: str) -> None:
        """Notify of something that did not stop what was wanted; nothing in it is markup."""
        self.notify(clean_line(message), severity="warning", markup=False, timeout=15)

    def can_be_opened_again(self, article: Article) -> bool:
        """Tell whether an article's id is a reference to it."""
        return can_be_opened_again(article, self.desk.pages())

    def remember_opened(self, article: Article) -> None:
        """Remember an article among the recent ones, where it can be opened again by its id."""
        if self.can_be_opened_again(article):
            try:
                self.desk.state.keep_recent(article.id, article.display_title)
            except StoreError as error:
                self.complain(str(error))

    @work(group="annotations")
    async def keep_text(self) -> None:
        """Keep the text of what is read, where nothing else does: something is written in it."""
        reading, pages = self.reading, self.desk.pages()
        if reading is not None and not reading.kept:
            try:
                lines = await self.desk.store.ask(lambda _: keep_reading(reading, pages))
            except StoreError as error:
                lines = (str(error),)
            self.tell_kept(reading, lines)

    def tell_kept(self, reading: Reading, lines: Iterable[str]) -> None:
        """Tell what there is to tell of keeping the text, which can be opened again from now on."""
        for line in lines:
            self.warn(line)
        if reading is self.reading:
            self.remember_opened(reading.article)

    def _open(self, screen: Screen[Any], answered: Callable[[Any], None] | None = None) -> None:
        """Put a dialog on top; its answer comes to this screen, whatever asked for it."""
        with self._context():
            self.app.push_screen(screen, answered)

    def expect_dialog(self, asking: Callable[[], Awaitable[None]]) -> None:
        """Do something that opens a dialog after a while; what is typed meanwhile is for that.

        Args:
            asking: opens the dialog by `answer_of`; may end without, and where it takes too long
                keys are the article's again.
        """
        self.takes_keys = False
        self._expected = expected = object()

        def expect_no_more() -> None:
            if self._expected is expected:
                self._expected = None
                self.take_keys()

        async def ask() -> None:
            try:
                await asking()
            finally:
                expect_no_more()

        self.set_timer(_PATIENCE, expect_no_more)
        self.run_worker(ask(), group="annotations")

    async def answer_of(self, dialog: Dialog[_T]) -> _T | None:
        """Put a dialog on top, which gets what was typed for it, and return its answer."""
        with self._context():
            answer = self.app.push_screen(dialog, wait_for_dismiss=True)
        # This screen does again; the dialog that is on top of it does once it is whole.
        self._expected, self.takes_keys = None, True
        return await answer

    def current_span(self) -> Span | None:
        """Return the content of the current quote where a part of it is on the screen."""
        finding = self.reading.finding if self.reading is not None else None
        if finding is None:
            return None
        span, seen = finding.span, Span(self.pane.top, max(self.pane.top, self.pane.bottom))
        return span if span.overlaps(seen) else None

    def make_current(self, quote_id: QuoteId | None, *, reveal: bool = True) -> None:
        """Make a quote current, in the text and in the sidebar together.

        Args:
            quote_id: the quote, or None for none.
            reveal: whether to bring it on the screen.
        """
        if self.reading is None:
            return
        self.reading.current = quote_id
        self.reading.message, self.reading.resume = "", None
        self.pane.overlay.current = quote_id
        finding = self.reading.finding
        if finding is not None and reveal:
            self.pane.reveal(finding.span)
        self.pane.redraw()
        self.mark_in_sidebar()
        self.show_status()
        self.show_details()

    def mark_in_sidebar(self, *, follow: bool = True) -> None:
        """Mark the current quote in the view that is shown, or its source where that is folded.

        Args:
            follow: whether the cursor goes there too.
        """
        finding = self.reading.finding if self.reading is not None else None
        if self.reading is None or finding is None:
            self.sidebar.shown.mark(None)
            return
        self.sidebar.shown.mark(self._row_of(self.reading, finding), follow=follow)

    def follow_in_sidebar(self) -> None:
        """Let the sidebar's cursor follow what is in sight, unless one is in the sidebar."""
        reading = self.reading
        if reading is None or self.sidebar.has_focus_within:
            return
        seen = reading.finding if self.current_span() is not None else None
        seen = seen or reading.findings.first_within(self.pane.top, self.pane.bottom)
        if seen is not None:
            self.sidebar.shown.follow(self._row_of(reading, seen))

    def _row_of(self, reading: Reading, finding: AttributedQuote) -> str:
        """Return the key of a quote's row, or of its source's where that is folded."""
        findings = reading.findings
        listed_under = source_row_key(findings[findings.outermost_of(finding.quote.id)].source)
        folded = self.sidebar.view is View.SOURCES and listed_under in self.folded
        return listed_under if folded else QUOTE + finding.quote.id

    def show_all(self, *, follow: bool = False, text: bool = True) -> None:
        """Draw everything anew that depends on findings, annotations or the theme.

        Args:
            follow: whether the sidebar's cursor goes to what is current.
            text: whether the article's visible lines look otherwise, too.
        """
        if self.reading is None:
            return
        self.pane.overlay.findings = self.reading.findings
        self.pane.overlay.set_bookmarks(
            [item.span for item in self.reading.bookmarks if item.span is not None]
        )
        if text:
            self.pane.redraw()
        self.overview.show(len(self.reading.article.text), self.reading.findings, self.colours)
        self.show_rows(follow=follow)
        self.show_status()
        self.show_details()

    def show_rows(self, *, follow: bool = False) -> None:
        """Fill the view of the sidebar that is shown; follow as in `show_all`."""
        reading = self.reading
        if reading is None:
            return
        if self._rows is None:
            self._rows = RowMaker(reading.article, self.colours)
        view, wanted = self.sidebar.view, parse_filter(self.filter_query, reading.article)
        if view is View.SOURCES:
            rows: Sequence[ListRow] = self._rows.tree(
                reading.findings,
                folded=self.folded,
                noted=reading.noted_sources(),
                wanted=wanted,
            )
        elif view is View.ORDER:
            rows = self._rows.in_order(reading.findings, wanted)
        elif view is View.BOOKMARKS:
            rows = list(bookmark_rows(reading.bookmarks, reading.article))
        else:
            rows = list(note_rows(reading.all_notes, reading.source_keys()))
        self.sidebar.set_rows(view, rows)
        self._show_counts(reading)
        self.mark_in_sidebar(follow=follow)

    def _show_counts(self, reading: Reading) -> None:
        findings = reading.findings
        outermost = (
            any(findings.outer_of(given) is None for given in ids) for _, ids in findings.sources()
        )
        self.sidebar.set_count(View.SOURCES, sum(outermost))
        self.sidebar.set_count(View.ORDER, findings.outermost)
        self.sidebar.set_count(View.BOOKMARKS, len(reading.bookmarks))
        self.sidebar.set_count(View.NOTES, len(reading.all_notes))

    def show_details(self) -> None:
        """Tell of the current attribution in the panel."""
        reading = self.reading
        if reading is None or not self.details.is_mounted:
            return
        finding = reading.finding
        source = finding.source if finding else None
        notes = reading.notes_on(source) if source is not None else ()
        style = self.colours.bar(reading.findings.index(source))
        findings = reading.findings
        self.details.show(
            reading.article,
            finding,
            style,
            notes,
            outer=findings.get(findings.outer_of(finding.quote.id)) if finding else None,
            inner=len(findings.inner_of(finding.quote.id)) if finding else 0,
            to_check=reading.checks_at(finding.span) if finding else (),
        )

    def show_status(self) -> None:
        """Tell in the status line where one is."""
        reading = self.reading
        if reading is None:
            return
        count = reading.findings.outermost
        values: dict[str, Any] = {"place": f"{count} quote{'' if count == 1 else 's'}"}
        if (finding := reading.finding) is not None:
            values = self._attribution(reading, finding)
        self.status.show(
            Status(
                message=reading.message,
                analysed=reading.analysed,
                waiting=self._waiting_for,
                progress=self.pane.progress,
                **values,
            )
        )

    def _attribution(self, reading: Reading, finding: AttributedQuote) -> dict[str, Any]:
        source, given = finding.source, finding.attribution
        index = reading.findings.index(source)
        words = [finding.quote.type.value]
        if source is not None and source.role:
            words.insert(0, source.role)
        if finding.unnamed:
            words.insert(0, "unnamed")
        if reading.findings.outer_of(finding.quote.id) is not None:
            words.append("inside a quote")
        if given.method == READER:
            words.append(f"{CORRECTED} corrected by you")
        else:
            if given.method != UNREAD:
                words.append(f"{describe_confidence(given.confidence)} {given.confidence:.0%}")
            if finding.quote.corrected:
                words.append(CORRECTED)
        return {
            "place": f"{reading.findings.place(finding.quote.id) + 1}/{reading.findings.outermost}",
            "source": reveal_hidden(source.name) if source is not None else "Unattributed",
            "source_style": self.colours.name(index) if index is not None else Style.null(),
            "rest": " · ".join(words),
        }
