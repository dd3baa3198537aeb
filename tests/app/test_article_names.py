"""What was put back is told with the article that it belongs to, where that is another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inquit.model.annotation import SourceKey
from inquit.model.article import ArticleId
from inquit.store.codec import Record
from inquit.store.reading_state import Recent
from inquit.store.records.bin import Undone
from tests.store.making import bookmark, correction, note
from tui.services.article_names import describe_undone

RECENT = (Recent(reference="/news/port.txt", title="The\x1b port"),)
UNNAMED = replace(note(name="A worker"), about=SourceKey("unnamed:/news/rail.txt#0:m-1"))


@pytest.mark.parametrize(
    ("record", "here", "told"),
    [
        (note(), True, "Put back: note on Ines Castro"),
        (UNNAMED, True, "Put back: note on A worker in rail.txt"),
        (bookmark(), True, "Put back: bookmark on “the port will open”"),
        (
            bookmark(article_id="/news/port.txt"),
            False,
            "Put back: bookmark on “the port will open” in The\\x1b port"
            " (not removed in this window)",
        ),
        (
            correction("/news/rail.txt"),
            True,
            "Put back: correction on “the port will open” in rail.txt",
        ),
    ],
)
def test_another_article_is_named_and_another_window_told(
    record: Record, here: bool, told: str
) -> None:
    undone = Undone(record=record, here=here)
    assert describe_undone(undone, ArticleId("a.txt"), RECENT) == told
