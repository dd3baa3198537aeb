"""Commands of dialogs; here and not beside them, so that reading the table imports no dialog."""

from __future__ import annotations

from widgets.command import Section

# A row of the table is a line.
# fmt: off

_note_editor = Section(title="Writing a note", place="note-editor")
_bookmark_editor = Section(title="Writing on a bookmark", place="bookmark-editor")
_drafts = Section(title="What was not saved", place="drafts", has_lists=True)
_picker = Section(title="Picking from a list", place="picker")
_opener = Section(title="Opening an article", place="opener")
_links = Section(title="The list of links", place="links", has_lists=True)
_changes = Section(title="What changed", place="changes")
_versions = Section(title="The versions of a page", place="versions", has_lists=True)
_feeds = Section(title="The screen of feeds", place="feeds", has_lists=True)
_confirm = Section(title="A question", place="confirm")
_marks = Section(title="Marks", place="marks")
_prompt = Section(title="Typing a line", place="prompt")
_corrections = Section(title="The list of corrections", place="corrections", has_lists=True)
_stories = Section(title="The list of stories", place="stories", has_lists=True)
_story = Section(title="What is in a story", place="story", has_lists=True)
_verdicts = Section(title="Whether quotations were said so", place="verdicts", has_lists=True)
_command_output = Section(title="What a command printed", place="command-output")
_correct_menu = Section(title="The menu of corrections", place="correct")
_overview = Section(title="Who says how much", place="overview", has_lists=True)
_library = Section(title="Searching all that you have read", place="library")
_dossier = Section(title="All that a source said", place="dossier", has_lists=True)
_help = Section(title="This help", place="help")

NOTE_EDITOR = (
    _note_editor.row("note-editor.save", "escape", "save", "Save and close", footer="Save and close"),
    _note_editor.row("note-editor.discard", "ctrl+r", "discard", "Close without saving", footer="Close without saving", words="cancel", first=True),
)

BOOKMARK_EDITOR = (
    _bookmark_editor.row("bookmark-editor.save", "escape", "save", "Save and close", footer="Save and close"),
    _bookmark_editor.row("bookmark-editor.discard", "ctrl+r", "discard", "Close without saving", footer="Close without saving", words="cancel", first=True),
)

DRAFTS = (
    _drafts.row("drafts.take-up", "enter", "take_up", "Go on writing", footer="Go on writing", first=True),
    _drafts.row("drafts.later", "escape", "later", "Not now", footer="Not now"),
    _drafts.row("drafts.discard", "D delete", "give_up", "Discard for good", footer="Discard for good", words="remove"),
)

PICKER = (
    _picker.row("picker.cancel", "escape", "cancel", "Cancel", footer="Cancel"),
    _picker.row("picker.down", "down", "cursor(1)", "Next row"),
    _picker.row("picker.up", "up", "cursor(-1)", "Previous row"),
)

OPENER = (
    _opener.row("opener.cancel", "escape", "cancel", "Cancel", footer="Cancel"),
    _opener.row("opener.complete", "tab", "complete", "Complete the path", footer="Complete", words="finish", first=True),
    _opener.row("opener.down", "down", "cursor(1)", "Next row"),
    _opener.row("opener.up", "up", "cursor(-1)", "Previous row"),
)

LINKS = (
    _links.row("links.show", "enter", "do('show')", "Show in the text", footer="Show in the text", first=True),
    _links.row("links.open", "o", "do('open')", "Open here", footer="Open here", words="read"),
    _links.row("links.browse", "b", "do('browse')", "Open in the browser", footer="Browser", words="web", first=True),
    _links.row("links.copy", "y", "do('copy')", "Copy the address", footer="Copy", words="url yank"),
    _links.row("links.close", "escape q", "close", "Close", footer="Close"),
)

CHANGES = (
    _changes.row("changes.down", "down j", "scroll(1)", "Down"),
    _changes.row("changes.up", "up k", "scroll(-1)", "Up"),
    _changes.row("changes.page-down", "pagedown space", "scroll_pages(1)", "A page down"),
    _changes.row("changes.page-up", "pageup b", "scroll_pages(-1)", "A page up"),
    _changes.row("changes.close", "escape q", "close", "Close", footer="Close"),
)

VERSIONS = (
    _versions.row("versions.mark", "m", "mark", "Compare with this version", footer="Compare with", words="diff"),
    _versions.row("versions.changes", "d D", "changes", "What changed", footer="Changes", words="diff compare"),
    _versions.row("versions.close", "escape q", "close", "Close", footer="Close"),
)

FEEDS = (
    _feeds.row("feeds.switch", "tab", "switch", "To the entries and back", words="focus"),
    _feeds.row("feeds.entries", "right l", "to_entries", "To the entries", words="focus"),
    _feeds.row("feeds.feeds", "left h", "to_feeds", "To the feeds", words="focus"),
    _feeds.row("feeds.next-unread", "n", "unread(1)", "Next unread entry", footer="Unread", words="new"),
    _feeds.row("feeds.previous-unread", "p", "unread(-1)", "Previous unread entry", words="new"),
    _feeds.row("feeds.refresh", "r", "refresh", "Refresh this feed", footer="Refresh", words="update reload fetch"),
    _feeds.row("feeds.refresh-all", "R", "refresh_all", "Refresh all feeds", footer="All", words="update reload fetch"),
    _feeds.row("feeds.add", "a", "add", "Follow a feed", footer="Add", words="subscribe rss atom new"),
    _feeds.row("feeds.remove", "x delete", "remove", "Stop following this feed", footer="Remove", words="unsubscribe delete"),
    _feeds.row("feeds.undo", "u", "undo", "Put back the feed that was removed last", footer="Undo", words="restore"),
    _feeds.row("feeds.mark", "m", "mark", "Mark the entry as read or unread", footer="Read", words="seen"),
    _feeds.row("feeds.mark-all", "M", "mark_all", "Mark all entries of the feed as read", words="seen"),
    _feeds.row("feeds.copy", "y", "copy", "Copy the entry's address", words="url yank link"),
    _feeds.row("feeds.browse", "o", "browse", "Open the entry's page in the browser", words="web url"),
    _feeds.row("feeds.help", "? f1", "app.help", "All keys of the feeds", words="shortcuts"),
    _feeds.row("feeds.close", "escape q", "close", "Stop refreshing, or close", footer="Close", words="cancel"),
)

CONFIRM = (_confirm.row("confirm.yes", "y enter", "answer(True)", "Yes", footer="Yes"), _confirm.row("confirm.no", "n escape q", "answer(False)", "No", footer="No"))

MARKS = (_marks.row("marks.close", "escape", "close", "Close", footer="Close"),)

PROMPT = (_prompt.row("prompt.cancel", "escape", "cancel", "Cancel", footer="Cancel"),)

CORRECTIONS = (
    _corrections.row("corrections.confirm", "c", "confirm", "Confirm that it holds", footer="Confirm", words="check"),
    _corrections.row("corrections.take-back", "x delete", "take_back", "Take it back", footer="Take back", words="undo remove revert"),
    _corrections.row("corrections.close", "escape q", "close", "Close", footer="Close"),
)

STORIES = (
    _stories.row("stories.add", "a", "add", "Make a story", footer="New", words="create add"),
    _stories.row("stories.rename", "r", "rename", "Rename it", footer="Rename", words="change name"),
    _stories.row("stories.remove", "x delete", "remove", "Remove it, with all that is in it", footer="Remove", words="delete bin"),
    _stories.row("stories.undo", "u", "undo", "Put back what was removed last", footer="Undo", words="restore"),
    _stories.row("stories.close", "escape q", "close", "Close", footer="Close"),
)

STORY = (
    _story.row("story.down", "J shift+down", "move(1)", "Move it down", footer="Move down", words="reorder order"),
    _story.row("story.up", "K shift+up", "move(-1)", "Move it up", footer="Up", words="reorder order"),
    _story.row("story.annotate", "e", "annotate", "Write a note to it", footer="Note", words="annotate comment"),
    _story.row("story.remove", "x delete", "remove", "Take it out of the story", footer="Remove", words="delete bin"),
    _story.row("story.undo", "u", "undo", "Put back what was removed last", footer="Undo", words="restore"),
    _story.row("story.close", "escape q", "close", "Close", footer="Close"),
)

VERDICTS = (
    _verdicts.row("verdicts.here", "enter", "here", "Go to the quotation", footer="Here", first=True),
    _verdicts.row("verdicts.source", "o", "source", "Open the article that has it", footer="Its source", words="original place"),
    _verdicts.row("verdicts.close", "escape q", "close", "Close", footer="Close"),
)

COMMAND_OUTPUT = (
    _command_output.row("command-output.down", "down j", "scroll(1)", "Down"),
    _command_output.row("command-output.up", "up k", "scroll(-1)", "Up"),
    _command_output.row("command-output.page-down", "pagedown space", "scroll_pages(1)", "A page down"),
    _command_output.row("command-output.page-up", "pageup b", "scroll_pages(-1)", "A page up"),
    _command_output.row("command-output.close", "escape q", "close", "Close", footer="Close"),
)

CORRECT_MENU_CLOSE = (_correct_menu.row("correct.close", "escape q", "close", "Close", footer="Close"),)

OVERVIEW = (_overview.row("overview.close", "escape q i", "close", "Close", footer="Close"),)

LIBRARY = (
    _library.row("library-screen.close", "escape", "close", "Empty the search, or close", footer="Close", words="cancel"),
    _library.row("library-screen.down", "down", "cursor(1)", "Next row"),
    _library.row("library-screen.up", "up", "cursor(-1)", "Previous row"),
    _library.row("library-screen.page-down", "pagedown", "page(1)", "Next rows"),
    _library.row("library-screen.page-up", "pageup", "page(-1)", "Previous rows"),
    _library.row("library-screen.keep", "f2", "keep", "Keep this search under a name", footer="Keep", words="save name", first=True),
    _library.row("library-screen.remove", "f8", "remove_kept", "Remove the kept search under the cursor", footer="Remove", words="delete bin forget name"),
    _library.row("library-screen.newest", "ctrl+n", "newest", "The newest first, or what fits best", footer="Newest first", words="order sort date relevance", first=True),
)

DOSSIER = (
    _dossier.row("dossier.about", "/", "about", "Only what has some words, or is of a publication", footer="About", words="filter narrow topic find"),
    _dossier.row("dossier.same", "s", "same", "Say that they are the same", footer="Same", words="join merge person"),
    _dossier.row("dossier.not-same", "x", "not_same", "Say that they are not the same", footer="Not the same", words="split part person"),
    _dossier.row("dossier.take-back", "u", "take_back", "Take back what you said last of them", footer="Take back", words="undo"),
    _dossier.row("dossier.same-words", "w", "same_words", "Who else uses the same words", footer="Same words", words="echo talking points copy"),
    _dossier.row("dossier.copy", "y", "copy", "Copy it all as Markdown", footer="Copy", words="export yank"),
    _dossier.row("dossier.close", "escape q", "close", "Close", footer="Close"),
)

HELP = (
    _help.row("help.close", "escape f1", "dismiss_help", "Close", footer="Close"),
    _help.row("help.down", "down", "scroll(1)", "Down"),
    _help.row("help.up", "up", "scroll(-1)", "Up"),
    _help.row("help.page-down", "pagedown", "scroll_pages(1)", "A page down"),
    _help.row("help.page-up", "pageup", "scroll_pages(-1)", "A page up"),
)
