"""The keys of dialogs; here and not beside them, so that reading the keymap imports no dialog."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.reader.correction_entries import CORRECTION_ENTRIES
from widgets.bindings import hidden

NOTE_EDITOR: list[BindingType] = [
    Binding("escape", "save", "Save and close", id="note-editor.save"),
    Binding("ctrl+r", "discard", "Close without saving", id="note-editor.discard", priority=True),
]

BOOKMARK_EDITOR: list[BindingType] = [
    Binding("escape", "save", "Save and close", id="bookmark-editor.save"),
    Binding(
        "ctrl+r", "discard", "Close without saving", id="bookmark-editor.discard", priority=True
    ),
]

DRAFTS: list[BindingType] = [
    Binding("enter", "take_up", "Go on writing", id="drafts.take-up", priority=True),
    Binding("escape", "later", "Not now", id="drafts.later"),
    Binding("D,delete", "give_up", "Discard for good", id="drafts.discard"),
]

PICKER: list[BindingType] = [
    Binding("escape", "cancel", "Cancel", id="picker.cancel"),
    hidden("down", "cursor(1)", "Next row", "picker.down"),
    hidden("up", "cursor(-1)", "Previous row", "picker.up"),
]

OPENER: list[BindingType] = [
    Binding("escape", "cancel", "Cancel", id="opener.cancel"),
    Binding("tab", "complete", "Complete", id="opener.complete", priority=True),
    hidden("down", "cursor(1)", "Next row", "opener.down"),
    hidden("up", "cursor(-1)", "Previous row", "opener.up"),
]

LINKS: list[BindingType] = [
    Binding("enter", "do('show')", "Show in the text", id="links.show", priority=True),
    Binding("o", "do('open')", "Open here", id="links.open"),
    Binding("b", "do('browse')", "Browser", id="links.browse", priority=True),
    Binding("y", "do('copy')", "Copy", id="links.copy"),
    Binding("escape,q", "close", "Close", id="links.close"),
]

CHANGES: list[BindingType] = [
    hidden("down,j", "scroll(1)", "Down", "changes.down"),
    hidden("up,k", "scroll(-1)", "Up", "changes.up"),
    hidden("pagedown,space", "scroll_pages(1)", "A page down", "changes.page-down"),
    hidden("pageup,b", "scroll_pages(-1)", "A page up", "changes.page-up"),
    Binding("escape,q", "close", "Close", id="changes.close"),
]

VERSIONS: list[BindingType] = [
    Binding("m", "mark", "Compare with", id="versions.mark"),
    Binding("d,D", "changes", "Changes", id="versions.changes"),
    Binding("escape,q", "close", "Close", id="versions.close"),
]

FEEDS: list[BindingType] = [
    hidden("tab", "switch", "To the entries and back", "feeds.switch"),
    hidden("right,l", "to_entries", "To the entries", "feeds.entries"),
    hidden("left,h", "to_feeds", "To the feeds", "feeds.feeds"),
    Binding("n", "unread(1)", "Unread", id="feeds.next-unread", tooltip="Next unread entry"),
    hidden("p", "unread(-1)", "Previous unread entry", "feeds.previous-unread"),
    Binding("r", "refresh", "Refresh", id="feeds.refresh", tooltip="Refresh this feed"),
    Binding("R", "refresh_all", "All", id="feeds.refresh-all", tooltip="Refresh all feeds"),
    Binding("a", "add", "Add", id="feeds.add", tooltip="Follow a feed"),
    Binding("x,delete", "remove", "Remove", id="feeds.remove", tooltip="Follow this feed no more"),
    Binding("u", "undo", "Undo", id="feeds.undo", tooltip="Put back the feed removed last"),
    Binding("m", "mark", "Read", id="feeds.mark", tooltip="Mark the entry as read or unread"),
    hidden("M", "mark_all", "Mark all entries of the feed as read", "feeds.mark-all"),
    hidden("y", "copy", "Copy the entry's address", "feeds.copy"),
    hidden("o", "browse", "Open the entry's page in the browser", "feeds.browse"),
    hidden("question_mark,f1", "app.help", "All keys of the feeds", "feeds.help"),
    Binding("escape,q", "close", "Close", id="feeds.close", tooltip="Stop refreshing, or close"),
]

CONFIRM: list[BindingType] = [
    Binding("y,enter", "answer(True)", "Yes", id="confirm.yes"),
    Binding("n,escape,q", "answer(False)", "No", id="confirm.no"),
]

MARKS: list[BindingType] = [
    Binding("escape", "close", "Close", id="marks.close"),
]

PROMPT: list[BindingType] = [
    Binding("escape", "cancel", "Cancel", id="prompt.cancel"),
]

CORRECTIONS: list[BindingType] = [
    Binding("c", "confirm", "Confirm", id="corrections.confirm"),
    Binding("x,delete", "take_back", "Take back", id="corrections.take-back"),
    Binding("escape,q", "close", "Close", id="corrections.close"),
]


HELP_SCREEN: list[BindingType] = [
    Binding("escape,f1", "dismiss_help", "Close", id="help.close"),
    hidden("down", "scroll(1)", "Down", "help.down"),
    hidden("up", "scroll(-1)", "Up", "help.up"),
    hidden("pagedown", "scroll_pages(1)", "A page down", "help.page-down"),
    hidden("pageup", "scroll_pages(-1)", "A page up", "help.page-up"),
]

OVERVIEW: list[BindingType] = [
    Binding("escape,q,i", "close", "Close", id="overview.close"),
]


def _chosen(key: str, name: str, description: str) -> Binding:
    """Return a letter of the menu; it has priority over the keys that move its cursor."""
    action = f"choose('{name}')"
    return Binding(key, action, description, show=False, id=f"correct.{name}", priority=True)


SET_RIGHT: list[BindingType] = [
    *(_chosen(entry.key, entry.name, entry.title) for entry in CORRECTION_ENTRIES),
    _chosen("z", "undo", "Take the last correction back"),
    _chosen("c", "list", "List the corrections"),
    Binding("escape,q", "close", "Close", id="correct.close"),
]
"""The menu; what is chosen in it is run on the reader's screen as `correct(name)`."""

TITLES = {
    "note-editor": "Writing a note",
    "bookmark-editor": "Writing on a bookmark",
    "drafts": "What was not saved",
    "picker": "Picking from a list",
    "opener": "Opening an article",
    "links": "The list of links",
    "changes": "What changed",
    "versions": "The versions of a page",
    "feeds": "The screen of feeds",
    "confirm": "A question",
    "marks": "Marks",
    "prompt": "Typing a line",
    "corrections": "The list of corrections",
    "overview": "Who says how much",
    "help": "These keys",
}
"""What each dialog is called in the help, by what its bindings' names begin with."""

ALL: list[BindingType] = [
    *(
        *NOTE_EDITOR,
        *BOOKMARK_EDITOR,
        *DRAFTS,
        *PICKER,
        *OPENER,
        *LINKS,
        *CHANGES,
        *VERSIONS,
        *FEEDS,
        *CONFIRM,
        *MARKS,
        *PROMPT,
        *CORRECTIONS,
        *OVERVIEW,
        *HELP_SCREEN,
        *SET_RIGHT,
    ),
]
