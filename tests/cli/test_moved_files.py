"""What was written in a text, found again where the text is now."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from inquit.correcting.actions import Attribute
from inquit.errors import InputError
from inquit.model.article import ArticleId
from inquit.model.correction import Proposal
from inquit.model.span import Span
from inquit.service.articles import open_file
from inquit.store.folders import config_dir
from inquit.store.reading_state import ReadingState
from inquit.store.records.record_factory import new_correction
from tui.cli.commands import app
from tui.cli.user_store import user_store
from tui.services.article_list import list_articles
from tui.services.load_task import LoadTask

WORDS = "Rain at the pier\n\n“No,” said Ann Lee. “Yes,” said Bob Smith.\n"


def _run(*arguments: str, code: int = 0, given: str | None = None) -> Result:
    shown = CliRunner().invoke(app, list(arguments), input=given)
    assert shown.exit_code == code, shown.output
    return shown


def _speakers(path: Path) -> list[str]:
    printed = _run("extract", "-f", "jsonl", str(path))
    return [quote["speaker"]["canonical"] for quote in json.loads(printed.stdout)["quotes"]]


def _bookmarks() -> list[list[str]]:
    lines = _run("bookmarks", "list").stdout.splitlines()
    return [line.split("\t")[1:] for line in lines]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path.resolve() / "a.txt"
    path.write_text(WORDS, encoding="utf-8")
    return path


def _credit_cy(path: Path) -> None:
    article = open_file(path)
    start = article.text.index("“No,”")
    span = Span(start + 1, start + 4)
    values = (("name", "Cy Young"),)
    wrong = Proposal(span=span, action=Attribute.name, values=values)
    with user_store() as store:
        store.add_correction(new_correction(article, wrong))


def test_a_mark_on_piped_text_leads_back_to_it() -> None:
    _run("bookmarks", "add", "-", "--exact", "Bob Smith", given=WORDS)
    ((_, words, article_id, _, title, _, state),) = _bookmarks()
    assert (words, title, state) == ("Bob Smith", "Rain at the pier", "holds")
    assert article_id.startswith("sha256:")
    printed = _run("read", "--plain", "--no-analysis", article_id).stdout
    assert "“Yes,” said Bob Smith." in printed
    assert json.loads(_run("extract", "-f", "jsonl", article_id).stdout)["id"] == article_id
    listed = _run("store", "pages").stdout.splitlines()[0].split("\t")
    assert (listed[0], *listed[3:]) == ("!", article_id, "Rain at the pier")


def test_kept_text_can_be_one_of_several_to_pick_from(file: Path) -> None:
    _run("bookmarks", "add", "-", "--exact", "Bob Smith", given=WORDS)
    kept = _bookmarks()[0][2]
    shelf = list_articles([str(file), kept])
    assert shelf is not None
    assert shelf.items[-1].open(LoadTask()).id == kept
    with pytest.raises(InputError, match="no such file"):
        list_articles([str(file), "sha256:none"])


def test_text_that_carries_nothing_is_not_kept() -> None:
    article_id = json.loads(_run("extract", "-", "-f", "jsonl", given=WORDS).stdout)["id"]
    shown = _run("read", "--plain", article_id, code=2)
    assert "no such file" in shown.stderr


def test_a_file_that_is_gone_is_read_as_it_was_when_it_was_marked(file: Path) -> None:
    _run("bookmarks", "add", str(file), "--exact", "Bob Smith")
    file.unlink()
    assert "“Yes,” said Bob Smith." in _run("read", "--plain", "--no-analysis", str(file)).stdout
    _run("read", "--plain", str(file.with_name("never there")), code=2)


def test_a_correction_holds_in_the_moved_file_and_not_in_a_copy(file: Path) -> None:
    _credit_cy(file)
    moved = file.with_name("b.txt")
    shutil.copy(file, moved)
    assert _speakers(moved) == ["Ann Lee", "Bob Smith"]
    assert _speakers(file) == ["Cy Young", "Bob Smith"]
    file.unlink()
    assert _speakers(moved) == ["Cy Young", "Bob Smith"]


def test_what_was_written_becomes_the_moved_files_when_that_is_asked_for(file: Path) -> None:
    _run("bookmarks", "add", str(file), "--exact", "Bob Smith")
    _credit_cy(file)
    state, moved = ReadingState.open(config_dir()), file.with_name("b.txt")
    state.keep_position(open_file(file).id, 12, open_file(file).text_digest)
    file.rename(moved)
    told = _run("store", "moved", str(moved)).stdout
    assert told.startswith(f"{moved}: 2 records are this file's now")
    assert [row[2] for row in _bookmarks()] == [str(moved)]
    assert ReadingState.open(config_dir()).position(open_file(moved).id) == 12
    file.write_text(WORDS)
    assert _speakers(file) == ["Ann Lee", "Bob Smith"]
    assert _speakers(moved) == ["Cy Young", "Bob Smith"]


def test_a_correction_in_kept_text_is_known_to_hold(file: Path) -> None:
    _run("bookmarks", "add", "-", "--exact", "Bob Smith", given=WORDS)
    _credit_cy(file)
    with user_store() as store:
        store.relocate([open_file(file).id], ArticleId(_bookmarks()[0][2]))
    assert _run("corrections", "list").stdout.endswith("\tholds\n")


def test_a_copy_takes_nothing_from_the_first(file: Path) -> None:
    _run("bookmarks", "add", str(file), "--exact", "Bob Smith")
    copy = file.with_name("b.txt")
    shutil.copy(file, copy)
    shown = _run("store", "moved", str(copy), code=2)
    assert "nothing was written in a file that is gone" in shown.stderr
    assert [row[2] for row in _bookmarks()] == [str(file)]


def test_a_file_that_was_changed_as_it_was_moved_is_named_by_its_old_path(file: Path) -> None:
    _run("bookmarks", "add", str(file), "--exact", "Bob Smith")
    moved = file.with_name("b.txt")
    moved.write_text("One paragraph more.\n\n" + WORDS, encoding="utf-8")
    file.unlink()
    _run("store", "moved", str(moved), code=2)
    assert "1 record is" in _run("store", "moved", str(moved), "--from", str(file)).stdout
    assert [row[2] for row in _bookmarks()] == [str(moved)]
    shown = _run("store", "moved", str(moved), "--from", str(file), code=2)
    assert f"nothing was written in {file}" in shown.stderr


def test_a_folder_that_was_renamed_is_taken_over_file_by_file(tmp_path: Path) -> None:
    old, new = tmp_path.resolve() / "old", tmp_path.resolve() / "new"
    old.mkdir()
    for name in "abc":
        (old / name).write_text(WORDS.replace("Rain", f"Rain {name}"), encoding="utf-8")
    for name in "ab":
        _run("bookmarks", "add", str(old / name), "--exact", "Bob Smith")
    old.rename(new)
    told = _run("store", "moved", *(str(new / name) for name in "abc")).stdout.splitlines()
    assert [line.partition(":")[0] for line in told] == [str(new / "a"), str(new / "b")]


def test_opening_a_bookmark_needs_a_terminal_and_a_bookmark() -> None:
    assert "no bookmark" in _run("bookmarks", "open", "none", code=2).stderr
    _run("bookmarks", "add", "-", "--exact", "Bob Smith", given=WORDS)
    bookmark_id = _run("bookmarks", "list").stdout.partition("\t")[0]
    assert "terminal" in _run("bookmarks", "open", bookmark_id, code=2).stderr
