"""What is on the screen: sidebar, details, widths, and to whom the mouse belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inquit.errors import StoreError
from tui.reader.layout_preferences import BESIDE, NARROWEST, WIDEST, read_layout
from widgets.view_tabs import View

if TYPE_CHECKING:
    from tui.reader.controllers.navigation import Navigation
    from tui.reader.panes import ReaderPanes
    from tui.reader.view import ReaderView


class Layout:
    """Arranges the screen as there is room and as the reader wishes, and remembers the wishes."""

    def __init__(self, view: ReaderView, panes: ReaderPanes, navigation: Navigation) -> None:
        """Take the screen, its parts, and what knows the current quote."""
        self._view = view
        self._panes = panes
        self._navigation = navigation
        self._sidebar_over = self._details_below = self._mouse_released = False
        self._roomy: bool | None = None

    def arrange(self, width: int | None = None) -> None:
        """Show sidebar and details.

        Args:
            width: columns of the screen, where they are about to change.
        """
        width = width if width is not None else self._view.app.size.width
        roomy = width >= BESIDE
        if roomy != self._roomy:
            self._roomy, self._sidebar_over, self._details_below = roomy, False, False
        panes, wished = self._panes, read_layout(self._view.services.state)
        panes.sidebar.display = wished.sidebar if roomy else self._sidebar_over
        below = self._details_below and not panes.sidebar.display
        panes.side.display = panes.sidebar.display or below
        panes.side.set_class(below, "-below")
        panes.side.styles.width = "100%" if below else wished.side_width(width)
        panes.text.screen.set_class(wished.left, "-left")
        panes.details.display = wished.details or below
        if not panes.sidebar.display and panes.sidebar.shown.has_focus:
            panes.text.focus()

    def toggle_sidebar(self) -> None:
        """Show or hide the sidebar."""
        if self._roomy:
            shown = read_layout(self._view.services.state).sidebar
            self.remember("sidebar", value=not shown)
        else:
            self._sidebar_over = not self._sidebar_over
        self.arrange()

    def focus_sidebar(self) -> None:
        """Put the focus on the sidebar, which is shown for that."""
        if not self._panes.sidebar.display:
            self.toggle_sidebar()
        self._panes.sidebar.shown.focus()

    def focus_text(self) -> None:
        """Put the focus on the text; a sidebar that lies over it goes."""
        self._panes.text.focus()
        if self._sidebar_over:
            self._sidebar_over = False
            self.arrange()

    def clear_filter(self) -> bool:
        """Show all rows of the sidebar again; tell whether there was a filter."""
        return self._panes.sidebar.clear_filter()

    def go_back_to_text(self) -> bool:
        """Go back to the text, whatever was going on; there is always that to do."""
        self.focus_text()
        self._view.say("")
        return True

    def next_view(self) -> None:
        """Show the sidebar's next view."""
        views, sidebar = list(View), self._panes.sidebar
        sidebar.show(views[(views.index(sidebar.view) + 1) % len(views)])

    def toggle_details(self) -> None:
        """Show or hide the details: in the sidebar, or where that is hidden, below the text."""
        if self._panes.sidebar.display:
            self.remember("details", value=not self._panes.details.display)
        else:
            self._details_below = not self._details_below
            if self._view.is_open and (seen := self._navigation.current_span()) is not None:
                self._view.after_refresh(lambda: self._panes.text.reveal(seen))
        self.arrange()

    def widen_text(self, cells: int) -> None:
        """Make the column of text wider or narrower."""
        text = self._panes.text
        text.measure += cells
        self.remember("measure", value=text.measure)
        self.arrange()
        self._view.say(f"Column of {text.measure} characters")

    def widen_sidebar(self, cells: int) -> None:
        """Make the sidebar wider or narrower."""
        wished = read_layout(self._view.services.state)
        width = wished.side_width(self._view.app.size.width) + cells
        self.remember("sidebar-width", value=min(WIDEST, max(NARROWEST, width)))
        self.arrange()

    def change_side(self) -> None:
        """Put the sidebar on the other side of the text."""
        left = not read_layout(self._view.services.state).left
        self.remember("sidebar-left", value=left)
        if not self._panes.sidebar.display:
            self.toggle_sidebar()
        self.arrange()
        self._view.say(f"The sidebar is on the {'left' if left else 'right'}")

    def release_mouse(self) -> None:
        """Let the terminal select with the mouse, or take the mouse again."""
        self._mouse_released = not self._mouse_released
        driver = self._view.app._driver
        if driver is None:
            return
        switch = "_disable_mouse_support" if self._mouse_released else "_enable_mouse_support"
        getattr(driver, switch, lambda: None)()
        self._view.say(
            "The mouse is the terminal's; r takes it back" if self._mouse_released else ""
        )

    def remember(self, name: str, *, value: str | int | bool) -> None:
        """Remember a preference; not being able to is worth one line."""
        try:
            self._view.services.state.keep_preference(name, value)
        except StoreError as error:
            self._view.complain(str(error))
