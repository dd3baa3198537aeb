"""Commands that select, copy, write bookmarks and notes, and correct the engine."""

from __future__ import annotations

from widgets.command import Command, Menu, Section, When

# A row of the table is a line.
# fmt: off

_annotating = Section(title="Bookmarks and notes")
_stories = Section(title="Stories")
_copying = Section(title="Copying")
_selecting = Section(title="Selecting by the keyboard", place="visual", menu=Menu(opener="visual.begin", action="run('selection.begin_and_extend', '{}')"), when=When.SELECTING)
_correcting = Section(title="Corrections")
_correct_menu = Section(title="Corrections", place="correct", menu=Menu(opener="correction.menu", action="run('corrections.correct', '{}')"))

ANNOTATING = (
    _annotating.row("bookmark.toggle", "m", "run('annotations.toggle_bookmark')", "Bookmark on or off", footer="Mark", words="highlight favourite save annotate"),
    _annotating.row("bookmark.edit", "M", "run('annotations.edit_bookmark_here')", "Label, comment and tags of the bookmark", words="highlight annotate tag"),
    _annotating.row("note.edit", "e", "run('annotations.edit_note_here')", "Note on the current source", footer="Note", words="annotate comment write speaker"),
    _annotating.row("note.all", "#", "run('all_notes.show')", "All notes, with their sources", words="list every annotations tags"),
    _annotating.row("annotation.undo", "u", "run('annotations.undo')", "Put back what was removed last", words="restore deleted bin trash"),
    _annotating.row("annotation.adopt", "=", "run('moved_files.adopt')", "Make a moved file's marks this file's", words="notes bookmarks renamed relocate"),
    _annotating.row("draft.offer", "E", "run('draft_recovery.offer')", "What was not saved when a window ended", words="drafts unsaved recover crash"),
)

STORIES = (
    _stories.row("story.add", "z", "run('stories.add')", "Put the quote, passage, bookmark, note or source into a story", words="collect gather save project folder"),
    _stories.row("story.list", "Z", "run('stories.show')", "Stories: what you gathered", words="collections projects pull sheet"),
)

COPYING = (
    _copying.row("visual.begin", "v", "run('selection.begin')", "Select by the keyboard", words="visual mode highlight mark"),
    _copying.row("copy.quote", "y", "run('copying.copy_quote')", "Copy the selection, or the quote with who said it", words="yank clipboard speaker"),
    _copying.row("copy.markdown", "Y", "run('copying.copy_markdown')", "Copy the quote as Markdown", words="yank clipboard"),
    _copying.row("copy.words", "w", "run('copying.copy_words')", "Copy the quote's words alone", words="yank clipboard"),
    _copying.row("copy.passage", "K", "run('copying.copy_passage')", "Copy the passage, inquit included", words="yank clipboard context"),
    _copying.row("copy.address", "%", "run('addresses.copy_own')", "Copy the article's address", words="yank clipboard url link share"),
    _copying.row("pipe.choose", "!", "run('piping.choose')", "Give the selection or the article to a command", words="pipe shell program run external"),
    _copying.row("copy.selection", "ctrl+c super+c", "run('copying.copy_selection')", "Copy the selection", words="yank clipboard"),
)


def _extend(keys: str, step: str, title: str, words: str = "") -> Command:
    """Return a step of visual mode."""
    action = f"run('selection.extend', '{step}')"
    return _selecting.row(f"visual.{step}", keys, action, title, words=f"visual mode {words}")


SELECTING = (
    _extend("l right", "next-character", "Select on by a character", "letter"),
    _extend("h left", "previous-character", "Select back by a character", "letter"),
    _extend("w e", "next-word", "Select on by a word"),
    _extend("b", "previous-word", "Select back by a word"),
    _extend("j down", "next-line", "Select on by a line"),
    _extend("k up", "previous-line", "Select back by a line"),
    _extend("end $", "line-end", "Select to the line's end"),
    _extend("home ^", "line-start", "Select to the line's beginning", "start"),
    _extend(")", "next-sentence", "Select on by a sentence"),
    _extend("(", "previous-sentence", "Select back by a sentence"),
    _extend("}", "next-paragraph", "Select on by a paragraph"),
    _extend("{", "previous-paragraph", "Select back by a paragraph"),
    _extend('"', "quote", "Select the current quote, then on by a quote"),
    _extend("o", "other-end", "Go on from the selection's other end", "swap"),
    _extend("v", "anew", "Start the selection again from here", "restart"),
)

CORRECTING = (
    _correcting.row("correction.menu", "c", "run('corrections.show_menu')", "Set it right", footer="Fix", words="correct change wrong speaker attribution edit mistake"),
    _correcting.row("correction.list", "C", "run('corrections.show_list')", "List the corrections", words="history changes fixes"),
    _correcting.row("correction.undo", "U", "run('corrections.take_back')", "Take the last correction back", words="undo revert"),
)


def _choose(key: str, name: str, title: str, words: str) -> Command:
    """Return a letter of the menu; it goes before the keys that move the menu's cursor."""
    action = f"choose('{name}')"
    words = f"correct fix set right {words}"
    return _correct_menu.row(f"correct.{name}", key, action, title, words=words, first=True)


CORRECT_MENU = (
    _choose("s", "source", "Another source, or none", "speaker wrong who said"),
    _choose("S", "every-source", "Another source wherever it is worded so", "speaker every all"),
    _choose("m", "merge", "Merge the source into another", "speaker same person join"),
    _choose("M", "merge-here", "Merge another source into this one", "speaker same person join"),
    _choose("o", "split", "Split this one off as a source of its own", "speaker separate"),
    _choose("r", "rename", "Rename the source", "speaker name"),
    _choose("l", "role", "Set the source's role", "speaker title job"),
    _choose("w", "source-kind", "Say what the source is", "speaker person organisation anonymous"),
    _choose("t", "kind", "Direct, indirect or mixed", "type quote"),
    _choose("x", "not-a-quote", "Not a quote", "remove delete"),
    _choose("e", "ends", "End the quote where the selection ends", "span boundaries length"),
    _choose("a", "add", "Add a quote from the selection", "missing new"),
    _choose("z", "undo", "Take the last correction back", "revert"),
    _choose("c", "list", "List the corrections", "history changes"),
)
"""What is chosen in the menu is run on the reader's screen as `correct(name)`."""
