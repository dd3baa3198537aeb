"""What a bare `inquit` offers."""

from __future__ import annotations

from pathlib import Path

import seeds
from inquit.store.reading_state import ReadingState
from tui.reader.recent_articles import list_recent_articles
from tui.services.load_task import LoadTask


def test_offers_the_last_article_first_then_the_samples(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.")
    state = ReadingState.open(tmp_path / "config")
    state.keep_recent(str(tmp_path / "a.txt"), "A \x1b[1m")
    state.keep_recent("seed:harbour-inquiry", "The inquiry")
    shelf = list_recent_articles(state)
    titles = [item.title for item in shelf.items]
    assert titles[:2] == ["The inquiry", "A \\x1b[1m"]
    assert len(shelf.items) == len(seeds.names()) + 1
    assert shelf.items[1].kind.endswith("a.txt")
    assert shelf.items[1].open(LoadTask()).text == "One."


def test_who_has_read_nothing_is_offered_the_samples(tmp_path: Path) -> None:
    shelf = list_recent_articles(ReadingState.open(tmp_path))
    assert shelf.title == "Samples to begin with"
    assert [item.reference for item in shelf.items] == [f"seed:{each}" for each in seeds.names()]
