"""Stories and what is in them, over the documents that hold them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from inquit.model.story import Story, StoryId, StoryItem, StoryItemId
from inquit.store.codec import STORIES, STORY_ITEMS, encode
from inquit.store.records.annotations import Records
from inquit.store.records.documents import Documents, unknown_record
from inquit.store.records.pending_changes import Changes


class StoryRecords:
    """The stories of one store; what raises raises as the methods of `Repository`."""

    def __init__(self, documents: Documents, records: Records) -> None:
        """Take the documents, and the records over them."""
        self._documents = documents
        self._records = records

    def all(self) -> tuple[Story, ...]:
        """Return the stories, in the order in which they were made."""
        return self._records.all(Story, STORIES, None)

    def items(self, story_id: StoryId | None = None) -> tuple[StoryItem, ...]:
        """Return what is in a story, in its order; or what is in any."""
        wanted = None if story_id is None else (("story",), story_id)
        found = self._records.all(StoryItem, STORY_ITEMS, wanted)
        return tuple(sorted(found, key=lambda item: item.place))

    def add(self, story: Story) -> None:
        """Keep a new story."""
        self._records.keep(story)

    def edit(self, story_id: StoryId, edit: Callable[[Story | None], Story | None]) -> None:
        """Put in a story's place what is made of it as it is now; as `Repository.edit_note`."""
        self._records.edit(Story, (STORIES, story_id), edit)

    def remove(self, story_id: StoryId) -> None:
        """Move a story to the bin, and all that is in it, which comes back with it."""

        def changes() -> Changes:
            moved: Changes = {}
            for item in self.items(story_id):
                moved |= self._documents.moved_to_bin(STORY_ITEMS, item.id, beside=story_id)
            # The story is the last, so that it is what undoing puts back.
            return moved | self._documents.moved_to_bin(STORIES, story_id)

        self._documents.write(changes)

    def add_item(self, item: StoryItem) -> None:
        """Put an item at the end of its story.

        Raises:
            UnknownRecordError: where the story is not there any more.
        """

        def changes() -> Changes:
            if self._documents.find(STORIES, item.story_id) is None:
                raise unknown_record(STORIES, item.story_id)
            last = max((each.place for each in self.items(item.story_id)), default=-1)
            return {(STORY_ITEMS, item.id): encode(replace(item, place=last + 1))}

        self._documents.write(changes)

    def edit_item(
        self, item_id: StoryItemId, edit: Callable[[StoryItem | None], StoryItem | None]
    ) -> None:
        """Put in an item's place what is made of it as it is now; as `Repository.edit_note`."""
        self._records.edit(StoryItem, (STORY_ITEMS, item_id), edit)

    def remove_item(self, item_id: StoryItemId) -> None:
        """Move an item to the bin."""
        self._records.remove(STORY_ITEMS, item_id)

    def move_item(self, item_id: StoryItemId, by: int) -> None:
        """Move an item up or down in its story, as it is in the store now.

        Args:
            item_id: the item.
            by: places; up where it is negative. It stops at either end.

        Raises:
            UnknownRecordError: where there is no such item.
        """

        def changes() -> Changes:
            item = next((each for each in self.items() if each.id == item_id), None)
            if item is None:
                raise unknown_record(STORY_ITEMS, item_id)
            order = list(self.items(item.story_id))
            at = order.index(item)
            order.insert(max(0, min(len(order) - 1, at + by)), order.pop(at))
            return {
                (STORY_ITEMS, each.id): encode(replace(each, place=place))
                for place, each in enumerate(order)
                if each.place != place
            }

        self._documents.write(changes)
