"""An article opened anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from inquit.model.article import Article
from tests.app.test_reader import Reader, reader
from tests.app.test_visiting import until
from tui.dialogs.changes import ChangesScreen
from tui.services.dependencies import ReaderServices
from tui.services.opening import open_article


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(text_of("Monday"))
    return path


def text_of(day: str, *before: str) -> str:
    paragraphs = [f"Paragraph {n} has its own words, all of them plain." for n in range(40)]
    return "\n\n".join([*before, *paragraphs, f"The harbour opens on {day}, said nobody."])


@pytest.fixture
def real(desk: ReaderServices) -> ReaderServices:
    return replace(desk, open_article=open_article)


def message(at_work: Reader) -> str:
    return at_work.screen.panes.status.status.message


async def test_what_changed_is_told_and_the_text_stays_in_place(real, path) -> None:
    async with reader(real, open_article(str(path)), size=(100, 24)) as at_work:
        await at_work.press("G", "k")
        top = at_work.lines()[0]
        path.write_text(text_of("Tuesday", "A new one [b]before[/b] all.", "And another, longer."))
        await at_work.press("R")
        await until(at_work, lambda: message(at_work).startswith("Opened anew"))
        assert message(at_work) == "Opened anew. Paragraphs: 1 changed, 2 added; D shows them"
        assert at_work.lines()[0] == top
        await at_work.press("D")
        screen = at_work.app.screen
        assert isinstance(screen, ChangesScreen)
        told = [line.plain.rstrip() for line in screen._lines]
        assert told[0] == "+ A new one [b]before[/b] all."
        assert told[-1] == "~ The harbour opens on Monday, Tuesday, said nobody."
        await at_work.press("escape")


async def test_bookmarks_are_anchored_anew(real, path) -> None:
    async with reader(real, open_article(str(path)), size=(100, 24)) as at_work:
        await at_work.press("m")
        path.write_text(text_of("Monday", "Something quite new in front."))
        await at_work.press("R")
        await until(at_work, lambda: message(at_work).startswith("Opened anew"))
        await at_work.settle()
        (placed,) = at_work.screen.reading.bookmarks  # type: ignore[union-attr]
        article: Article = at_work.screen.reading.article  # type: ignore[union-attr]
        assert placed.span is not None
        assert placed.span.of(article.text).startswith("Paragraph 0")


async def test_an_article_that_is_as_it_was_says_so(real, path) -> None:
    async with reader(real, open_article(str(path))) as at_work:
        await at_work.press("R")
        await until(at_work, lambda: message(at_work) == "Nothing has changed")
        await at_work.press("D")
        assert message(at_work) == "Nothing was opened anew here; R does"


async def test_an_article_that_is_gone_stays_on_the_screen(real, path) -> None:
    async with reader(real, open_article(str(path))) as at_work:
        path.unlink()
        await at_work.press("R")
        await until(at_work, lambda: bool(at_work.app._notifications))
        assert any("Paragraph 0" in line for line in at_work.lines())


async def test_an_article_without_a_file_or_an_address_says_so(real, article) -> None:
    async with reader(real, article) as at_work:
        await at_work.press("R")
        assert message(at_work).startswith("This article cannot be opened anew")


async def test_notices_are_told_in_the_status_line(desk, article) -> None:
    told = replace(article, notices=("12 words were left out", "The page says [b]so[/b]"))
    async with reader(desk, told) as at_work:
        assert message(at_work) == "12 words were left out · The page says [b]so[/b]"
        await at_work.press("n")
        assert message(at_work) == ""
