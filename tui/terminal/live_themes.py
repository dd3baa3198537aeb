"""An app that follows the theme files of the configuration folder while they are edited."""

from __future__ import annotations

from pathlib import Path

from textual import work
from textual.app import App
from textual.theme import Theme

from tui.terminal.theming import adapt_theme, own_themes, textual_theme
from tui.terminal.users_themes import Stamps, UsersThemes, read_stamps, read_users_themes

EVERY = 1.0
"""Seconds between two looks at the files."""


class LiveThemes(App[int], inherit_bindings=False):
    """Shows edits of the user's themes; a faulty file leaves the colours as they were."""

    def __init__(self, config: Path | None, *, ansi_color: bool | None = None) -> None:
        """Load the themes that inquit brings and those of a configuration folder.

        Args:
            config: the folder, or None for none.
            ansi_color: whether to keep the terminal's own colours; None leaves that to the theme.
        """
        self._brought = own_themes()
        self._colours = dict(self._brought)
        # Textual asks for its default theme during its own __init__; adapting it takes long.
        self._adapts = False
        super().__init__(ansi_color=ansi_color)
        self._adapts = True
        self._config = config
        self._seen: Stamps = read_stamps(config)
        self._complained_of: frozenset[str] = frozenset()
        for colours in self._colours.values():
            self.register_theme(textual_theme(colours))
        self._users = read_users_themes(config)
        self._adopt(self._users)

    def get_theme(self, theme_name: str) -> Theme | None:
        """Return a theme by name; those of Textual are adapted so that text reads well."""
        theme = super().get_theme(theme_name)
        if not self._adapts or theme is None or theme.ansi or theme_name in self._colours:
            return theme
        self._colours[theme_name] = adapt_theme(theme)
        made = textual_theme(self._colours[theme_name])
        self.register_theme(made)
        return made

    def watch_themes(self) -> None:
        """Show what is wrong with the themes, and watch their files from now on."""
        self._complain_of_themes()
        if self._config is not None:
            self.set_interval(EVERY, self.look_at_themes)

    @work(thread=True, exclusive=True, group="themes")
    def look_at_themes(self) -> None:
        """Read the themes again if a file was written, added or removed."""
        now = read_stamps(self._config)
        if now != self._seen:
            self.call_from_thread(self._take_edits, now, read_users_themes(self._config))

    def _take_edits(self, seen: Stamps, found: UsersThemes) -> None:
        before, used = self._users, self._colours.get(self.theme)
        self._seen, self._users = seen, found
        for name in before.themes.keys() - found.themes.keys() - found.faulty - {self.theme}:
            self._colours.pop(name, None)
            self.unregister_theme(name)
            if name in self._brought:
                self._colours[name] = self._brought[name]
                self.register_theme(textual_theme(self._brought[name]))
        self._adopt(found)
        self._complain_of_themes()
        if self._colours.get(self.theme) != used:
            self.mutate_reactive(App.theme)

    def _adopt(self, found: UsersThemes) -> None:
        for name, colours in found.themes.items():
            self._colours[name] = colours
            self.register_theme(textual_theme(colours))

    def _complain_of_themes(self) -> None:
        """Show each complaint once, and again only if it was resolved in between."""
        for line in self._users.complaints:
            if line not in self._complained_of:
                self.notify(line, severity="warning", markup=False, timeout=15)
        self._complained_of = frozenset(self._users.complaints)
