"""The commands of widgets: rows of the table that `tui.reader.commands` joins."""

from __future__ import annotations

from widgets.command import Section

# A row of the table is a line.
# fmt: off

LISTS_PLACE = "list"
"""The place of what works in every list, beside the commands of where the list is."""

_lists = Section(title="In a list", place=LISTS_PLACE)
_sidebar = Section(title="In the sidebar", place="sidebar", has_lists=True)
_find_bar = Section(title="Typing what to find", place="find-bar")

LISTS = (
    _lists.row("list.down", "down j", "cursor(1)", "Next row"),
    _lists.row("list.up", "up k", "cursor(-1)", "Previous row"),
    _lists.row("list.page-down", "pagedown space ctrl+d", "cursor_page(1)", "Next rows"),
    _lists.row("list.page-up", "pageup b ctrl+u", "cursor_page(-1)", "Previous rows"),
    _lists.row("list.first", "home g", "cursor_to(0)", "First row", words="top beginning"),
    _lists.row("list.last", "end G", "cursor_to(-1)", "Last row", words="bottom"),
    _lists.row("list.choose", "enter", "choose", "Go there", footer="Go there", words="select open"),
)

SIDEBAR = (
    _sidebar.row("sidebar.sources", "1", "show('SOURCES')", "Show the sources", words="speakers people"),
    _sidebar.row("sidebar.order", "2", "show('ORDER')", "Show the quotes in reading order", words="list quotes"),
    _sidebar.row("sidebar.bookmarks", "3", "show('BOOKMARKS')", "Show the bookmarks", words="marks"),
    _sidebar.row("sidebar.notes", "4", "show('NOTES')", "Show the notes", words="comments"),
    _sidebar.row("sidebar.filter", "/", "filter", "Filter; → finishes is:… and conf:…", words="search narrow find confidence"),
)

FIND_BAR = (
    _find_bar.row("find-bar.cancel", "escape", "cancel", "Back", footer="Back"),
    _find_bar.row("find-bar.next", "down", "step(1)", "Next hit", words="match search"),
    _find_bar.row("find-bar.previous", "up", "step(-1)", "Previous hit", words="match search"),
    _find_bar.row("find-bar.whole-words", "alt+w f2", "whole_words", "Find whole words only, or parts of words too", footer="Whole words", words="search option"),
    _find_bar.row("find-bar.pattern", "alt+r f3", "pattern", "Find a regular expression, or the words as typed", footer="Pattern", words="search regex option"),
)
