"""Three versions to one: nothing that either side wrote is lost, nothing unchanged counts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inquit.store.records.three_way_merge import merge_documents, merge_text

PARAGRAPHS = st.lists(st.sampled_from(["one", "two", "three", "no", "not now"]), max_size=3)
TEXTS = PARAGRAPHS.map("\n\n".join)


@pytest.mark.parametrize(
    ("base", "theirs", "mine", "kept"),
    [
        ("a", "a", "b", "b"),
        ("a", "b", "a", "b"),
        ("a", "b", "b", "b"),
        ("a", "b", "", "b"),
        ("a", "b", "c", "b\n\nc"),
        ("a", "b\n\nc", "c", "b\n\nc"),
        ("a", "c", "b\n\nc", "b\n\nc"),
        ("a", "not now", "now", "not now\n\nnow"),
        (None, "called back", "called back twice", "called back twice"),
        (None, "called back twice", "called back", "called back twice"),
        (None, "nothing", "no", "nothing\n\nno"),
    ],
)
def test_what_only_one_side_changed_is_its_and_else_both_are_kept(
    base: str | None, theirs: str, mine: str, kept: str
) -> None:
    assert merge_text(base, theirs, mine, "\n\n") == kept


@given(base=TEXTS, theirs=TEXTS, mine=TEXTS)
def test_no_paragraph_that_a_side_added_is_lost(base: str, theirs: str, mine: str) -> None:
    kept = merge_text(base, theirs, mine, "\n\n").split("\n\n")
    added = (set(theirs.split("\n\n")) | set(mine.split("\n\n"))) - set(base.split("\n\n")) - {""}
    assert added <= set(kept)


def _note(body: str, modified: str = "1", **fields: Any) -> dict[str, Any]:
    return {"id": "x", "body": body, "modified": modified, "tags": ["port"], **fields}


def test_each_field_is_merged_by_itself() -> None:
    base = _note("a", label="old", kept="as it was")
    theirs = _note("a", "3", label="theirs", tags=["port", "theirs"], new=1)
    mine = _note("b", "2", label="mine", tags=["port", "mine"])
    assert merge_documents("notes", base, theirs, mine) == {
        "id": "x",
        "body": "b",
        "modified": "3",
        "tags": ["port", "theirs", "mine"],
        "label": "theirs · mine",
        "new": 1,
    }


def test_a_value_that_both_changed_and_that_is_no_text_stays_as_the_store_has_it() -> None:
    base, theirs, mine = ({"target": {"start": n}, "action": "x"} for n in (1, 2, 3))
    assert merge_documents("bookmarks", base, theirs, mine) == theirs


@pytest.mark.parametrize(
    ("table", "base", "theirs", "mine", "kept"),
    [
        ("notes", _note("a"), None, _note("b"), _note("b")),
        ("notes", _note("a"), _note("b"), None, _note("b")),
        ("notes", _note("a"), _note("a"), None, None),
        ("notes", None, None, _note("b"), _note("b")),
        ("notes", {}, _note("b"), None, _note("b")),
        ("entries", {"read": 0}, None, {"read": 1}, None),
        ("entries", {"read": 0}, {"read": 1}, None, None),
        ("entries", None, None, {"read": 1}, {"read": 1}),
    ],
)
def test_an_edit_of_ones_own_words_outlives_a_removal(
    table: str, base: Any, theirs: Any, mine: Any, kept: Any
) -> None:
    assert merge_documents(table, base, theirs, mine) == kept
