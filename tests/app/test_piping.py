"""A selection or the article goes to a command of the user's, after asking once."""

from __future__ import annotations

from textual.widgets import Static

from tests.app.test_reader import reader
from tests.app.test_visiting import until
from tui.dialogs.command_output import CommandOutputScreen
from tui.dialogs.confirm import Confirm
from tui.dialogs.picker import Picker


def _configure(desk, text: str = '[commands]\nTwice = ["sh", "-c", "cat; touch ran"]\n') -> None:
    desk.config.mkdir(exist_ok=True)
    (desk.config / "config.toml").write_text(text)


def _configure_cat(desk) -> None:
    _configure(desk, '[commands]\n"[b]Show" = "cat"\n')


async def _choose(at_work) -> None:
    await at_work.press("exclamation_mark")
    await until(at_work, lambda: isinstance(at_work.app.screen, Picker))
    await at_work.press("enter")


async def _shown(at_work) -> str:
    await until(at_work, lambda: isinstance(at_work.app.screen, CommandOutputScreen))
    return str(at_work.app.screen.query_one("VerticalScroll Static", Static).content)


async def test_the_article_is_given_to_a_command_once_that_is_agreed(desk, article) -> None:
    _configure_cat(desk)
    async with reader(desk, article) as at_work:
        await _choose(at_work)
        await until(at_work, lambda: isinstance(at_work.app.screen, Confirm))
        await at_work.press("y")
        assert (await _shown(at_work)).startswith("The harbour [sic] opens on Monday.\n")
        await at_work.press("j", "space", "escape")
        await _choose(at_work)
        assert (await _shown(at_work)).startswith("The harbour [sic]")


async def test_a_selection_is_given_alone(desk, article) -> None:
    _configure_cat(desk)
    async with reader(desk, article) as at_work:
        await at_work.press("v", "e", "e")
        selected = at_work.screen.controllers.selection.span.of(article.text)
        await _choose(at_work)
        await until(at_work, lambda: isinstance(at_work.app.screen, Confirm))
        await at_work.press("y")
        assert await _shown(at_work) == selected


async def test_nothing_runs_without_a_yes(desk, article, tmp_path) -> None:
    mark = tmp_path / "ran"
    _configure(desk, f'[commands]\nTouch = ["touch", "{mark}"]\n')
    async with reader(desk, article) as at_work:
        await _choose(at_work)
        await until(at_work, lambda: isinstance(at_work.app.screen, Confirm))
        await at_work.press("n")
        await at_work.settle()
        assert not mark.exists()
        await _choose(at_work)
        await until(at_work, lambda: isinstance(at_work.app.screen, Confirm))


async def test_another_command_line_under_the_same_name_is_asked_about_again(desk, article) -> None:
    _configure_cat(desk)
    async with reader(desk, article) as at_work:
        await _choose(at_work)
        await until(at_work, lambda: isinstance(at_work.app.screen, Confirm))
        await at_work.press("y")
        await _shown(at_work)
        await at_work.press("escape")
        _configure(desk, '[commands]\n"[b]Show" = "cat -n"\n')
        await _choose(at_work)
        await until(at_work, lambda: isinstance(at_work.app.screen, Confirm))


async def test_without_commands_it_is_told_how_to_have_some(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("exclamation_mark")
        await until(at_work, lambda: "[commands]" in at_work.screen.state.notice)
