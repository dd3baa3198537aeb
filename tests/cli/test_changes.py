"""What changed between two texts of an article."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inquit.model.article import article_of
from tui.reader.text_changes import (
    ChangeKind,
    changes_between,
    move_offset,
    summarize_changes,
    word_changes,
)

BEFORE = article_of("The title\n\nThe harbour opens on Monday.\n\nFirst.\n\nThe end comes.")
AFTER = article_of(
    "The title\n\nThe harbour opens on Tuesday.\n\nA new paragraph altogether.\n\nThe end comes."
)


def test_paragraphs_are_kept_changed_added_or_removed() -> None:
    made = changes_between(BEFORE, AFTER)
    kinds = [change.kind.value for change in made]
    assert kinds == ["kept", "changed", "removed", "added", "kept"]
    assert summarize_changes(made) == "1 changed, 1 added, 1 removed"


def test_the_same_text_has_no_changes() -> None:
    assert summarize_changes(changes_between(BEFORE, BEFORE)) == ""


def test_words_are_told_apart() -> None:
    assert list(word_changes("on Monday at seven", "on Tuesday at seven")) == [
        (ChangeKind.KEPT, "on"),
        (ChangeKind.REMOVED, "Monday"),
        (ChangeKind.ADDED, "Tuesday"),
        (ChangeKind.KEPT, "at seven"),
    ]


def test_a_place_moves_with_its_paragraph() -> None:
    made = changes_between(BEFORE, AFTER)
    old, new = BEFORE.text.index("end comes"), AFTER.text.index("end comes")
    assert move_offset(made, old) == new
    assert move_offset(made, 0) == 0


PARAGRAPHS = st.lists(st.sampled_from(["One.", "Two two.", "Three.", "Four four."]), max_size=8)


@given(PARAGRAPHS, PARAGRAPHS)
def test_every_paragraph_of_both_texts_is_there_once_and_in_order(old, new) -> None:
    before, after = article_of("\n\n".join(old)), article_of("\n\n".join(new))
    made = changes_between(before, after)
    assert tuple(c.before for c in made if c.before) == before.block_spans
    assert tuple(c.after for c in made if c.after) == after.block_spans
    for offset in range(len(before.text)):
        assert 0 <= move_offset(made, offset) <= len(after.text)
