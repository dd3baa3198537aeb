"""The bound on kept pages: the oldest go first, and never what the reader's work points at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from inquit.errors import StoreError
from inquit.model.article import ArticleId
from inquit.store.pages.kept_pages import KeptPage, KeptPages
from inquit.store.pages.page_quota import DEFAULT_LIMIT, limit, make_room, prune, set_limit, size_of
from inquit.store.pages.page_references import find_page_references
from inquit.store.records.drafts import Drafts
from inquit.store.records.repository import Repository
from inquit.store.restore import back_up, restore
from tests.store.making import bookmark, correction, note, target


def _address(number: int) -> str:
    return f"https://herald.example/{number}"


@pytest.fixture
def pages(folder: Path, monkeypatch: pytest.MonkeyPatch) -> KeptPages:
    """Return six pages of two versions each; those with a higher number are newer."""
    kept = KeptPages(folder)
    for number in range(6):
        monkeypatch.setattr(
            "inquit.store.pages.kept_pages._now", lambda n=number: f"2026-03-0{n + 1}"
        )
        for version in "ab":
            page = KeptPage(address=_address(number), url="", text_digest=f"{number}{version}")
            kept.keep(page, f"{number}{version}".encode() * 900)
    return kept


def _left(pages: KeptPages) -> set[str]:
    return {page.text_digest for _, page in pages.all()}


def test_the_oldest_go_first_until_the_rest_fits(pages: KeptPages) -> None:
    before = size_of(pages)
    pruned = prune(pages, before * 2 // 3)
    digests = [page.text_digest for page in pruned.removed]
    assert digests == sorted(digests)
    assert digests[0] == "0a"
    assert size_of(pages) == pruned.size == before - pruned.freed <= before * 2 // 3
    assert _left(pages).isdisjoint(digests)
    assert pruned.describe().startswith(
        f"{len(digests)} kept versions of pages of 2026-03-01 to 2026"
    )
    assert prune(pages, before).describe() == "nothing was removed"


def test_what_bookmarks_corrections_and_the_bin_point_at_stays(
    pages: KeptPages, folder: Path
) -> None:
    with Repository.open(folder) as repository:
        for number, make in enumerate((bookmark, correction, bookmark)):
            made = make()
            at = replace(target(), article_id=ArticleId(_address(number)), text_digest=f"{number}a")
            made = replace(made, target=at)
            if number == 1:
                repository.add_correction(made)
            else:
                repository.add_bookmark(made)
        repository.remove_bookmark(made.id)
    prune(pages, 0)
    assert _left(pages) == {"0a", "1a", "2a"}


def test_all_versions_stay_of_a_page_marked_in_a_text_that_is_none_of_them(
    pages: KeptPages, folder: Path
) -> None:
    with Repository.open(folder) as repository:
        at = replace(target(), article_id=ArticleId(_address(3)), text_digest="of all its text")
        repository.add_bookmark(replace(bookmark(), target=at))
    prune(pages, 0)
    assert _left(pages) == {"3a", "3b"}


def test_a_page_stays_that_a_note_on_an_unnamed_source_or_a_draft_names(
    pages: KeptPages, folder: Path
) -> None:
    with Repository.open(folder) as repository:
        about = f"unnamed:{_address(4)}#s1"
        repository.add_note(replace(note(), about=about))  # type: ignore[arg-type]
    Drafts.open(folder).keep(f"bookmark:{_address(5)}", "half a word")
    prune(pages, 0)
    assert _left(pages) == {"4a", "4b", "5a", "5b"}


def test_what_could_not_be_saved_yet_holds_its_page_too(pages: KeptPages, folder: Path) -> None:
    at = replace(target(), article_id=ArticleId(_address(2)), text_digest="2b")
    with Repository.open(folder) as repository:
        documents = repository._documents
        repository.add_bookmark(replace(bookmark(), target=at))
        documents.write(lambda: {("unheard-of", "x"): {"id": "x", "target": {"article_id": "y"}}})
        assert ("y", "None") in find_page_references(folder).passages
    prune(pages, 0)
    assert _left(pages) == {"2b"}


def test_nothing_goes_while_it_is_not_sure_what_is_pointed_at(
    pages: KeptPages, folder: Path
) -> None:
    with Repository.open(folder) as repository:
        repository.add_note(note())
    (folder / "inquit.json").write_bytes(b"{")
    before = _left(pages)
    with pytest.raises(StoreError, match="not sure"):
        prune(pages, 0)
    assert _left(pages) == before
    prune(pages, 0)
    assert _left(pages) == set()


def test_room_is_made_only_where_there_is_too_much_and_the_page_at_hand_is_spared(
    pages: KeptPages,
) -> None:
    assert limit() == DEFAULT_LIMIT
    assert make_room(pages) is None
    oldest = next(page for _, page in pages.all())
    set_limit(100)
    pruned = make_room(pages, oldest)
    assert pruned is not None
    assert _left(pages) == {oldest.text_digest}


def test_pages_that_were_set_aside_go_first(pages: KeptPages) -> None:
    (path, page) = next(pages.all())
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(StoreError, match="set aside"):
        pages.data(page)
    before = size_of(pages)
    assert prune(pages, before - 1).describe() == "0.0 MB of damaged pages were removed"
    assert not (pages.folder / "damaged").exists()


@pytest.mark.parametrize("held", ["", "{", '{"limit": "x"}', '{"limit": -1}', "[]"])
def test_a_limit_that_cannot_be_read_is_the_usual_one(tmp_path: Path, held: str) -> None:
    set_limit(7)
    (tmp_path / "config" / "pages.json").write_text(held)
    assert limit() == DEFAULT_LIMIT


def test_it_is_told_that_backups_still_hold_what_was_removed(
    pages: KeptPages, folder: Path
) -> None:
    (copy,) = back_up(folder)
    pruned = prune(pages, 0)
    assert pruned.describe().endswith("; backups still hold 12 of them")
    restore(folder, copy.name)
    assert len(_left(pages)) == 12
