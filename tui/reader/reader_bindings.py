"""The keys of the reader, each with an id by which the configuration can give it other keys.

ctrl+b, ctrl+s and ctrl+q are left to tmux and the terminal.
"""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.reader.dialog_bindings import ALL as DIALOGS
from tui.reader.dialog_bindings import SET_RIGHT
from tui.reader.key_sequences import Menus
from tui.reader.visual_bindings import VISUAL
from widgets.bindings import hidden
from widgets.find_bar import FindBar
from widgets.row_list import RowList
from widgets.sidebar import Sidebar


def _shown(keys: str, action: str, description: str, binding_id: str, tip: str) -> Binding:
    return Binding(keys, action, description, id=binding_id, tooltip=tip)


HELP: list[BindingType] = [
    _shown("question_mark,f1", "app.help", "Help", "app.help", "All keys"),
]

MOVING: list[BindingType] = [
    _shown("n,right_square_bracket", "next", "Next", "quote.next", "Next quote"),
    _shown("p,left_square_bracket", "previous", "Prev", "quote.previous", "Previous quote"),
    _shown("N", "next_same", "Same", "quote.next-same", "Next quote by the same source"),
    hidden("P", "previous_same", "Previous quote by the same source", "quote.previous-same"),
    hidden("a", "next_unnamed", "Next quote by an unnamed source", "quote.next-unnamed"),
    hidden("A", "previous_unnamed", "Previous by an unnamed source", "quote.previous-unnamed"),
    hidden("x", "next_unattributed", "Next unattributed quote", "quote.next-unattributed"),
    hidden("X", "previous_unattributed", "Previous unattributed", "quote.previous-unattributed"),
    hidden("t", "next_kind", "Next quote of the same kind", "quote.next-kind"),
    hidden("T", "previous_kind", "Previous quote of the same kind", "quote.previous-kind"),
    hidden("left_parenthesis", "outer", "Out to the quote around this one", "quote.outer"),
    hidden("right_parenthesis", "inner", "Into the quote inside this one", "quote.inner"),
    hidden("j,down", "lines(1)", "Line down", "text.line-down"),
    hidden("k,up", "lines(-1)", "Line up", "text.line-up"),
    hidden("space,pagedown", "pages(1)", "Page down", "text.page-down"),
    hidden("b,pageup", "pages(-1)", "Page up", "text.page-up"),
    hidden("ctrl+d", "pages(0.5)", "Half a page down", "text.half-down"),
    hidden("ctrl+u", "pages(-0.5)", "Half a page up", "text.half-up"),
    hidden("g,home", "top", "Top of the article", "text.top"),
    hidden("G,end", "bottom", "End of the article", "text.bottom"),
    hidden("H,ctrl+o", "back", "Back to where one jumped from", "jump.back"),
    hidden("L", "forward", "Forward again", "jump.forward"),
    hidden("quotation_mark", "set_mark", "Set a mark, named by a letter", "jump.set-mark"),
    hidden("apostrophe", "go_to_mark", "Go to a mark", "jump.to-mark"),
]

FINDING: list[BindingType] = [
    _shown("slash", "find", "Find", "find.open", "Find words in the article"),
    hidden("f", "next_hit", "Next hit; so does n until Esc ends the search", "find.next"),
    hidden("F", "previous_hit", "Previous hit; so does N until Esc", "find.previous"),
]

HITS: list[BindingType] = [
    _shown("n", "hit(1)", "Next hit", "hits.next", "Next hit of the search"),
    _shown("N", "hit(-1)", "Prev hit", "hits.previous", "Previous hit of the search"),
]
"""Keys of the article's pane that go before the screen's as long as a search lasts."""

ANNOTATING: list[BindingType] = [
    _shown("m", "bookmark", "Mark", "bookmark.toggle", "Bookmark on or off"),
    hidden("M", "edit_bookmark", "Label and comment of the bookmark", "bookmark.edit"),
    _shown("e", "note", "Note", "note.edit", "Note on the current source"),
    hidden("u", "undo", "Put back what was removed last", "annotation.undo"),
    hidden("equals_sign", "adopt", "Make a moved file's marks this file's", "annotation.adopt"),
    hidden("E", "drafts", "What was not saved when a window ended", "draft.offer"),
]

COPYING: list[BindingType] = [
    hidden("v", "begin_selection", "Select by the keyboard", "visual.begin"),
    hidden("y", "copy", "Copy the selection, or the quote with who said it", "copy.quote"),
    hidden("Y", "copy_markdown", "Copy the quote as Markdown", "copy.markdown"),
    hidden("w", "copy_words", "Copy the quote's words alone", "copy.words"),
    hidden("K", "copy_passage", "Copy the passage, inquit included", "copy.passage"),
    hidden("ctrl+c,super+c", "copy_text", "Copy the selection", "copy.selection"),
]

CORRECTING: list[BindingType] = [
    _shown("c", "set_right", "Fix", "correction.menu", "Set it right"),
    hidden("C", "corrections", "List the corrections", "correction.list"),
    hidden("U", "take_back", "Take the last correction back", "correction.undo"),
]

LOOKING: list[BindingType] = [
    _shown("tab", "switch_pane", "Sidebar", "view.switch-pane", "To the sidebar and back"),
    hidden("s", "toggle_sidebar", "Show or hide the sidebar", "view.sidebar"),
    hidden("S", "next_view", "Next view of the sidebar", "view.next"),
    hidden("d", "toggle_details", "Show or hide the details", "view.details"),
    hidden("i", "overview", "Overview: who says how much, where", "view.overview"),
    hidden("plus", "widen(4)", "Wider column", "view.wider"),
    hidden("minus", "widen(-4)", "Narrower column", "view.narrower"),
    hidden("greater_than_sign", "widen_sidebar(4)", "Wider sidebar", "view.sidebar-wider"),
    hidden("less_than_sign", "widen_sidebar(-4)", "Narrower sidebar", "view.sidebar-narrower"),
    hidden("vertical_line", "change_side", "Sidebar to the other side", "view.sidebar-side"),
    hidden("r", "release_mouse", "Give the mouse to the terminal, or take it", "view.mouse"),
    hidden("ctrl+r", "analyse", "Analyse again after a stop", "article.analyse"),
    hidden("escape", "text", "Back to the text", "view.text"),
]

VISITING: list[BindingType] = [
    hidden("o", "open", "Open another article", "article.open"),
    hidden("comma,backspace,alt+left", "article_back", "Back to the last article", "article.back"),
    hidden("full_stop,alt+right", "article_forward", "Forward to the article", "article.forward"),
    hidden("h", "list", "The articles to pick from", "article.list"),
    hidden("right_curly_bracket", "list_step(1)", "Next article of the list", "article.next"),
    hidden("left_curly_bracket", "list_step(-1)", "Previous of the list", "article.previous"),
    hidden("R", "refresh", "Open the article anew, as it is now", "article.refresh"),
    hidden("D", "changes", "What changed when it was opened anew", "article.changes"),
    hidden("W", "whole", "The page's whole text, or its article", "article.whole"),
    hidden("V", "versions", "Versions of the page that are kept", "article.versions"),
    hidden("I", "feeds", "Feeds: what is new, and what is unread", "feed.list"),
    hidden("J", "next_entry", "Open the next unread entry of the feeds", "feed.next-unread"),
    hidden("B", "all_bookmarks", "Bookmarks of all articles", "article.bookmarks"),
    hidden("O", "outline", "Outline: headings to jump by", "article.outline"),
    hidden("l", "links", "Links of the article", "article.links"),
]

APP: list[BindingType] = [
    _shown("q", "quit", "Quit", "app.quit", "Leave; the place is kept"),
    Binding("ctrl+p", "command_palette", "Commands", show=False, id="app.commands"),
    Binding("ctrl+z", "suspend", "Back to the shell; fg goes on", show=False, id="app.suspend"),
    Binding("ctrl+l", "redraw", "Draw all anew", show=False, id="app.redraw", priority=True),
]

READER: list[BindingType] = [
    *(*HELP, *MOVING, *FINDING, *ANNOTATING, *CORRECTING, *COPYING, *LOOKING, *VISITING),
]
"""All that the reader's screen does."""

MENUS: Menus = {"correction.menu": ("correct", SET_RIGHT), "visual.begin": ("visual", VISUAL)}
"""What the menus of the reader's screen do, by the binding that opens each."""


def all_bindings() -> list[Binding]:
    """Return everything that can be given other keys."""
    given = [
        *READER,
        *APP,
        *RowList.BINDINGS,
        *Sidebar.BINDINGS,
        *FindBar.BINDINGS,
        *VISUAL,
        *HITS,
        *DIALOGS,
    ]
    return [binding for binding in given if isinstance(binding, Binding)]
