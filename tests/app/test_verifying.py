"""The quotations of the open article, held against all that was read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Static

from inquit.library.settings import LibrarySettings
from inquit.model.engine import AnalysisSetup
from inquit.service.library.access import Library
from inquit.service.pages import KeptPages
from tests.app.test_library import keep
from tests.app.test_reader import reader
from tests.app.test_visiting import until
from tui.dialogs.verdicts import VerdictsScreen
from tui.services.dependencies import ReaderServices
from tui.services.library_executor import LibraryExecutor

ELSEWHERE = "Port news.\n“We are ready.” said Tom Holt.\n“They are not here,” somebody wrote.\n"


@pytest.fixture
def library(desk: ReaderServices, tmp_path: Path) -> Library:
    assert desk.data is not None
    made = Library(
        pages=KeptPages(desk.data), cache=tmp_path / "cache", setup=AnalysisSetup(model="none")
    )
    keep(made, ELSEWHERE, "sha256:[b]elsewhere")
    return made


@pytest.fixture
def real(desk: ReaderServices, library: Library) -> ReaderServices:
    return replace(desk, library=LibraryExecutor(lambda _: library))


async def _verdicts(at_work) -> VerdictsScreen:
    await until(at_work, lambda: at_work.screen.reading.analysed is None)
    await at_work.press("ampersand")
    await until(at_work, lambda: isinstance(at_work.app.screen, VerdictsScreen))
    screen = at_work.app.screen
    assert isinstance(screen, VerdictsScreen)
    return screen


def _rows(screen: VerdictsScreen) -> list[tuple[str, str]]:
    return [(row.sign, row.tail) for row in screen._list.rows]


def _told(screen: VerdictsScreen) -> str:
    return str(screen.query_one("#told", Static).content)


async def test_each_quotation_has_a_row_with_what_became_of_it(real, article) -> None:
    async with reader(real, article) as at_work:
        screen = await _verdicts(at_work)
        assert _rows(screen)[0] == ("↷", "another's")
        assert ("✗", "not found") in _rows(screen)
        assert "Tom Holt" in _told(screen)


async def test_the_details_follow_the_cursor(real, article) -> None:
    async with reader(real, article) as at_work:
        screen = await _verdicts(at_work)
        first = _told(screen)
        await at_work.press("down")
        assert _told(screen) != first


async def test_enter_goes_to_the_quotation(real, article) -> None:
    async with reader(real, article) as at_work:
        await at_work.press("G")
        await _verdicts(at_work)
        await at_work.press("enter")
        await at_work.settle()
        pane = at_work.screen.panes.text
        assert pane.top <= article.text.index("We are ready") < pane.bottom


async def test_o_opens_the_article_that_has_it(real, article) -> None:
    async with reader(real, article) as at_work:
        await _verdicts(at_work)
        await at_work.press("o")
        await until(at_work, lambda: at_work.screen.reading.article.id.endswith("elsewhere"))


async def test_nothing_of_the_article_is_remembered_for_it(real, article, library) -> None:
    async with reader(real, article) as at_work:
        before = library.pages.homes()
        await _verdicts(at_work)
        assert library.pages.homes() == before


async def test_a_library_that_is_switched_off_is_told(desk, library, article) -> None:
    off = replace(library, settings=LibrarySettings(enabled=False))
    services = replace(desk, library=LibraryExecutor(lambda _: off))
    async with reader(services, article) as at_work:
        await until(at_work, lambda: at_work.screen.reading.analysed is None)
        await at_work.press("ampersand")
        await at_work.settle()
        assert not isinstance(at_work.app.screen, VerdictsScreen)
