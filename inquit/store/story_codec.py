"""Stories and their items as the fields of documents, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from inquit.model.annotation import SourceKey
from inquit.model.story import Publication, Story, StoryId, StoryItem, StoryItemId, StoryItemKind
from inquit.store.field_codec import (
    Document,
    decode_offset,
    decode_target,
    decode_text,
    decode_time,
    encode_target,
)

_PUBLICATION = ("title", "site", "published", "address")


def story_fields(story: Story) -> Document:
    """Return the fields of a story but its id and its times."""
    return {"name": story.name}


def item_fields(item: StoryItem) -> Document:
    """Return the fields of an item but its id and its times."""
    return {
        "story": str(item.story_id),
        "kind": item.kind.value,
        "place": item.place,
        "words": item.words,
        "speaker": item.speaker,
        "role": item.role,
        "publication": asdict(item.publication),
        "note": item.note,
        **({"about": str(item.about)} if item.about is not None else {}),
        **({"target": encode_target(item.target)} if item.target is not None else {}),
    }


def decode_story(document: Mapping[str, Any]) -> Story:
    """Return the story of a document; raises as `codec.decode` catches."""
    return Story(
        id=StoryId(decode_text(document["id"])),
        name=decode_text(document["name"]),
        created=decode_time(document["created"]),
        modified=decode_time(document["modified"]),
    )


def decode_item(document: Mapping[str, Any]) -> StoryItem:
    """Return the item of a document; raises as `codec.decode` catches."""
    about, target = document.get("about"), document.get("target")
    published = document["publication"]
    return StoryItem(
        id=StoryItemId(decode_text(document["id"])),
        story_id=StoryId(decode_text(document["story"])),
        kind=StoryItemKind(document["kind"]),
        place=decode_offset(document["place"]),
        words=decode_text(document["words"]),
        speaker=decode_text(document["speaker"]),
        role=decode_text(document["role"]),
        about=SourceKey(decode_text(about)) if about is not None else None,
        target=decode_target(target) if target is not None else None,
        publication=Publication(**{name: decode_text(published[name]) for name in _PUBLICATION}),
        note=decode_text(document["note"]),
        created=decode_time(document["created"]),
        modified=decode_time(document["modified"]),
    )
