"""The reader's controllers: what keys name is there, and Escape ends one thing at a time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.actions import parse

from inquit.model.article import Article
from tests.app.test_reader import reader
from tui.reader.app import ReaderApp
from tui.reader.commands.table import COMMANDS, PANE, READER
from tui.reader.controllers.controller_set import ESCAPE
from tui.reader.screen import ReaderScreen
from tui.services.dependencies import ReaderServices


def actions() -> Iterator[str]:
    """Yield what the bindings of the screen, of its text and of its menus run, and Escape."""
    for command in (*READER, *PANE):
        _, name, arguments = parse(command.action)
        if name == "run":
            yield str(arguments[0])
    for action in {each.section.menu.action for each in COMMANDS if each.section.menu}:
        yield str(parse(action)[2][0])
    yield from ESCAPE


async def test_every_binding_leads_to_a_method_of_a_controller(
    desk: ReaderServices, article: Article
) -> None:
    async with reader(desk, article) as at_work:
        named = list(actions())
        assert len(named) > 50
        for action in named:
            assert callable(at_work.screen.controllers.method(action)), action


def test_every_other_binding_leads_to_an_action_of_the_app_or_the_screen() -> None:
    for command in (*READER, *PANE):
        where, name, _ = parse(command.action)
        owner = ReaderApp if where == "app" else ReaderScreen
        assert callable(getattr(owner, f"action_{name}", None)), command.action


async def test_escape_ends_one_thing_after_the_other_in_its_order(
    desk: ReaderServices, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reader(desk, article) as at_work:
        controllers = at_work.screen.controllers
        await at_work.press("slash", *"crane", "enter", "v", "w", "3")
        asked: list[bool] = []

        def cancel() -> bool:
            asked.append(not asked)
            return asked[-1]

        monkeypatch.setattr(controllers.loading, "cancel", cancel)

        def state() -> tuple[bool, bool, int, bool]:
            return (
                bool(controllers.navigation.count),
                controllers.selection.visual,
                len(asked),
                controllers.search.lasts,
            )

        assert state() == (True, True, 0, True)
        seen = []
        for _ in range(4):
            await at_work.press("escape")
            seen.append(state())
        assert seen == [
            (False, True, 0, True),
            (False, False, 0, True),
            (False, False, 1, True),
            (False, False, 2, False),
        ]


async def test_escape_clears_the_filter_before_it_goes_back_to_the_text(
    desk: ReaderServices, article: Article
) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("tab", "slash", *"byrne", "enter")
        sidebar = at_work.screen.panes.sidebar
        await at_work.press("escape")
        assert at_work.screen.state.filter_query == ""
        assert sidebar.shown.has_focus
        await at_work.press("escape")
        assert at_work.screen.panes.text.has_focus


async def test_a_key_that_needs_an_article_does_nothing_where_none_is_open(
    desk: ReaderServices,
) -> None:
    app = ReaderApp(desk)
    async with app.run_test(size=(120, 30)) as pilot:
        screen = app.screen_stack[0]
        assert isinstance(screen, ReaderScreen)
        assert screen.reading is None
        await pilot.pause()
        for action in actions():
            if not screen.controllers.can_run(action):
                screen.action_run(action)
        assert screen.state.notice == ""
