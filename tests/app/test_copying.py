"""What is copied, and what is said about it."""

from __future__ import annotations

import base64
from dataclasses import replace

import pytest

from inquit.export.markdown import escape_markdown
from inquit.model.retrieval import Retrieval
from tests.app.conftest import TEXT, article_of, whole_batch, workers_done
from tests.app.test_reader import Reader, reader
from tui.reader.quote_formatting import (
    format_passage_as_markdown,
    format_quote,
    format_quote_as_markdown,
    words_of,
)
from tui.services import clipboard
from widgets.attributed_quotes import AttributedQuotes

ARTICLE = article_of(TEXT)
FOUND = AttributedQuotes()
FOUND.add_all([whole_batch(ARTICLE)])
BY = {finding.quote.type.value + str(n): finding for n, finding in enumerate(FOUND)}


def test_a_quote_is_cited_with_name_and_role() -> None:
    assert format_quote(ARTICLE, BY["direct0"]) == "“We are ready,” (Ada Byrne, harbour [master])"
    assert format_quote(ARTICLE, BY["direct3"]).endswith("(unattributed)")


def test_reported_words_get_no_marks_of_ours() -> None:
    assert (
        format_quote(ARTICLE, BY["indirect1"]) == "that the cranes were late [/b] (A dock worker)"
    )


def test_markdown_tells_title_and_origin_and_escapes_what_it_would_obey() -> None:
    assert format_quote_as_markdown(ARTICLE, BY["direct0"]) == (
        "> “We are ready,”\n>\n> — Ada Byrne, harbour \\[master\\], "
        "*Harbour \\[b\\]news\\[/b\\]*, test\\:harbour\n"
    )


def test_what_is_copied_as_markdown_is_escaped_as_the_export_does() -> None:
    hostile = "%%hidden%% ==lit== ~~gone~~ $x$ 1 & 2 ![a](b) {c}"
    article = replace(ARTICLE, title=hostile, origin=f"test:{hostile}")
    copied = format_passage_as_markdown(article, hostile)
    words, origin = escape_markdown(hostile), escape_markdown(article.origin)
    assert copied == f"> {words}\n>\n> — *{words}*, {origin}\n"


def test_the_bare_words_are_the_articles() -> None:
    assert words_of(ARTICLE, BY["mixed4"]) == "that the “bill” was paid"


async def test_says_copied_only_when_that_is_known(desk, article, monkeypatch) -> None:
    async with reader(desk, article) as at_work:
        for known, words in ((False, "sent to the terminal"), (True, "copied")):
            monkeypatch.setattr(
                "tui.services.clipboard.copy_natively", lambda _, known=known: known
            )
            await at_work.press("n")
            await at_work.pilot.press("y")
            await workers_done(at_work.app)
            await at_work.pilot.pause()
            assert words in at_work.screen.panes.status.status.message
        assert at_work.app.clipboard == "that the cranes were late [/b] (A dock worker)"


def test_over_ssh_no_clipboard_is_the_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "somewhere")
    assert not clipboard.copy_natively("words")


async def test_selected_text_is_copied_as_the_article_has_it(desk, article) -> None:
    async with reader(desk, article, size=(60, 24)) as at_work:
        lines = at_work.lines()
        pane = at_work.screen.panes.text
        first = next(n for n, line in enumerate(lines) if "A dock worker" in line)
        top = pane.region.y + pane.gutter.top
        column = lines[first].index("dock")
        await at_work.pilot.mouse_down(offset=(column, top + first))
        await at_work.pilot.hover(offset=(column + 4, top + first + 1))
        await at_work.pilot.mouse_up(offset=(column + 4, top + first + 1))
        selected = at_work.screen.get_selected_text()
        assert selected is not None
        assert selected.startswith("dock worker told the Post that the cranes")
        assert "\n" not in selected
        assert selected in article.text


async def drag(at_work: Reader, start: tuple[int, int], end: tuple[int, int]) -> str | None:
    """Drag over cells of the pane, and return what is selected then."""
    pane = at_work.screen.panes.text
    left, top = pane.region.x, pane.region.y + pane.gutter.top
    await at_work.pilot.mouse_down(offset=(left + start[0], top + start[1]))
    await at_work.pilot.hover(offset=(left + end[0], top + end[1]))
    await at_work.pilot.mouse_up(offset=(left + end[0], top + end[1]))
    await at_work.pilot.pause()
    return at_work.screen.get_selected_text()


async def test_a_selection_begins_beside_the_words_and_between_paragraphs_too(
    desk, article
) -> None:
    async with reader(desk, article, size=(80, 24)) as at_work:
        lines = at_work.lines()
        quote = next(n for n, line in enumerate(lines) if "“They are not" in line)
        column = lines[quote].index("“")
        assert lines[quote - 1].strip() == ""
        selected = await drag(at_work, (column + 20, quote - 1), (column + 5, quote))
        assert selected is not None
        assert selected.strip() == "“They"
        assert await drag(at_work, (1, quote), (column + 4, quote)) == "“They"
        whole = await drag(at_work, (1, quote), (70, quote))
        assert whole == "“They are not,” Byrne added."
        assert at_work.screen.panes.status.status.message.startswith("5 words selected: y copies")


async def test_two_clicks_select_the_word_and_three_the_paragraph(desk, article) -> None:
    async with reader(desk, article, size=(80, 24)) as at_work:
        lines, pane = at_work.lines(), at_work.screen.panes.text
        row = next(n for n, line in enumerate(lines) if "“They are not" in line)
        at = (lines[row].index("Byrne") + 1, pane.gutter.top + row)
        await at_work.pilot.click(pane, offset=at, times=2)
        assert at_work.screen.get_selected_text() == "Byrne"
        assert at_work.screen.panes.status.status.message.startswith("1 word selected: y copies")
        await at_work.pilot.click(pane, offset=at, times=3)
        assert at_work.screen.get_selected_text() == "“They are not,” Byrne added."
        await at_work.press("escape")
        assert at_work.screen.get_selected_text() is None


async def test_is_copied_by_the_terminals_own_sequence_too(desk, article, monkeypatch) -> None:
    sent = []
    monkeypatch.setattr("tui.services.clipboard.copy_natively", lambda _: False)
    async with reader(desk, article) as at_work:
        await at_work.press("n")
        monkeypatch.setattr(at_work.app._driver, "write", sent.append)
        await at_work.pilot.press("w")
        await workers_done(at_work.app)
        await at_work.pilot.pause()
        words = base64.b64encode(b"We are ready,").decode()
        assert f"\x1b]52;c;{words}\a" in sent
        assert at_work.screen.panes.status.status.message.endswith("sent to the terminal")


async def test_the_address_of_a_page_is_copied_and_a_file_has_none(
    desk, article, monkeypatch
) -> None:
    monkeypatch.setattr("tui.services.clipboard.copy_natively", lambda _: False)
    fetched = Retrieval(url="https://example.org/harbour?day=1", fetched="2026-01-01T00:00:00Z")
    async with reader(desk, article) as at_work:
        await at_work.press("%")
        message = at_work.screen.panes.status.status.message
        assert message == "This article has no address of a web page"
        assert at_work.app.clipboard == ""
        at_work.screen.controllers.articles.open(replace(article, retrieved=fetched))
        await at_work.settle()
        await at_work.pilot.press("%")
        await workers_done(at_work.app)
        await at_work.pilot.pause()
        assert at_work.app.clipboard == fetched.url
        assert at_work.screen.panes.status.status.message == "The address: sent to the terminal"
