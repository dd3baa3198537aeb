"""Lists of what the reader wrote, as a person reads them and as a script cuts them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from typer.testing import CliRunner

from tests.store.making import bookmark, correction, note, target
from tui.cli.commands import app
from tui.cli.user_store import user_store

BODY = "called back:\n\n  “no”, then “yes” 👩\u200d🚒"


def _rows(*arguments: str) -> list[list[str]]:
    shown = CliRunner().invoke(app, list(arguments))
    assert shown.exit_code == 0, shown.output
    return [line.split("\t") for line in shown.stdout.split("\n")[:-1]]


def test_a_note_is_listed_in_its_own_lines_in_its_column() -> None:
    written, other = note(BODY), note("one line", at=1)
    with user_store() as store:
        store.add_note(written)
        store.add_note(other)
    rows = _rows("notes", "list")
    assert "\n".join(row[2] for row in rows[:3]) == BODY
    assert [row[0] for row in rows] == [written.id, "", "", other.id]
    assert rows[3] == [other.id, "Ines Castro", "one line", "#port"]


def test_what_a_terminal_would_obey_is_written_out_in_a_note() -> None:
    with user_store() as store:
        store.add_note(note("a\x1b[2Jb\u202ec\rd\te"))
    (row,) = _rows("notes", "list")
    assert row[2] == "a\\x1b[2Jb\\u202ec\\x0dd    e"


def test_a_name_stays_on_its_line() -> None:
    with user_store() as store:
        store.add_note(note("x", name="Ines\nCastro"))
    (row,) = _rows("notes", "list")
    assert row[1] == "Ines\\x0aCastro"


def test_a_passage_of_two_paragraphs_is_listed_in_two_lines() -> None:
    two = target("the port\nwill open")
    with user_store() as store:
        store.add_bookmark(replace(bookmark("label"), target=two, comment="one\ntwo\nthree"))
        store.add_correction(replace(correction(), target=two))
    rows = _rows("bookmarks", "list")
    assert [row[2] for row in rows] == ["“the port", "will open”", ""]
    assert [row[4] for row in rows] == ["one", "two", "three"]
    assert [row[3] for row in _rows("corrections", "list")] == ["“the port", "will open”"]


@pytest.mark.parametrize("wanted", ["Port", "#port", "PORT"])
def test_a_tag_chooses_bookmarks_and_notes_however_it_is_written(wanted: str) -> None:
    with user_store() as store:
        store.add_bookmark(replace(bookmark("tagged"), tags=("port", "kai")))
        store.add_bookmark(bookmark("bare"))
        store.add_note(note("on the port"))
        store.add_note(replace(note("bare"), tags=()))
    assert [row[1] for row in _rows("bookmarks", "list", "--tag", wanted)] == ["tagged"]
    assert [row[-2] for row in _rows("bookmarks", "list")] == ["#port #kai", ""]
    assert [row[2] for row in _rows("notes", "list", "--tag", wanted)] == ["on the port"]
