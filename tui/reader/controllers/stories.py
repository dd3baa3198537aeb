"""Stories: what is current goes into one by a key; a dialog lists them and what is in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from inquit.model.annotation import Bookmark, Note, source_key, target_of
from inquit.model.passage import passage_of, with_marks
from inquit.model.quotation import QuoteId, Source
from inquit.model.quoted_words import format_quote
from inquit.model.story import Story, StoryId, StoryItem, StoryItemKind
from widgets.row import ListRow
from widgets.row_list import shorten
from widgets.sidebar_rows import BOOKMARK, NOTE, QUOTE, SOURCE, source_row_key

if TYPE_CHECKING:
    from inquit.model.span import Span
    from inquit.service.records import Repository
    from tui.reader.controllers.all_bookmarks import AllBookmarks
    from tui.reader.controllers.navigation import Navigation
    from tui.reader.controllers.selection import TextSelection
    from tui.reader.controllers.store_access import StoreAccess
    from tui.reader.panes import ReaderPanes
    from tui.reader.state import Reading
    from tui.reader.view import ReaderView
    from widgets.attributed_quotes import AttributedQuote

_TOLD = 40  # cells of an item that the status line shows

Made = Callable[[StoryId], StoryItem]
"""Makes an item for a story."""


class Stories:
    """Gathers what the reader wants for a story."""

    def __init__(
        self,
        view: ReaderView,
        panes: ReaderPanes,
        store: StoreAccess,
        selection: TextSelection,
        navigation: Navigation,
        bookmarks: AllBookmarks,
    ) -> None:
        """Take the screen and its parts, the store, what is selected, and what goes to places."""
        self._view = view
        self._panes = panes
        self._store = store
        self._selection = selection
        self._navigation = navigation
        self._bookmarks = bookmarks
        self._chosen: StoryId | None = None

    def add(self) -> None:
        """Put what is current into the story that was chosen last; ask which where none was."""
        self._view.expect_dialog(self._add)

    async def _add(self) -> None:
        made = self._what_is_current()
        if made is None:
            self._view.say("There is nothing here to put into a story")
            return
        stories = await self._store.ask(lambda store: store.stories.all())
        if stories is None:
            return
        story = next((each for each in stories if each.id == self._chosen), None)
        story = story or await self._pick(stories)
        if story is None:
            return
        item = made(story.id)
        if await self._store.write(lambda store: store.stories.add_item(item)):
            self._chosen = story.id
            what = shorten(item.words or item.speaker, _TOLD)
            self._view.say(f"In “{shorten(story.name, _TOLD)}” now: {what}; Z lists it")
        self._selection.end_visual()

    async def _pick(self, stories: tuple[Story, ...]) -> Story | None:
        """Ask which story; make the one that is typed. None where nothing is picked."""
        from inquit.service.stories import new_story
        from tui.dialogs.picker import Picker

        rows = [ListRow(key=each.id, text=each.name, sign="▤") for each in reversed(stories)]
        hint = "Which story? z puts all further into the same one; Z chooses another."
        picker = Picker("Put into a story", rows, hint=hint, new="New story")
        picked = await self._view.answer_of(picker)
        if picked is None:
            return None
        if picked.key is not None:
            return next(each for each in stories if each.id == picked.key)
        story = new_story(picked.typed)
        made = await self._store.change(lambda store: store.stories.add(story))
        return story if made else None

    def show(self) -> None:
        """List the stories, open one, and go to what is chosen in it."""
        self._view.expect_dialog(self._show)

    async def _show(self) -> None:
        from tui.dialogs.stories import StoriesDialog

        counted = await self._store.ask(_count)
        if counted is None:
            return
        story = await self._view.answer_of(StoriesDialog(counted, self._change_stories))
        if story is not None:
            self._chosen = story.id
            await self._show_items(story)

    async def _show_items(self, story: Story) -> None:
        """List what is in a story, and go to the passage that is chosen."""
        from tui.dialogs.story_items import StoryItemsDialog

        items = await self._store.ask(lambda store: store.stories.items(story.id))
        if items is None:
            return

        async def change(
            alter: Callable[[Repository], object],
        ) -> tuple[StoryItem, ...] | None:
            await self._store.change(alter)
            return await self._store.ask(lambda store: store.stories.items(story.id))

        item = await self._view.answer_of(StoryItemsDialog(story, items, change))
        if item is None:
            return
        if item.target is None:
            self._view.say("A note and a source are in no passage")
            return
        self._bookmarks.go_to_passage(item.target)

    async def _change_stories(
        self, alter: Callable[[Repository], object]
    ) -> tuple[tuple[Story, int], ...] | None:
        """Change the stories, and return them as they are then."""
        await self._store.change(alter)
        return await self._store.ask(_count)

    def _what_is_current(self) -> Made | None:
        """Return what makes an item of the row, the selection, the quote or the paragraph here."""
        reading = self._view.reading
        shown = self._panes.sidebar.shown
        if shown.has_focus and shown.cursor is not None:
            return self._of_row(reading, shown.cursor)
        if (selected := self._selection.span) is not None:
            return _passage_item(reading, selected)
        if reading.finding is not None:
            return _quote_item(reading, reading.finding)
        text = self._panes.text
        span = text.paragraph_at(text.top)
        return None if span is None else _passage_item(reading, span)

    def _of_row(self, reading: Reading, key: str) -> Made | None:
        """Return what makes an item of a row of the sidebar."""
        if key.startswith(QUOTE):
            finding = reading.findings.get(QuoteId(key.removeprefix(QUOTE)))
            return None if finding is None else _quote_item(reading, finding)
        if key.startswith(BOOKMARK):
            held = (each.bookmark for each in reading.bookmarks)
            return next((_bookmark_item(reading, b) for b in held if BOOKMARK + b.id == key), None)
        if key.startswith(NOTE):
            return next((_note_item(n) for n in reading.all_notes if NOTE + n.id == key), None)
        if key.startswith(SOURCE):
            sources = (found.source for found in reading.findings)
            named = (each for each in sources if each is not None)
            return next(
                (_source_item(reading, each) for each in named if source_row_key(each) == key),
                None,
            )
        return None


def _count(store: Repository) -> tuple[tuple[Story, int], ...]:
    """Return the stories, each with how many items it has."""
    return tuple((each, len(store.stories.items(each.id))) for each in store.stories.all())


def _quote_item(reading: Reading, finding: AttributedQuote) -> Made:
    from inquit.service.stories import new_item, publication_of

    article, source = reading.article, finding.source
    target = target_of(article, finding.span, reading.inquit_at(finding.span))
    return lambda story_id: new_item(
        story_id,
        StoryItemKind.QUOTE,
        words=format_quote(article.text, finding.quote),
        speaker=source.name if source is not None else "",
        role=(source.role or "") if source is not None else "",
        about=source_key(source, article.id) if source is not None else None,
        target=target,
        publication=publication_of(article),
    )


def _passage_item(reading: Reading, span: Span) -> Made:
    from inquit.service.stories import new_item, publication_of

    article = reading.article
    target = target_of(article, span, reading.inquit_at(span))
    return lambda story_id: new_item(
        story_id,
        StoryItemKind.PASSAGE,
        words=with_marks(article.text, span).of(article.text),
        target=target,
        publication=publication_of(article),
    )


def _bookmark_item(reading: Reading, bookmark: Bookmark) -> Made:
    from inquit.service.stories import new_item, publication_of

    return lambda story_id: new_item(
        story_id,
        StoryItemKind.BOOKMARK,
        words=passage_of(bookmark.target),
        target=bookmark.target,
        publication=publication_of(reading.article),
        note=" — ".join(filter(None, (bookmark.label, bookmark.comment))),
    )


def _note_item(note: Note) -> Made:
    from inquit.service.stories import new_item

    return lambda story_id: new_item(
        story_id,
        StoryItemKind.NOTE,
        words=note.body,
        speaker=note.about_name,
        about=note.about,
    )


def _source_item(reading: Reading, source: Source) -> Made:
    from inquit.service.stories import new_item, publication_of

    return lambda story_id: new_item(
        story_id,
        StoryItemKind.SOURCE,
        speaker=source.name,
        role=source.role or "",
        about=source_key(source, reading.article.id),
        publication=publication_of(reading.article),
    )
