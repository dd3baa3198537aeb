"""Bookmarks, notes, the bin and the store from the command line."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from inquit.model.article import ArticleId
from inquit.model.feed import Subscription
from inquit.store.pages.kept_pages import KeptPage, KeptPages
from inquit.store.records.repository import Repository
from inquit.store.records.subscriptions import Subscriptions
from tests.store.making import bookmark, target
from tui.cli.commands import app

SEED = "seed:pentagon-readout"


def _run(*arguments: str, code: int = 0) -> Result:
    shown = CliRunner().invoke(app, list(arguments))
    assert shown.exit_code == code, shown.output
    assert code == 0 or len(shown.stderr.splitlines()) == 1
    return shown


def _listed(*arguments: str) -> list[dict[str, object]]:
    listed: list[dict[str, object]] = json.loads(_run(*arguments, "--format", "json").stdout)
    return listed


def test_a_bookmark_is_added_listed_and_removed() -> None:
    added = _run("bookmarks", "add", SEED, "--exact", "aggressive", "--label", "key word")
    (listed,) = _listed("bookmarks", "list")
    assert listed["id"] == added.stdout.strip()
    assert listed["label"] == "key word"
    assert added.stdout.strip() in _run("bookmarks", "list").stdout
    _run("bookmarks", "remove", added.stdout.strip())
    assert _listed("bookmarks", "list") == []


def test_a_bookmark_is_listed_with_what_became_of_it(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text("The ferry sails at noon from the old pier.\n")
    _run("bookmarks", "add", str(path), "--exact", "The ferry sails at noon")
    _run("bookmarks", "add", SEED, "--exact", "aggressive")
    path.write_text("Two gulls sat there.\n")
    assert [each["state"] for each in _listed("bookmarks", "list")] == ["orphaned", "holds"]
    rows = _run("bookmarks", "list").stdout.splitlines()
    assert [row.split("\t")[-1] for row in rows] == ["orphaned", "holds"]
    path.unlink()  # what was kept of it is opened in its place, and has the words
    assert [each["state"] for each in _listed("bookmarks", "list")] == ["holds", "holds"]


def test_words_that_are_not_in_the_article_are_the_users_mistake() -> None:
    shown = _run("bookmarks", "add", SEED, "--exact", "no such words", code=2)
    assert "does not have these words" in shown.stderr
    _run("bookmarks", "add", SEED, "--exact", "", code=2)
    _run("bookmarks", "add", "no such file.txt", "--exact", "x", code=2)


def test_words_that_are_there_more_than_once_are_told() -> None:
    assert "the first is marked" in _run("bookmarks", "add", SEED, "--exact", "Austin").stderr


def test_a_note_is_added_edited_listed_and_removed() -> None:
    note_id = _run(
        "notes", "add", "Pat Ryder", "--text", "calls back", "--tag", "pentagon", "--tag", "ok"
    ).stdout.strip()
    _run("notes", "add", "Somebody Else", "--text", "x")
    _run("notes", "edit", note_id, "--text", "called back\n“twice”")
    (listed,) = _listed("notes", "list", "--source", "pat  RYDER")
    assert (listed["id"], listed["body"]) == (note_id, "called back\n“twice”")
    assert listed["tags"] == ["pentagon", "ok"]
    _run("notes", "remove", note_id)
    assert [each["about_name"] for each in _listed("notes", "list")] == ["Somebody Else"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("notes", "edit", "no-such-id", "--text", "x"),
        ("notes", "remove", "no-such-id"),
        ("notes", "add", " ", "--text", "x"),
        ("notes", "add", "A", "--text", " "),
        ("bookmarks", "remove", "no-such-id"),
        ("corrections", "remove", "no-such-id"),
        ("corrections", "show", "no-such-id"),
        ("bin", "restore", "no-such-id"),
        ("store", "restore", "no-such-backup"),
        ("store", "backup"),
    ],
)
def test_a_mistake_ends_in_one_line_and_exit_code_2(arguments: tuple[str, ...]) -> None:
    assert _run(*arguments, code=2).stderr.startswith("inquit: ")


def test_what_is_removed_is_in_the_bin_until_it_is_emptied() -> None:
    first = _run("notes", "add", "A", "--text", "one").stdout.strip()
    second = _run("notes", "add", "A", "--text", "two").stdout.strip()
    _run("notes", "remove", first)
    _run("notes", "remove", second)
    assert [item["id"] for item in _listed("bin", "list")] == [second, first]
    assert _run("bin", "restore", first).stdout == "put back: note on A\n"
    assert [note["id"] for note in _listed("notes", "list")] == [first]
    assert _run("bin", "empty").stdout == "1 removed\n"
    assert _listed("bin", "list") == []


def test_a_removed_feed_is_in_the_same_bin(tmp_path: Path) -> None:
    with Subscriptions(tmp_path / "data") as feeds:
        feeds.put(Subscription(url="https://a.example/f", title="\x1b[31mHerald"))
        feeds.remove("https://a.example/f")
    first = _run("notes", "add", "A", "--text", "one").stdout.strip()
    _run("notes", "remove", first)
    assert [item["table"] for item in _listed("bin", "list")] == ["notes", "subscriptions"]
    rows = _run("bin", "list").stdout.splitlines()
    assert rows[0].endswith("\tnote on A")
    assert "Herald" in rows[1]
    assert "\x1b" not in rows[1]
    assert "put back: feed" in _run("bin", "restore", rows[1].split("\t")[0]).stdout
    assert "https://a.example/f" in _run("feeds", "list").stdout


def test_emptying_the_bin_says_that_backups_keep_it_and_can_remove_them(tmp_path: Path) -> None:
    _run("notes", "add", "A", "--text", "left")
    secret = _run("notes", "add", "A", "--text", "secret").stdout.strip()
    _run("notes", "remove", secret)
    assert "backups still hold" in _run("bin", "empty").stderr
    held = [path for path in (tmp_path / "data").rglob("*") if path.is_file()]
    assert any(b"secret" in path.read_bytes() for path in held)
    emptied = _run("bin", "empty", "--backups")
    assert emptied.stdout.splitlines()[1].endswith("backups removed")
    assert emptied.stderr == ""
    held = [path for path in (tmp_path / "data").rglob("*") if path.is_file()]
    assert not any(b"secret" in path.read_bytes() for path in held)
    assert [note["body"] for note in _listed("notes", "list")] == ["left"]


def test_kept_pages_are_listed_bounded_and_pruned_by_hand(tmp_path: Path) -> None:
    assert _run("store", "pages").stdout == "0 versions of 0 pages, 0.0 of 500 MB\n"
    pages = KeptPages(tmp_path / "data")
    for number in range(2):
        page = KeptPage(address=f"https://a.example/{number}", url="", text_digest=f"{number}")
        pages.keep(page, b"x")
    at = replace(target(), article_id=ArticleId("https://a.example/1"), text_digest="1")
    with Repository.open(tmp_path / "data") as repository:
        repository.add_bookmark(replace(bookmark(), target=at))
    *rows, total = _run("store", "pages", "--limit", "7").stdout.splitlines()
    cells = [row.split("\t") for row in rows]
    assert {(cell[0], cell[3][-1]) for cell in cells} == {(" ", "0"), ("!", "1")}
    assert total == "2 versions of 2 pages, 0.0 of 7 MB"
    assert _run("store", "prune").stdout == "nothing was removed\n"
    gone, told = _run("store", "prune", "--to", "0").stdout.splitlines()
    assert gone.endswith("\thttps://a.example/0")
    assert told.startswith("1 kept versions")
    assert "! " not in _run("store", "check").stdout


def test_the_store_is_checked_backed_up_and_restored(tmp_path: Path) -> None:
    assert _run("store", "path").stdout == f"{tmp_path / 'data'}\n"
    _run("notes", "add", "A", "--text", "one")
    backup = Path(_run("store", "backup").stdout.strip())
    assert backup.exists()
    _run("notes", "add", "A", "--text", "two")
    checked = _run("store", "check").stdout
    assert backup.name in checked
    assert "All is as it should be." in checked
    _run("store", "restore", backup.name)
    assert [note["body"] for note in _listed("notes", "list")] == ["one"]


def test_a_check_that_finds_damage_ends_with_exit_code_3(tmp_path: Path) -> None:
    _run("notes", "add", "A", "--text", "one")
    (tmp_path / "data" / "inquit.json").write_bytes(b"{")
    shown = _run("store", "check", code=3)
    assert "! inquit.json" in shown.stdout
    listed = CliRunner().invoke(app, ["notes", "list", "--format", "json"])
    assert [note["body"] for note in json.loads(listed.stdout)] == ["one"]
    assert "recovered" in listed.stderr


def test_a_store_that_cannot_be_written_ends_with_exit_code_3(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    shown = _run("notes", "add", "A", "--text", "kept elsewhere", code=3)
    assert shown.stdout == ""
    assert "it is kept in" in shown.stderr
    (tmp_path / "data").unlink()
    shown = CliRunner().invoke(app, ["notes", "list", "--format", "json"])
    assert [note["body"] for note in json.loads(shown.stdout)] == ["kept elsewhere"]
    assert "saved now" in shown.stderr


def test_escape_sequences_in_notes_do_not_reach_the_terminal() -> None:
    _run("notes", "add", "\x1b[31mA", "--text", "\x1b]0;title\x07 [b]x[/b]")
    for arguments in (("notes", "list"), ("notes", "list", "--format", "json")):
        assert "\x1b" not in _run(*arguments).stdout
    assert "[b]x[/b]" in _run("notes", "list").stdout


def test_the_commands_import_neither_the_reader_nor_the_engine() -> None:
    script = (
        "import sys, tui.cli.commands\n"
        "from typer.testing import CliRunner\n"
        "CliRunner().invoke(tui.cli.commands.app, ['notes', 'add', 'A', '--text', 'x'])\n"
        "print([name for name in ('textual', 'spacy', 'numpy') if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_a_record_with_a_bad_date_is_told_and_the_others_are_listed(tmp_path: Path) -> None:
    good = _run("notes", "add", "Ines Castro", "--text", "good").stdout.strip()
    bad = _run("notes", "add", "Ines Castro", "--text", "bad").stdout.strip()
    store = tmp_path / "data" / "inquit.json"
    lines = store.read_text().splitlines(keepends=True)
    edited = tmp_path / "edited.json"
    spoiled = [re.sub(r'"20\d\d-', '"99-', line) if bad in line else line for line in lines]
    edited.write_text("".join(spoiled))
    assert "1 of them cannot be read" in _run("store", "restore", str(edited)).stdout
    _run("notes", "add", "A", "--text", "b")
    listed = _run("notes", "list")
    assert good in listed.stdout
    assert bad not in listed.stdout
    assert "1 record cannot be read and is kept apart" in listed.stderr
    checked = _run("store", "check", code=3)
    assert f"id {bad}" in checked.stdout


def test_a_data_folder_that_is_a_file_is_no_empty_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("INQUIT_DATA_DIR", str(tmp_path / "file"))
    listed = CliRunner().invoke(app, ["notes"])
    assert listed.stdout == ""
    assert "is no folder, so nothing is kept there" in listed.stderr
