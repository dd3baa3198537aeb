"""Makes new stories and items, with their ids and times."""

from __future__ import annotations

from datetime import UTC, datetime
from unicodedata import normalize

from inquit.model.annotation import SourceKey, Target
from inquit.model.article import Article
from inquit.model.story import Publication, Story, StoryId, StoryItem, StoryItemId, StoryItemKind
from inquit.store.records.repository import new_id


def new_story(name: str) -> Story:
    """Return a new story, made now; its name is on one line."""
    now = datetime.now(UTC)
    line = " ".join(normalize("NFC", name).split())
    return Story(id=StoryId(new_id()), name=line, created=now, modified=now)


def new_item(
    story_id: StoryId,
    kind: StoryItemKind,
    *,
    words: str = "",
    speaker: str = "",
    role: str = "",
    about: SourceKey | None = None,
    target: Target | None = None,
    publication: Publication | None = None,
    note: str = "",
) -> StoryItem:
    """Return a new item, made now; what it takes is said at `StoryItem`."""
    now = datetime.now(UTC)
    return StoryItem(
        id=StoryItemId(new_id()),
        story_id=story_id,
        kind=kind,
        place=0,
        words=words,
        speaker=speaker,
        role=role,
        about=about,
        target=target,
        publication=publication or Publication(),
        note=note,
        created=now,
        modified=now,
    )


def publication_of(article: Article) -> Publication:
    """Return where an article was published, as far as it says."""
    return Publication(
        title=article.display_title,
        site=article.site or "",
        published=article.published or "",
        address=article.id if "://" in article.id else article.origin,
    )
