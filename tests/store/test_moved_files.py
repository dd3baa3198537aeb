"""Files that were moved: known again by their text, and never taken for copies."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import pytest

from inquit.model.annotation import SourceKey, target_of
from inquit.model.article import Article, ArticleId, article_of
from inquit.model.span import Span
from inquit.service.reading_state import keep_named_mark, last_position, named_marks
from inquit.store.reading_state import ReadingState
from inquit.store.records.moved_files import find_former_ids, is_gone, path_of
from inquit.store.records.record_factory import new_bookmark, new_note
from inquit.store.records.relocation import list_annotated_texts
from inquit.store.records.repository import Repository
from tests.store.making import correction

TEXT = "“No,” said Ann Lee. It rained."


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path.resolve() / "home"
    home.mkdir()
    return home


def _file(path: Path, text: str = TEXT) -> Article:
    path.write_text(text, encoding="utf-8")
    return article_of(text, article_id=str(path))


def _known(*articles: Article) -> list[tuple[ArticleId, str]]:
    return [(article.id, article.text_digest) for article in articles]


def test_a_file_that_was_moved_is_known_by_its_text(home: Path) -> None:
    old = _file(home / "a.txt")
    (home / "a.txt").rename(home / "b.txt")
    new = article_of(TEXT, article_id=str(home / "b.txt"))
    assert find_former_ids(new, _known(old)) == (old.id,)
    assert find_former_ids(new, [(old.id, old.text_digest[:12])]) == (old.id,)
    assert find_former_ids(replace(new, text_digest="another"), _known(old)) == ()


def test_a_file_whose_folder_is_gone_was_moved_too(home: Path) -> None:
    old = article_of(TEXT, article_id=str(home / "folder" / "deeper" / "a.txt"))
    assert find_former_ids(_file(home / "a.txt"), _known(old)) == (old.id,)
    assert is_gone(str(home / "a.txt" / "below a file"))


def test_a_copy_is_no_moved_file_even_where_the_first_was_changed_since(home: Path) -> None:
    first, copy = _file(home / "a.txt"), _file(home / "b.txt")
    assert find_former_ids(copy, _known(first)) == ()
    assert find_former_ids(first, _known(copy)) == ()
    (home / "a.txt").write_text("changed since")
    assert find_former_ids(copy, _known(first)) == ()


@pytest.mark.parametrize("other", ["sha256:1", "seed:x", "https://a.example/", "d/0"])
def test_only_files_move(home: Path, other: str) -> None:
    file, elsewhere = _file(home / "a.txt"), article_of(TEXT, article_id=other)
    assert find_former_ids(file, _known(elsewhere)) == ()
    gone = article_of(TEXT, article_id=str(home / "gone"))
    assert find_former_ids(elsewhere, _known(gone)) == ()


def test_the_same_file_under_another_spelling_is_it_whatever_its_text(home: Path) -> None:
    new = _file(home / normalize("NFC", "é.txt"))
    old = replace(new, id=ArticleId(str(home / normalize("NFD", "é.txt"))), text_digest="older")
    os.link(home / normalize("NFC", "é.txt"), home / normalize("NFD", "é.txt"))
    assert find_former_ids(new, _known(old)) == (old.id,)
    (home / normalize("NFD", "é.txt")).unlink()
    _file(home / normalize("NFD", "é.txt"), "a file of its own")
    assert find_former_ids(new, _known(old)) == ()


def test_a_name_that_is_not_utf_8_is_found_by_what_is_written_for_it(home: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(home) + b"/caf\xe9.txt"))
    path.write_text(TEXT)
    assert path_of(f"{home}/caf\\xe9.txt") == path
    assert not is_gone(f"{home}/caf\\xe9.txt")
    (home / "caf\\xe9.txt").write_text(TEXT)
    assert path_of(f"{home}/caf\\xe9.txt") == home / "caf\\xe9.txt"


def test_all_that_was_written_in_a_file_follows_it_in_one_write(folder: Path, home: Path) -> None:
    old, other = _file(home / "a.txt"), _file(home / "other.txt", "Another text.")
    new = ArticleId(str(home / "b.txt"))
    with Repository.open(folder) as store:
        mark, removed = (new_bookmark(old, Span(0, 5)) for _ in range(2))
        wrong = replace(correction(), target=target_of(old, Span(0, 5)))
        source = f"{old.text_digest[:12]}:s0"
        unnamed = new_note("a man", "x", about=SourceKey(f"unnamed:{old.id}#{source}"))
        named, untouched = new_note("Ann Lee", "y"), new_bookmark(other, Span(0, 7))
        for bookmark in (mark, removed, untouched):
            store.add_bookmark(bookmark)
        store.add_correction(wrong)
        store.add_note(unnamed)
        store.add_note(named)
        store.remove_bookmark(removed.id)
        assert set(list_annotated_texts(store)) == {
            (old.id, old.text_digest),
            (old.id, old.text_digest[:12]),
            (other.id, other.text_digest),
        }
        assert store.relocate([old.id], new) == 3
        assert store.relocate([old.id], new) == 0
    with Repository.open(folder) as store:
        store.undo()
        assert {each.id for each in store.bookmarks(new)} == {mark.id, removed.id}
        assert store.bookmarks(old.id) == ()
        assert store.bookmarks(other.id) == (untouched,)
        assert [each.id for each in store.corrections(new)] == [wrong.id]
        assert store.notes(SourceKey(f"unnamed:{new}#{source}"))[0].body == "x"
        assert named in store.notes()


def test_the_place_and_the_marks_are_found_before_and_after_they_follow(home: Path) -> None:
    state = ReadingState.open(home)
    old = article_of(TEXT, article_id=str(home / "a.txt"))
    new = _file(home / "b.txt")
    state.keep_position(old.id, 12, old.text_digest)
    state.keep_mark(old.id, "a", target_of(old, Span(0, 5)))
    state.keep_mark(old.id, "b", target_of(old, Span(2, 4)))
    assert last_position(new, state) == 12
    assert last_position(replace(new, text_digest="0" * 64), state) == 0
    keep_named_mark(new, "c", target_of(new, Span(6, 10)), state)
    keep_named_mark(new, "b", None, state)
    found = {letter: at.position.start for letter, at in named_marks(new, state).items()}
    assert found == {"a": 0, "c": 6}
    state.relocate([old.id], new.id)
    again = ReadingState.open(home)
    assert again.position(new.id) == 12
    assert again.position(old.id) is None
    assert again.marks(old.id) == {}
    assert {letter: at.article_id for letter, at in again.marks(new.id).items()} == {
        "a": new.id,
        "c": new.id,
    }


def test_what_was_remembered_since_stays_and_a_taken_letter_is_no_loss(home: Path) -> None:
    state = ReadingState.open(home)
    old = article_of(TEXT, article_id=str(home / "a.txt"))
    new = _file(home / "b.txt")
    for article, place in ((old, 12), (new, 3)):
        state.keep_position(article.id, place, article.text_digest)
        state.keep_mark(article.id, "a", target_of(article, Span(place, place + 2)))
    state.relocate([old.id], new.id)
    assert state.position(new.id) == 3
    marks = {letter: at.position.start for letter, at in state.marks(new.id).items()}
    assert marks == {"a": 3, "b": 12}


def test_the_place_in_a_copy_is_not_that_in_the_first(home: Path) -> None:
    state = ReadingState.open(home)
    first, copy = _file(home / "a.txt"), _file(home / "b.txt")
    state.keep_position(first.id, 12, first.text_digest)
    assert last_position(copy, state) == 0
