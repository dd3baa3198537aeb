"""Several windows index at once, and processes are killed while they do: nothing comes apart."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from inquit.library.index.files import opened_index
from inquit.library.index.shingles import find_candidates, fold_words
from inquit.store.records.record_factory import new_note
from inquit.store.records.repository import Repository
from tests.service.library.conftest import Shelf
from tests.store.killing import started

KILLS = int(os.environ.get("INQUIT_KILLS", "6"))
"""How many processes are killed; more are killed by hand now and then."""

ARTICLES = 60

INDEX_AGAIN_AND_AGAIN = """
import sys
from pathlib import Path
from inquit.library.index.files import opened_index
from inquit.library.index.writing import put_entries, remove_article
from inquit.service.library.access import Library
from inquit.service.library.catching_up import catch_up
from inquit.service.library.own_work import OwnWork
from inquit.service.pages import KeptPages

folder = Path(sys.argv[1])
library = Library(pages=KeptPages(folder / "data"), cache=folder / "cache", setup=SETUP)
print("begun", flush=True)
while True:
    library.use(lambda index: catch_up(library, index, OwnWork()))
    with opened_index(folder / "cache") as index:
        for number in range(0, ARTICLES, 3):
            remove_article(index, f"sha256:{number}")
    if len(sys.argv) > 2:
        print("done", flush=True)
        break
"""


def keep_articles(shelf: Shelf) -> None:
    for number in range(ARTICLES):
        text = f"“Number {number} will be raised at once.” said Pat Ryder (spokesman)."
        shelf.keep(text, f"sha256:{number}")


def script(shelf: Shelf) -> str:
    """Return the script with what this library is made of."""
    made = repr(shelf.library.setup)
    imports = "from inquit.model.engine import AnalysisSetup, Engine\n"
    engine = f"Engine({shelf.library.setup.engine.value!r})"
    setup = made.replace(repr(shelf.library.setup.engine), engine)
    return imports + INDEX_AGAIN_AND_AGAIN.replace("SETUP", setup).replace(
        "ARTICLES", str(ARTICLES)
    )


def check(shelf: Shelf, tmp_path: Path) -> None:
    """Assert that the index is sound, and whole once it is brought up to date."""
    shelf.catch_up()
    with opened_index(tmp_path / "cache") as index:
        assert index.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        index.execute("INSERT INTO article_words (article_words) VALUES ('integrity-check')")
        index.execute("INSERT INTO quote_words (quote_words) VALUES ('integrity-check')")
        homes = {name for (name,) in index.execute("SELECT home FROM article")}
        assert {name for (name,) in index.execute("SELECT name FROM home")} == homes
        assert len(find_candidates(index, fold_words("number 7 will be raised"), most=99)) > 0
        assert len(homes) == ARTICLES


def test_a_killed_process_leaves_an_index_that_is_sound(shelf: Shelf, tmp_path: Path) -> None:
    keep_articles(shelf)
    with Repository.open(tmp_path / "data") as store:
        store.add_note(new_note("Pat Ryder", "called back"))
    for number in range(KILLS):
        process = started(script(shelf), tmp_path)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(number * 7 % 40 / 100)
        process.kill()
        process.communicate()
        check(shelf, tmp_path)
    with Repository.open(tmp_path / "data") as store:
        assert [note.body for note in store.notes()] == ["called back"]
    assert len(shelf.library.pages.homes()) == ARTICLES


def test_two_windows_index_at_once(shelf: Shelf, tmp_path: Path) -> None:
    keep_articles(shelf)
    windows = [
        subprocess.Popen(
            [sys.executable, "-c", script(shelf), str(tmp_path), "once"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    for window in windows:
        out, fault = window.communicate(timeout=60)
        assert (out.split(), fault, window.returncode) == (["begun", "done"], "", 0)
    check(shelf, tmp_path)
