"""What was written in a text, shown where the text is now."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from inquit.correcting.actions import NotAQuote
from inquit.model.annotation import source_key, target_of
from inquit.model.article import Article, ArticleId
from inquit.model.correction import Proposal
from inquit.model.span import Span
from inquit.store.pages.kept_pages import KeptPages
from inquit.store.records.record_factory import new_bookmark, new_correction, new_note
from inquit.store.records.repository import Repository
from tests.app.conftest import TEXT, article_of, whole_batch
from tests.app.test_correcting import message
from tests.app.test_reader import Reader, reader
from tests.app.test_visiting import until
from tui.dialogs.confirm import Confirm
from tui.dialogs.picker import Picker
from tui.services.dependencies import ReaderServices

MARKED = Span(TEXT.index("We are"), TEXT.index("We are") + 13)
LATE = TEXT.index("Paragraph 40")


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"INQUIT_{name}_DIR", str(tmp_path / name.lower()))


def _article_at(path: Path) -> Article:
    return replace(article_of(TEXT), id=ArticleId(str(path)))


@pytest.fixture
def first(tmp_path: Path, desk: ReaderServices) -> Article:
    """Return the article in a file in which something of every kind is written."""
    path = tmp_path.resolve() / "first.txt"
    path.write_text(TEXT, encoding="utf-8")
    article = _article_at(path)
    unnamed = next(s for s in whole_batch(article).sources if s.name == "A dock worker")
    struck = Span(TEXT.index("Who moved"), TEXT.index("” somebody"))
    wrong = Proposal(span=struck, action=NotAQuote.name)
    with Repository.open(tmp_path / "data") as store:
        store.add_bookmark(new_bookmark(article, MARKED))
        store.add_correction(new_correction(article, wrong))
        store.add_note(new_note(unnamed.name, "night shift", about=source_key(unnamed, article.id)))
    desk.state.keep_mark(article.id, "a", target_of(article, MARKED))
    desk.state.keep_position(article.id, LATE, article.text_digest)
    return article


def _moved(first: Article) -> Article:
    path = Path(first.id)
    return _article_at(path.rename(path.with_name("moved.txt")))


def _seen(at_work: Reader) -> tuple[object, ...]:
    reading = at_work.screen.reading
    assert reading is not None
    worker = next(s for s, _ in reading.findings.sources() if s and s.name == "A dock worker")
    return (
        [item.span for item in reading.bookmarks],
        len(reading.findings),
        [note.body for note in reading.notes_on(worker)],
    )


ALL, NOTHING = ([MARKED], 4, ["night shift"]), ([], 5, [])


async def test_what_was_written_is_shown_at_once_in_the_moved_file(desk, first) -> None:
    async with reader(desk, _moved(first)) as at_work:
        assert _seen(at_work) == ALL
        assert at_work.screen.panes.text.top == LATE
        told = [note.message for note in at_work.app._notifications]
        assert told == [f"What was written in {first.id} is shown here; = makes it this file's"]
        await at_work.press("apostrophe", "a")
        assert at_work.screen.panes.text.top <= MARKED.start < at_work.screen.panes.text.bottom


async def test_it_becomes_the_files_only_when_that_is_confirmed(desk, restarted, first) -> None:
    moved = _moved(first)
    async with reader(desk, moved) as at_work:
        for answer, ids in (("n", {first.id}), ("y", {moved.id})):
            await at_work.press("equals_sign")
            await until(at_work, lambda: isinstance(at_work.app.screen, Confirm))
            await at_work.press(answer)
            await at_work.settle()
            held = await desk.store.ask(lambda store: store.bookmarks())
            assert {mark.target.article_id for mark in held} == ids
            assert _seen(at_work) == ALL
        assert message(at_work).startswith("3 records are this file's now")
        assert KeptPages(desk.data).newest(moved.id) is not None
        await at_work.press("equals_sign")
        await at_work.settle()
        assert message(at_work) == "Nothing that was written in another place fits this text"
    Path(first.id).write_text(TEXT, encoding="utf-8")
    async with reader(restarted(), _article_at(Path(first.id))) as at_work:
        assert _seen(at_work) == NOTHING
        await at_work.press("apostrophe", "a")
        assert message(at_work) == "There is no mark a"


async def test_a_copy_beside_its_first_has_nothing_of_it(desk, first) -> None:
    copy = Path(first.id).with_name("copy.txt")
    shutil.copy(first.id, copy)
    async with reader(desk, _article_at(copy)) as at_work:
        assert _seen(at_work) == NOTHING
        assert at_work.screen.panes.text.top == 0
        assert list(at_work.app._notifications) == []


async def test_a_place_alone_is_found_again_without_a_word(desk, tmp_path) -> None:
    gone, there = tmp_path.resolve() / "gone.txt", tmp_path.resolve() / "there.txt"
    there.write_text(TEXT)
    desk.state.keep_position(ArticleId(str(gone)), LATE, article_of(TEXT).text_digest)
    async with reader(desk, _article_at(there)) as at_work:
        assert at_work.screen.panes.text.top == LATE
        assert list(at_work.app._notifications) == []


async def test_a_mark_that_was_made_before_the_move_is_taken_away_for_good(desk, first) -> None:
    async with reader(desk, _moved(first)) as at_work:
        await at_work.press("g", "n", "quotation_mark", "a", "apostrophe", "a")
        assert message(at_work) == "There is no mark a"


PIPED = replace(article_of("“We are ready,” said Ada Byrne.\nIt rained."), id=ArticleId("sha256:1"))


async def test_the_text_is_kept_in_which_a_note_on_a_name_was_written(desk) -> None:
    piped = replace(article_of(TEXT), id=ArticleId("sha256:2"))
    async with reader(desk, piped) as at_work:
        await at_work.press("n", "e", "x", "escape")
        await at_work.settle()
    assert KeptPages(desk.data).newest(piped.id) is not None


@pytest.mark.parametrize("keys", [("m",), ("quotation_mark", "a")])
async def test_piped_text_that_carries_a_mark_opens_again(desk, keys) -> None:
    async with reader(desk, PIPED) as at_work:
        assert desk.state.recent() == ()
        await at_work.press(*keys)
        await at_work.settle()
        kept = KeptPages(desk.data).newest(PIPED.id)
        assert kept is not None
        assert kept.title == PIPED.title
        assert [each.reference for each in desk.state.recent()] == [PIPED.id]


async def test_a_bookmark_in_piped_text_is_listed_by_title_and_leads_to_it(desk, article) -> None:
    async with reader(desk, PIPED) as at_work:
        await at_work.press("m")
        at_work.screen.controllers.articles.visit(article)
        await at_work.settle()
        await at_work.press("B")
        await until(at_work, lambda: isinstance(at_work.app.screen, Picker))
        (row,) = at_work.app.screen._list.rows  # type: ignore[attr-defined]
        assert row.tail == "Harbour [b]news[/b]"
        await at_work.press("enter")
        await until(at_work, lambda: at_work.screen.reading.article.id == PIPED.id)
        reading = at_work.screen.reading
        assert reading is not None
        assert reading.article.text == PIPED.text
        assert [item.span for item in reading.bookmarks] == [PIPED.block_spans[0]]


async def test_text_in_which_a_letter_stands_from_before_is_kept_as_it_is_opened(desk) -> None:
    desk.state.keep_mark(PIPED.id, "a", target_of(PIPED, PIPED.block_spans[0]))
    async with reader(desk, PIPED) as at_work:
        await at_work.settle()
    assert len(KeptPages(desk.data).versions(PIPED.id)) == 1


async def test_piped_text_that_was_only_read_is_not_kept(desk) -> None:
    async with reader(desk, PIPED) as at_work:
        await at_work.press("G", "q")
    assert KeptPages(desk.data).versions(PIPED.id) == ()
    assert desk.state.position(PIPED.id) is not None


async def test_the_text_is_kept_though_one_leaves_at_once(desk) -> None:
    async with reader(desk, PIPED) as at_work:
        await at_work.pilot.press("m", "q")
    with Repository.open(desk.data) as store:
        assert [mark.target.article_id for mark in store.bookmarks()] == [PIPED.id]
    assert len(KeptPages(desk.data).versions(PIPED.id)) == 1
