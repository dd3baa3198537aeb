"""Jumping by headings; links, shown whole before they are followed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inquit.errors import InputError
from inquit.model.article import Article
from tests.app.structured import TARGETS, structured
from tests.app.test_reader import Reader, reader
from tests.app.test_visiting import until
from tui.dialogs.links import LinksScreen
from tui.services import browser
from tui.services.load_task import LoadTask


def links(at_work: Reader) -> LinksScreen:
    screen = at_work.app.screen
    assert isinstance(screen, LinksScreen)
    return screen


async def test_the_outline_leads_to_a_heading_and_back(desk) -> None:
    async with reader(desk, structured()) as at_work:
        await at_work.press("O")
        rows = at_work.app.screen._list.rows  # type: ignore[attr-defined]
        assert [(row.depth, row.text) for row in rows] == [
            (0, "Harbour reopens"), (1, "What changes"), (2, "Cranes"), (1, "How it ends"),
        ]  # fmt: skip
        await at_work.press(*"ends", "enter")
        assert any("How it ends" in line for line in at_work.lines())
        await at_work.press("O")
        article = structured()
        here = str(article.text.index("Cranes\n"))
        assert at_work.app.screen._list.cursor in (here, str(article.text.index("How it ends")))  # type: ignore[attr-defined]
        await at_work.press("escape", "H")
        assert at_work.screen.panes.text.top == 0


async def test_an_article_without_structure_says_so(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("O")
        assert at_work.screen.panes.status.status.message == "This article has no headings"
        await at_work.press("l")
        assert at_work.screen.panes.status.status.message == "This article has no links"


async def test_the_whole_target_is_shown_before_anything_is_done(desk) -> None:
    async with reader(desk, structured()) as at_work:
        await at_work.press("l")
        screen = links(at_work)
        assert [row.text for row in screen._list.rows] == list(TARGETS)
        assert "https://port.example/news?id=7" in screen._target.content.plain  # type: ignore[union-attr]
        await at_work.press("down")
        shown = screen._target.content.plain  # type: ignore[union-attr]
        assert "https://xn--mnchen-3ya.example/hafen" in shown
        assert "written as münchen.example" in shown
        await at_work.press("down")
        assert TARGETS["the town"] in screen._target.content.plain  # type: ignore[union-attr]


async def test_a_link_leads_to_its_words(desk) -> None:
    async with reader(desk, structured()) as at_work:
        await at_work.press("l", "down", "enter")
        assert any("a page of its own" in line for line in at_work.lines())


async def test_a_link_is_opened_here(desk) -> None:
    asked = []

    def open_article(reference: str, _: LoadTask) -> Article:
        asked.append(reference)
        raise InputError("no network")

    async with reader(replace(desk, open_article=open_article), structured()) as at_work:
        await at_work.press("l", "o")
        await until(at_work, lambda: bool(at_work.app._notifications))
        assert asked == ["https://port.example/news?id=7"]
        assert at_work.screen.reading.article.id == "test:structured"  # type: ignore[union-attr]


async def test_a_link_is_handed_to_the_browser(desk, monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    command = browser.BrowserCommand(words=("browser", "x"), foreground=False)
    monkeypatch.setattr(
        browser, "browser_command", lambda address: started.append(address) or command
    )
    monkeypatch.setattr(browser, "start_quietly", started.append)
    async with reader(desk, structured()) as at_work:
        await at_work.press("l", "b")
        await until(
            at_work, lambda: at_work.screen.panes.status.status.message == "Handed to the browser"
        )
    assert started == ["https://port.example/news?id=7", command]


async def test_a_link_is_copied(desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.services.clipboard.copy_natively", lambda _: False)
    async with reader(desk, structured()) as at_work:
        await at_work.press("l", "y")
        await until(at_work, lambda: "The address" in at_work.screen.panes.status.status.message)
        assert at_work.app.clipboard == "https://port.example/news?id=7"


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_the_links_fit_on_small_screens(desk, size) -> None:
    async with reader(desk, structured(), size=size) as at_work:
        await at_work.press("l")
        box = links(at_work).query_one("Vertical").region
        assert box.height <= size[1]
        assert box.width <= size[0]
