"""The reader as a Textual app: themes, keys and the way out; the screen does the rest."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.console import RenderableType
from rich.text import Text
from textual import events
from textual.app import SystemCommand
from textual.binding import BindingType
from textual.driver import Driver
from textual.filter import LineFilter
from textual.notifications import Notify
from textual.screen import Screen
from textual.theme import Theme, ThemeProvider

from tui.reader.commands.visiting import PROGRAM
from tui.reader.keymap import read_keymap
from tui.reader.keys_in_order import KeysInOrder
from tui.reader.screen import ReaderScreen
from tui.terminal.exit_codes import OTHER_FAULT
from tui.terminal.gc_scheduling import PAUSE, GcScheduler, resume_collections
from tui.terminal.live_themes import LiveThemes
from tui.terminal.nearest_colours import DEPTHS, NearestColours
from tui.terminal.safe_lines import SafeLines
from tui.terminal.suspending import NO_SHELL, shell_waits, suspend
from tui.terminal.theming import PLAIN, USUAL, source_colours
from tui.terminal.toasts import HintTaken, Toasts
from widgets.command import bindings

if TYPE_CHECKING:
    from inquit.model.annotation import Target
    from inquit.model.article import Article
    from tui.reader.palette import CommandsByWords
    from tui.services.article_list import ArticleList
    from tui.services.dependencies import ReaderServices


def _commands_by_words() -> type[CommandsByWords]:
    """Return what finds commands in the palette, which nobody has opened yet."""
    from tui.reader.palette import CommandsByWords

    return CommandsByWords


class ReaderApp(LiveThemes, KeysInOrder, inherit_bindings=False):
    """Reads articles."""

    TITLE = "inquit"
    BINDINGS: ClassVar[list[BindingType]] = bindings(PROGRAM)
    COMMANDS = {_commands_by_words}  # noqa: RUF012 - as Textual types it
    ENABLE_COMMAND_PALETTE = True
    # Where no colour is sent, what Textual tells by colour alone is told by a shape.
    CSS = """
    Input:nocolor > .input--cursor, Input:nocolor > .input--selection { text-style: reverse; }
    TextArea:nocolor > .text-area--selection { text-style: reverse; }
    OptionList:nocolor > .option-list--option-highlighted { text-style: underline; }
    /* Above the status line, the field to find with, and the keys. */
    ToastRack { margin-bottom: 3; }
    """

    def __init__(
        self,
        services: ReaderServices,
        article: Article | None = None,
        article_list: ArticleList | None = None,
        lost: Target | None = None,
    ) -> None:
        """Take whom the reader works with and what to show first.

        Args:
            services: the collaborators.
            article: the first article.
            article_list: articles to pick from; where there is neither, the feeds are.
            lost: a bookmark's passage that was asked for and is not in the article any more.
        """
        plain = "NO_COLOR" in os.environ
        # Decided before Textual chooses its filters: on its own it would turn colours to greys.
        super().__init__(services.config, ansi_color=True if plain else None)
        self.services = services
        self._safe_lines = SafeLines()
        depth = DEPTHS.get(self.console.color_system or "")
        self._nearest_colours = [NearestColours(depth)] if depth is not None else []
        self._article = article
        self._article_list = article_list
        self._lost = lost
        self._toasts = Toasts()
        self._gc_scheduler = GcScheduler(self)
        self._leaves = False
        self.theme = PLAIN if plain or self._few_colours() else self._remembered_theme()
        if "TEXTUAL_ANIMATIONS" not in os.environ:
            self.animation_level = "none"

    def get_driver_class(self) -> type[Driver]:
        """Return what drives the terminal: on Unix our own, unless the environment names one."""
        usual = super().get_driver_class()
        if usual.__name__ != "LinuxDriver":
            return usual
        from tui.terminal.driver import TerminalDriver

        return TerminalDriver

    def get_default_screen(self) -> Screen[None]:
        """Return the reader's screen, so that nothing else is drawn before the article."""
        colours = source_colours(self.current_theme, self._colours)
        screen = ReaderScreen(self.services, self._article, colours, self._article_list)
        screen.fit(self.size)
        return screen

    async def on_event(self, event: events.Event) -> None:
        """Collect garbage in the pauses between keys."""
        if isinstance(event, events.Key):
            self._gc_scheduler.note_key()
        await super().on_event(event)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what each line that is drawn goes through, last what makes it safe to send."""
        return [*super().get_line_filters(), *self._nearest_colours, self._safe_lines]

    def on_mount(self) -> None:
        """Listen for changes of the theme; take the reader's own keys."""
        self.theme_changed_signal.subscribe(self, self._theme_changed)
        self.app_resume_signal.subscribe(self, lambda _: self.action_redraw())
        keymap = read_keymap(self.services.config)
        if keymap.keys:
            self.set_keymap(keymap.keys)
        self.watch_themes()
        self.set_timer(PAUSE, resume_collections)
        if self._lost is not None and isinstance(self.screen, ReaderScreen):
            self.screen.controllers.annotations.tell_orphaned(self._lost)
        for complaint in keymap.complaints:
            self.notify(complaint, severity="warning", markup=False, timeout=15)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield all that can be done, for the command palette."""
        from tui.reader.palette import reader_commands

        yield SystemCommand("Theme", "Choose the colours", self.action_change_theme)
        yield from reader_commands(self, screen)

    def on_notify(self, event: Notify) -> None:
        """Show a message that is on the screen already once, with how often it came."""
        for alike in self._toasts.take_place(event.notification, list(self._notifications)):
            self._unnotify(alike, refresh=False)

    def on_hint_taken(self, event: HintTaken) -> None:
        """Take away the messages that told of what the reader did by now."""
        for told in list(self._notifications):
            if event.words in told.message:
                self._unnotify(told)

    def action_command_palette(self) -> None:
        """Show all that can be done, by name."""
        from tui.reader.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def search_themes(self) -> None:
        """Show the themes by name, in a palette that loses none of what is typed for it."""
        from tui.reader.palette import Palette

        self.push_screen(Palette(providers=[ThemeProvider], placeholder="Search for themes…"))

    def action_help(self) -> None:
        """Show all keys."""
        from tui.dialogs.help import HelpScreen

        self.push_screen(HelpScreen(self.screen))

    def action_help_quit(self) -> None:
        """Say how to leave: ctrl+c ends nothing."""
        self.notify("Press q to leave", markup=False, timeout=3)

    def action_suspend(self) -> None:
        """Give the terminal back to the shell until it lets the reader go on."""
        if self._driver is not None and self._driver.can_suspend and shell_waits():
            suspend()
        else:
            self.notify(NO_SHELL, markup=False)

    def action_redraw(self) -> None:
        """Draw everything: a terminal that was lent to others has nothing of the last picture."""
        self.screen.refresh()
        self.screen.query().refresh()  # what is docked to an edge is no part of its screen's region

    async def action_quit(self) -> None:
        """Leave, as the reader asks for it; ask first where something would be lost by it."""
        from tui.reader.leaving import describe_losses

        lost = await describe_losses(self.services, self.screen_stack)
        if not lost:
            await self.leave(0)
            return
        from tui.dialogs.confirm import Confirm

        def answered(meant: bool | None) -> None:  # noqa: FBT001 - the dialog's answer
            if meant:
                self.run_worker(self.leave(0), group="leaving")

        hint = "No folder takes it. Stay, and it is saved as soon as that works."
        self.push_screen(Confirm(f"Leave and lose {lost}?", hint), answered)

    async def leave(self, code: int) -> None:
        """Keep the place and what is being written, wait for the store, end the analysis, leave.

        What no folder took is told once the terminal is as it was.

        Args:
            code: the exit code; of several times that this is asked for, the first one's counts.
        """
        if self._leaves:
            return
        from tui.reader.leaving import describe_losses

        self._leaves = True
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                screen.controllers.articles.keep_position()
        lost = await describe_losses(self.services, self.screen_stack)
        self.services.analyst.close()
        await self.services.store.close()
        if self.services.library is not None:
            await self.services.library.close()
        if self.services.feeds is not None:
            await self.services.feeds.close()
        told = Text(f"inquit: lost, as no folder took it: {lost}") if lost else None
        self.exit(0, return_code=code, message=told)

    def panic(self, *renderables: RenderableType) -> None:
        """Leave with a report of what a thread met; that is no success."""
        self.exit(return_code=OTHER_FAULT)
        super().panic(*renderables)

    def _fatal_error(self) -> None:
        """Leave with a report that has no locals in it, which Textual's own would show."""
        error = sys.exc_info()[1] or self._exception
        self.bell()
        self._return_code = OTHER_FAULT  # Textual has it be 1
        if error is not None:
            from tui.terminal.crash_report import crash_report

            self._exit_renderables.append(Text(crash_report(error)))
        self._close_messages_no_wait()

    def _theme_changed(self, theme: Theme) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                screen.view.recolour(source_colours(theme, self._colours))
                screen.controllers.layout.remember("theme", value=theme.name)

    def _remembered_theme(self) -> str:
        name = self.services.state.preference("theme")
        return name if isinstance(name, str) and name in self.available_themes else USUAL

    def _few_colours(self) -> bool:
        return self.console.color_system in ("standard", "windows")
