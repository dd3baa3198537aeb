"""Stories: what the reader gathers, checked against the articles at hand, and exported."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

from inquit.errors import UnknownRecordError
from inquit.export.pull_sheet import (
    PullSheet,
    PullSheetEntry,
    describe_publication,
    describe_speaker,
)
from inquit.export.pull_sheet_html import render_html
from inquit.export.pull_sheet_markdown import render_markdown
from inquit.model.article import Article, ArticleId
from inquit.model.span import Span
from inquit.model.story import Publication, Story, StoryItem, StoryItemKind
from inquit.store.codec import encode
from inquit.store.records.repository import Repository
from inquit.store.records.story_factory import new_item, new_story, publication_of
from inquit.store.records.three_way_merge import BETWEEN, merge_text
from inquit.verification.draft import read_quotation
from inquit.verification.judging import verify
from inquit.verification.verdict import Status

__all__ = [
    "PULL_SHEETS",
    "Publication",
    "PullSheet",
    "PullSheetEntry",
    "Story",
    "StoryItem",
    "StoryItemKind",
    "check_items",
    "describe_publication",
    "describe_speaker",
    "find_story",
    "new_item",
    "new_story",
    "publication_of",
    "rewrite_note",
    "stories_json",
    "story_json",
]

PULL_SHEETS = {"markdown": render_markdown, "html": render_html}
"""How a story is exported, by the format's name."""

NOT_AT_HAND = "not checked, as the article is not at hand"
_STATES = {
    Status.VERBATIM: "verbatim in the article",
    Status.INDIRECT: "in the article, without quotation marks",
    Status.JOINED: "in the article, in several places",
}
_GONE = "not in the article any more as it was"


def find_story(store: Repository, named: str) -> Story:
    """Return the story that has an id, or else the only one of a name.

    Raises:
        UnknownRecordError: there is none, or there are several.
    """
    stories = store.stories.all()
    by_name = [each for each in stories if each.name.casefold() == named.casefold()]
    found = [each for each in stories if each.id == named] or by_name
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownRecordError(f"{len(found)} stories are called {named}; name one by its id")
    raise UnknownRecordError(f"There is no story called {named}")


def rewrite_note(store: Repository, item: StoryItem, note: str) -> None:
    """Put another note to an item; what another window wrote there meanwhile stays, too.

    Args:
        store: the store.
        item: the item as it was when the note was opened.
        note: what it is to say; empty for nothing.

    Raises:
        UnknownRecordError: the item is not there any more.
        StoreError: it could not be written.
    """

    def edit(held: StoryItem | None) -> StoryItem:
        if held is None:
            raise UnknownRecordError("It is not in the story any more: it was removed elsewhere")
        kept = merge_text(item.note, held.note, note, BETWEEN["note"]) if note else ""
        words = held.note if not note and held.note != item.note else kept
        return replace(held, note=words, modified=datetime.now(UTC))

    store.stories.edit_item(item.id, edit)


def check_items(
    items: Iterable[StoryItem], article_at_hand: Callable[[ArticleId], Article | None]
) -> tuple[PullSheetEntry, ...]:
    """Return items, each with whether its words are still those of its article.

    Args:
        items: the items.
        article_at_hand: returns an article that can be had without asking anybody, or None.
    """
    opened = cache(article_at_hand)
    return tuple(PullSheetEntry(item=each, state=_state(each, opened)) for each in items)


def stories_json(stories: Iterable[tuple[Story, int]]) -> str:
    """Return stories, each with how many items it has, as a JSON array, in ASCII."""
    return json.dumps([encode(each) | {"items": count} for each, count in stories], indent=2)


def story_json(sheet: PullSheet) -> str:
    """Return a story with its items as JSON, in ASCII."""
    items = [encode(each.item) | {"state": each.state} for each in sheet.entries]
    return json.dumps(encode(sheet.story) | {"items": items}, indent=2)


def _state(item: StoryItem, opened: Callable[[ArticleId], Article | None]) -> str:
    """Return in words whether an item's words are still in its article; empty for none."""
    if item.target is None:
        return ""
    quotation = read_quotation(item.words, (Span(0, len(item.words)),))
    article = opened(item.target.article_id)
    if article is None or quotation is None:
        return NOT_AT_HAND
    (verdict,) = verify([quotation], [article], lambda _: None)
    if verdict.differences:
        return _GONE
    return _STATES.get(verdict.status, _GONE)
