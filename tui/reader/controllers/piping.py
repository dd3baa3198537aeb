"""Gives the selection, or the article, to a command of the user's and shows what it prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inquit.errors import StoreError
from widgets.row import ListRow

if TYPE_CHECKING:
    from tui.reader.controllers.loading import Loading
    from tui.reader.controllers.selection import TextSelection
    from tui.reader.view import ReaderView
    from tui.services.outer_commands import CommandOutput, OuterCommand

_NONE = 'No commands yet: config.toml may have a table [commands], as in "Words" = "wc -w"'


class Piping:
    """Runs nothing that the reader has not agreed to once."""

    def __init__(self, view: ReaderView, selection: TextSelection, loading: Loading) -> None:
        """Take the screen, what is selected, and what waits for something."""
        self._view = view
        self._selection = selection
        self._loading = loading

    def choose(self) -> None:
        """Ask for one of the configured commands, and give it the text."""
        self._view.expect_dialog(self._choose)

    async def _choose(self) -> None:
        from tui.dialogs.picker import Picker
        from tui.services.outer_commands import read_commands

        commands = read_commands(self._view.services.config)
        for complaint in commands.complaints:
            self._view.warn(complaint)
        if not commands.by_name:
            self._view.say(_NONE)
            return
        text, what = self._text()
        rows = [
            ListRow(key=each.name, text=f"{each.name}: {each.line}", sign="❯")
            for each in commands.by_name.values()
        ]
        picker = Picker("Give it to a command", rows, hint=f"It gets {what}.")
        picked = await self._view.answer_of(picker)
        command = commands.by_name.get(picked.key or "") if picked is not None else None
        if command is not None and await self._may_run(command, what):
            self._run(command, text)

    def _text(self) -> tuple[str, str]:
        """Return what a command gets, and what that is called."""
        article = self._view.reading.article
        selected = self._selection.span
        if selected is None:
            return article.text, f"the article, {article.word_count:,} words"
        words = selected.of(article.text)
        return words, f"the selection, {len(words.split()):,} words"

    async def _may_run(self, command: OuterCommand, what: str) -> bool:
        """Ask whether a command may be run, once for each command line."""
        from tui.dialogs.confirm import Confirm

        state, name = self._view.services.state, f"command {command.digest}"
        if state.preference(name):
            return True
        hint = f"It runs on this machine as you, and gets {what}. You are asked this once."
        if not await self._view.answer_of(Confirm(f"Run {command.line}?", hint)):
            return False
        try:
            state.keep_preference(name, value=True)
        except StoreError as error:
            self._view.complain(str(error))
        return True

    def _run(self, command: OuterCommand, text: str) -> None:
        from tui.services.outer_commands import run_command

        def show(output: CommandOutput) -> None:
            from tui.dialogs.command_output import CommandOutputScreen

            self._view.open_dialog(CommandOutputScreen(command, output))

        self._loading.load(command.name, lambda task: run_command(command, text, task.token), show)
