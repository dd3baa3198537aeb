"""The table of commands, joined; each of its rows is in the module of what it is about.

ctrl+b, ctrl+s and ctrl+q are left to tmux and the terminal.
"""

from __future__ import annotations

from tui.reader.commands import dialogs
from tui.reader.commands.moving import FINDING, HITS, JUMPS, QUOTES, TEXT
from tui.reader.commands.visiting import ARTICLES, FEEDS, HELP, LAYOUT, LIBRARY, PROGRAM
from tui.reader.commands.writing import (
    ANNOTATING,
    COPYING,
    CORRECT_MENU,
    CORRECTING,
    SELECTING,
    STORIES,
)
from widgets.command import Command
from widgets.commands import FIND_BAR, LISTS, SIDEBAR

READER: tuple[Command, ...] = (
    *(*HELP, *QUOTES, *TEXT, *JUMPS, *FINDING, *ANNOTATING, *STORIES, *CORRECTING),
    *COPYING,
    *(*LAYOUT, *ARTICLES, *LIBRARY, *FEEDS),
)
"""What the reader's screen does."""

PANE: tuple[Command, ...] = (*SELECTING, *HITS)
"""What the article's pane does in visual mode and while a search lasts."""

IN_READER: tuple[Command, ...] = (
    *(*READER, *PROGRAM, *LISTS, *SIDEBAR, *FIND_BAR, *PANE, *CORRECT_MENU),
)
"""All that can be done before a dialog is open."""

COMMANDS: tuple[Command, ...] = (
    *(*IN_READER, *dialogs.NOTE_EDITOR, *dialogs.BOOKMARK_EDITOR, *dialogs.DRAFTS),
    *(*dialogs.PICKER, *dialogs.OPENER, *dialogs.LINKS, *dialogs.CHANGES, *dialogs.VERSIONS),
    *(*dialogs.FEEDS, *dialogs.CONFIRM, *dialogs.MARKS, *dialogs.PROMPT, *dialogs.CORRECTIONS),
    *(*dialogs.LIBRARY, *dialogs.DOSSIER, *dialogs.VERDICTS, *dialogs.COMMAND_OUTPUT),
    *(*dialogs.STORIES, *dialogs.STORY),
    *(*dialogs.CORRECT_MENU_CLOSE, *dialogs.OVERVIEW, *dialogs.HELP),
)

BY_ID = {command.id: command for command in COMMANDS}
