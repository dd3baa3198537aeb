"""Stories in the reader: what is current goes into one by a key; listed, moved, annotated."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from inquit.model.story import StoryItem, StoryItemKind
from tests.app.test_reader import reader
from tests.app.test_visiting import until
from tui.dialogs.picker import Picker
from tui.dialogs.prompt import Prompt
from tui.dialogs.stories import StoriesDialog
from tui.dialogs.story_items import StoryItemsDialog
from widgets.key_line import KeyLine


async def _items(at_work) -> tuple[StoryItem, ...]:
    await at_work.settle()
    held: tuple[StoryItem, ...] = await at_work.app.services.store.ask(
        lambda store: store.stories.items()
    )
    return held


async def _add_to_new(at_work, name: str = "port") -> None:
    await at_work.press("z")
    await until(at_work, lambda: isinstance(at_work.app.screen, Picker))
    await at_work.press(*name, "enter")
    await at_work.settle()


async def _open(at_work) -> None:
    await at_work.press("Z")
    await until(at_work, lambda: isinstance(at_work.app.screen, StoriesDialog))
    await at_work.press("enter")
    await until(at_work, lambda: isinstance(at_work.app.screen, StoryItemsDialog))


async def test_quotes_go_into_a_story_that_is_named_once(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n")
        await _add_to_new(at_work)
        await at_work.press("n", "n", "z")
        first, second = await _items(at_work)
        assert (first.kind, first.words, first.speaker) == (
            StoryItemKind.QUOTE,
            "“We are ready,”",
            "Ada Byrne",
        )
        assert first.story_id == second.story_id
        assert first.publication.title == "Harbour [b]news[/b]"
        assert first.target is not None
        assert first.target.quote.exact.startswith("We are ready")


async def test_without_a_quote_the_paragraph_is_put_in(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await _add_to_new(at_work)
        (item,) = await _items(at_work)
        assert item.kind is StoryItemKind.PASSAGE
        assert item.words == "The harbour [sic] opens on Monday."


async def test_a_selection_is_put_in_as_a_passage(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("v", "e", "e")
        await _add_to_new(at_work)
        (item,) = await _items(at_work)
        assert item.kind is StoryItemKind.PASSAGE
        assert item.words in article.text
        assert not at_work.screen.controllers.selection.visual


async def test_rows_of_the_sidebar_are_put_in(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("m", "tab", "1", "home")
        await _add_to_new(at_work)
        await at_work.press("3", "home", "z")
        source, bookmark = await _items(at_work)
        assert (source.kind, source.words) == (StoryItemKind.SOURCE, "")
        assert source.speaker
        assert (bookmark.kind, bookmark.words) == (
            StoryItemKind.BOOKMARK,
            "The harbour [sic] opens on Monday.",
        )


async def test_items_are_moved_annotated_removed_and_put_back(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n")
        await _add_to_new(at_work)
        await at_work.press("n", "n", "z")
        first, second = await _items(at_work)
        await _open(at_work)
        await at_work.press("J")
        assert [each.id for each in await _items(at_work)] == [second.id, first.id]
        await at_work.press("e")
        await until(at_work, lambda: isinstance(at_work.app.screen, Prompt))
        await at_work.press(*"call", "enter")
        assert [each.note for each in await _items(at_work)] == ["", "call"]
        assert "✎ call" in str(at_work.app.screen.query_one("#told", Static).content)
        await at_work.press("x")
        assert [each.id for each in await _items(at_work)] == [second.id]
        await at_work.press("u")
        assert [each.id for each in await _items(at_work)] == [second.id, first.id]


async def test_an_item_leads_to_its_passage(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n")
        await _add_to_new(at_work)
        await at_work.press("G")
        await _open(at_work)
        await at_work.press("enter")
        await at_work.settle()
        pane = at_work.screen.panes.text
        assert pane.top <= article.text.index("We are ready") < pane.bottom


async def test_stories_are_made_renamed_removed_and_put_back(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("Z")
        await until(at_work, lambda: isinstance(at_work.app.screen, StoriesDialog))

        async def names() -> list[str]:
            await at_work.settle()
            stories = await at_work.app.services.store.ask(lambda store: store.stories.all())
            return [each.name for each in stories]

        await at_work.press("a")
        await until(at_work, lambda: isinstance(at_work.app.screen, Prompt))
        await at_work.press(*"[b]port", "enter")
        assert await names() == ["[b]port"]
        await at_work.press("r")
        await until(at_work, lambda: isinstance(at_work.app.screen, Prompt))
        await at_work.press("end", *"[/]", "enter")
        assert await names() == ["[b]port[/]"]
        await at_work.press("x")
        assert await names() == []
        await at_work.press("u")
        assert await names() == ["[b]port[/]"]


@pytest.mark.parametrize("size", [(80, 24), (30, 10)])
async def test_the_dialogs_fit_small_terminals(desk, article, size) -> None:
    async with reader(desk, article, size=size) as at_work:
        await _add_to_new(at_work)
        await _open(at_work)
        dialog = at_work.app.screen
        assert dialog.query_one(KeyLine).region.bottom <= size[1]
        await at_work.press("escape")
