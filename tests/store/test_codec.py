"""Records to documents and back, whatever they hold."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import hypothesis.strategies as st
import pytest
from hypothesis import given

from inquit.errors import DocumentError
from inquit.model.annotation import (
    Bookmark,
    Correction,
    Note,
    Target,
    TextPositionSelector,
    TextQuoteSelector,
)
from inquit.model.identity import Identity
from inquit.model.saved_search import SavedSearch
from inquit.model.story import Publication, Story, StoryItem, StoryItemKind
from inquit.store.codec import (
    SCHEMA_VERSION,
    Record,
    decode,
    encode,
    table_of,
)
from inquit.store.field_codec import decode_target, encode_target
from tests.store.making import bookmark, correction, note, story, story_item

MOMENTS = st.datetimes(
    datetime(1990, 1, 2),
    datetime(2200, 1, 1),
    timezones=st.just(UTC),
)
TARGETS = st.builds(
    Target,
    article_id=st.text(),
    text_digest=st.text(),
    position=st.builds(TextPositionSelector, start=st.integers(0), end=st.integers(0)),
    quote=st.builds(TextQuoteSelector, exact=st.text(), prefix=st.text(), suffix=st.text()),
    inquit=st.text(),
)
RECORDS = st.one_of(
    st.builds(
        Bookmark,
        id=st.text(),
        target=TARGETS,
        created=MOMENTS,
        modified=MOMENTS,
        tags=st.lists(st.text()).map(tuple),
    ),
    st.builds(
        SavedSearch,
        id=st.text(),
        name=st.text(),
        query=st.text(),
        created=MOMENTS,
        modified=MOMENTS,
    ),
    st.builds(
        Identity,
        id=st.text(),
        person=st.text(),
        person_name=st.text(),
        key=st.text(),
        name=st.text(),
        articles=st.lists(st.text()).map(tuple),
        created=MOMENTS,
        modified=MOMENTS,
    ),
    st.builds(Story, id=st.text(), name=st.text(), created=MOMENTS, modified=MOMENTS),
    st.builds(
        StoryItem,
        id=st.text(),
        story_id=st.text(),
        kind=st.sampled_from(StoryItemKind),
        place=st.integers(0, 10**6),
        words=st.text(),
        speaker=st.text(),
        role=st.text(),
        about=st.none() | st.text(),
        target=st.none() | TARGETS,
        publication=st.builds(
            Publication, title=st.text(), site=st.text(), published=st.text(), address=st.text()
        ),
        note=st.text(),
        created=MOMENTS,
        modified=MOMENTS,
    ),
    st.builds(Note, id=st.text(), about=st.text(), created=MOMENTS, modified=MOMENTS),
    st.builds(
        Correction,
        id=st.text(),
        target=TARGETS,
        action=st.text(),
        values=st.lists(st.tuples(st.text(), st.text())).map(tuple),
        created=MOMENTS,
    ),
)


@given(record=RECORDS)
def test_every_record_survives_the_way_through_json(record: Record) -> None:
    document = json.loads(json.dumps(encode(record)))
    assert document["schema_version"] == SCHEMA_VERSION
    assert decode(table_of(record), document) == record


@given(target=TARGETS, twin=st.floats(0, 1), framed=st.floats(0, 1))
def test_what_tells_a_passage_apart_survives_too(
    target: Target, twin: float, framed: float
) -> None:
    known = replace(target, twin_share=twin, framed_share=framed)
    assert decode_target(json.loads(json.dumps(encode_target(known)))) == known


def test_a_passage_of_before_is_read_without_what_tells_it_apart() -> None:
    document = encode_target(bookmark().target)
    assert "apart" not in document
    assert decode_target(document).twin_share is None


def test_times_of_other_zones_are_kept_as_the_same_moment() -> None:
    moment = datetime(2026, 3, 1, 8, tzinfo=timezone(timedelta(hours=5)))
    kept = decode("notes", encode(Note(**{**_fields(note()), "created": moment})))
    assert kept.created == moment
    assert kept.created.tzinfo is UTC


@pytest.mark.parametrize("record", [note(), bookmark(), correction(), story(), story_item(story())])
def test_a_document_without_a_field_is_told(record: Record) -> None:
    document = encode(record)
    optional = {"about", "target"} if isinstance(record, StoryItem) else set()
    for name in document.keys() - {"schema_version"} - optional:
        with pytest.raises(DocumentError):
            decode(table_of(record), {key: document[key] for key in document if key != name})
        with pytest.raises(DocumentError):
            decode(table_of(record), {**document, name: 7.5})


def test_a_document_of_no_table_is_told() -> None:
    with pytest.raises(DocumentError):
        decode("letters", encode(note()))


def _fields(record: Note) -> dict[str, object]:
    return {name: getattr(record, name) for name in record.__slots__}
