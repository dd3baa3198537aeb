"""What is on the screen: sidebar, details, widths; and leaving with the place kept."""

from __future__ import annotations

from inquit.errors import StoreError
from inquit.model.article import Article
from tui.reader.controllers.reader_base import ReaderBase
from tui.reader.layout_preferences import BESIDE, NARROWEST, WIDEST, remembered
from widgets.view_tabs import View


class Looking(ReaderBase):
    """How the reader's screen is arranged."""

    _sidebar_over = False
    _details_below = False
    _roomy: bool | None = None
    _released = False

    def place_sidebar(self, width: int | None = None) -> None:
        """Show sidebar and details as there is room and as the reader wishes.

        Args:
            width: columns of the screen, where they are about to change.
        """
        width = width if width is not None else self.app.size.width
        roomy = width >= BESIDE
        if roomy != self._roomy:
            self._roomy, self._sidebar_over, self._details_below = roomy, False, False
        side, wished = self.query_one("#side"), remembered(self.desk.state)
        self.sidebar.display = wished.sidebar if roomy else self._sidebar_over
        below = self._details_below and not self.sidebar.display
        side.display = self.sidebar.display or below
        side.set_class(below, "-below")
        side.styles.width = "100%" if below else wished.side_width(width)
        self.set_class(wished.left, "-left")
        self.details.display = wished.details or below
        if not self.sidebar.display and self.sidebar.shown.has_focus:
            self.pane.focus()

    def open_article(self, article: Article) -> None:
        """Show an article; the screen says how."""
        raise NotImplementedError

    def end_search(self) -> bool:
        """Take the marks of a search away and tell whether there were any; the screen says how."""
        raise NotImplementedError

    def action_toggle_sidebar(self) -> None:
        """Show or hide the sidebar."""
        if self._roomy:
            self.remember("sidebar", value=not remembered(self.desk.state).sidebar)
        else:
            self._sidebar_over = not self._sidebar_over
        self.place_sidebar()
        self.show_rows()

    def action_switch_pane(self) -> None:
        """Go to the sidebar, or from there back to the text."""
        if self.sidebar.shown.has_focus:
            self.leave_sidebar()
            return
        if not self.sidebar.display:
            self.action_toggle_sidebar()
        self.sidebar.shown.focus()

    def action_text(self) -> None:
        """Clear the filter or end the search where there is one, else go back to the text."""
        if self.sidebar.clear_filter():
            return
        if self.pane.has_focus and self.end_search():
            self.say("")
            return
        self.leave_sidebar()
        self.say("")

    def leave_sidebar(self) -> None:
        """Put the focus on the text; a sidebar that lies over it goes."""
        self.pane.focus()
        if self._sidebar_over:
            self._sidebar_over = False
            self.place_sidebar()

    def action_next_view(self) -> None:
        """Show the sidebar's next view."""
        views = list(View)
        self.sidebar.show(views[(views.index(self.sidebar.view) + 1) % len(views)])

    def action_toggle_details(self) -> None:
        """Show or hide the details: in the sidebar, or where that is hidden, below the text."""
        if self.sidebar.display:
            self.remember("details", value=not self.details.display)
        else:
            self._details_below = not self._details_below
            if (seen := self.current_span()) is not None:
                self.call_after_refresh(self.pane.reveal, seen)
        self.place_sidebar()
        self.show_details()

    def action_widen(self, cells: int) -> None:
        """Make the column of text wider or narrower."""
        self.pane.measure += cells
        self.remember("measure", value=self.pane.measure)
        self.place_sidebar()
        self.say(f"Column of {self.pane.measure} characters")

    def action_widen_sidebar(self, cells: int) -> None:
        """Make the sidebar wider or narrower."""
        width = remembered(self.desk.state).side_width(self.app.size.width) + cells
        width = min(WIDEST, max(NARROWEST, width))
        self.remember("sidebar-width", value=width)
        self.place_sidebar()

    def action_change_side(self) -> None:
        """Put the sidebar on the other side of the text."""
        left = not remembered(self.desk.state).left
        self.remember("sidebar-left", value=left)
        if not self.sidebar.display:
            self.action_toggle_sidebar()
        self.place_sidebar()
        self.say(f"The sidebar is on the {'left' if left else 'right'}")

    def action_release_mouse(self) -> None:
        """Let the terminal select with the mouse, or take the mouse again."""
        self._released = not self._released
        driver = self.app._driver
        if driver is None:
            return
        switch = "_disable_mouse_support" if self._released else "_enable_mouse_support"
        getattr(driver, switch, lambda: None)()
        self.say("The mouse is the terminal's; r takes it back" if self._released else "")

    def remember(self, name: str, *, value: str | int | bool) -> None:
        """Remember a preference; not being able to is worth one line."""
        try:
            self.desk.state.keep_preference(name, value)
        except StoreError as error:
            self.complain(str(error))

    def keep_position(self) -> None:
        """Remember where one is in the article."""
        if self.reading is None:
            return
        try:
            article = self.reading.article
            self.desk.state.keep_position(article.id, self.pane.top, article.text_digest)
        except StoreError as error:
            self.complain(str(error))
