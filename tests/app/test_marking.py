"""Named marks: set, gone to, kept, found again in a changed text."""

from __future__ import annotations

import json
from dataclasses import replace

from tests.app.conftest import TEXT, HandAnalyst, article_of, workers_done
from tests.app.test_correcting import message
from tests.app.test_reader import reader
from widgets.row_list import RowList


async def test_a_mark_is_gone_to_and_come_back_from(desk, article) -> None:
    async with reader(desk, article) as at_work:
        pane = at_work.screen.panes.text
        await at_work.press("2", "0", "j", "quotation_mark", "k")
        marked = pane.top
        assert marked > 0
        assert message(at_work) == "Mark k set; 'k goes here"
        await at_work.press("g", "apostrophe", "k")
        assert pane.top == marked
        await at_work.press("apostrophe", "apostrophe")
        assert pane.top == 0


async def test_a_mark_on_a_quote_makes_it_current_again(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "n", "quotation_mark", "q", "G", "apostrophe", "q")
        assert at_work.current_words == "that the cranes were late [/b]"


async def test_marks_are_listed_by_letter_and_words_and_escape_goes_nowhere(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "quotation_mark", "b", "n", "quotation_mark", "a", "apostrophe")
        rows = at_work.app.screen.query_one(RowList).rows
        assert [(row.sign, row.text) for row in rows] == [
            ("a", "that the cranes were late [/b]"), ("b", "“We are ready,”"),
        ]  # fmt: skip
        await at_work.press("escape")
        assert at_work.current_words == "that the cranes were late [/b]"
        await at_work.press("apostrophe", "z")
        assert message(at_work) == "There is no mark z"


async def test_set_again_at_its_own_place_a_mark_is_taken_away(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "quotation_mark", "a", "quotation_mark", "a")
        assert message(at_work) == "Mark a taken away"
        await at_work.press("apostrophe", "a")
        assert message(at_work) == "There is no mark a"


async def test_marks_outlive_a_restart_and_a_changed_text(desk, restarted, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "n", "quotation_mark", "a")
    changed = replace(
        article_of("Correction: an earlier version was wrong.\n\n" + TEXT), title=article.title
    )
    async with reader(restarted(), changed) as at_work:
        await workers_done(at_work.app)
        await at_work.press("G", "apostrophe", "a")
        assert at_work.current_words == "that the cranes were late [/b]"


async def test_a_mark_whose_words_are_gone_says_so(desk, restarted, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "n", "quotation_mark", "a")
    changed = article_of("Nothing of it is left.\n\nNot a word.")
    again = replace(restarted(), analyst=HandAnalyst(lambda _: []))
    async with reader(again, changed) as at_work:
        await workers_done(at_work.app)
        await at_work.press("apostrophe", "a")
        told = [note.message for note in at_work.app._notifications]
        assert told[-1].startswith("Mark a was on words that are not here any more")


async def test_marks_that_cannot_be_read_count_as_none(desk, restarted, article, tmp_path) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("quotation_mark", "a", "quotation_mark", "a")
        await at_work.press("n", "quotation_mark", "b")
    path = tmp_path / "config" / "reading-state.json"
    held = json.loads(path.read_text("utf-8"))
    held["marks"][article.id]["c"] = {"quote": 7}
    path.write_text(json.dumps(held), "utf-8")
    assert list(restarted().state.marks(article.id)) == ["b"]
