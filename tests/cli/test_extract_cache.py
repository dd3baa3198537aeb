"""What was found once is found again at once: by the reader, by `extract`, in any place."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from inquit.model.article import Article
from inquit.service.analysis import DEFAULT_MODEL, Analyst, Engine, user_cache, version_of
from inquit.service.articles import open_file
from inquit.store.analysis_cache import MOST_ENTRIES
from tui.cli.commands import app

WORDS = "“No,” said Ann Lee. “Yes,” said Bob Smith."


def _extract(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["extract", "-f", "jsonl", *arguments])


def _speakers(printed: Result) -> list[str]:
    assert printed.exit_code == 0, printed.output
    quotes = json.loads(printed.stdout)["quotes"]
    return [quote["speaker"]["canonical"] for quote in quotes]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(WORDS, encoding="utf-8")
    return path


def _keep_other_names(article: Article) -> None:
    """Keep an analysis that the engine would not make, so that one can tell where it is used."""
    found = Analyst().analyse(article)
    other = (replace(source, name=source.name.upper()) for source in found.sources)
    user_cache().put(article, replace(found, sources=tuple(other)))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_the_reader_kept_is_taken_unless_all_is_to_be_anew(file: Path, jobs: str) -> None:
    _keep_other_names(open_file(file))
    assert _speakers(_extract(str(file), "-j", jobs)) == ["ANN LEE", "BOB SMITH"]
    assert _speakers(_extract(str(file), "-j", jobs, "--no-cache")) == ["Ann Lee", "Bob Smith"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_extract_found_is_there_for_the_reader(file: Path, jobs: str) -> None:
    article = open_file(file)
    assert user_cache().get(article, version_of(Engine.STANDARD), DEFAULT_MODEL) is None
    assert _extract(str(file), "-j", jobs).exit_code == 0
    kept = user_cache().get(article, version_of(Engine.STANDARD), DEFAULT_MODEL)
    assert kept == Analyst().analyse(article)


def test_without_the_cache_nothing_is_kept(file: Path) -> None:
    assert _extract(str(file), "--no-cache").exit_code == 0
    assert user_cache().get(open_file(file), version_of(Engine.STANDARD), DEFAULT_MODEL) is None


def test_a_copy_is_not_analysed_again(file: Path, tmp_path: Path) -> None:
    _keep_other_names(open_file(file))
    shutil.copy(file, tmp_path / "b.txt")
    printed = _extract(str(tmp_path / "b.txt"))
    assert _speakers(printed) == ["ANN LEE", "BOB SMITH"]
    assert json.loads(printed.stdout)["id"] == str((tmp_path / "b.txt").resolve())


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_cache_that_cannot_be_written_is_told_once_and_stops_nothing(
    file: Path, tmp_path: Path, jobs: str
) -> None:
    (tmp_path / "b.txt").write_text("“Perhaps,” said Cy Young.", encoding="utf-8")
    (tmp_path / "cache").write_text("a file in the folder's place")
    printed = _extract(str(file), str(tmp_path / "b.txt"), "-j", jobs)
    assert printed.exit_code == 0
    assert len(printed.stdout.splitlines()) == 2
    (told,) = printed.stderr.splitlines()
    assert told.startswith("inquit: The analysis was not cached: ")


def test_reading_aloud_ends_well_where_the_cache_cannot_be_written(
    file: Path, tmp_path: Path
) -> None:
    (tmp_path / "cache").write_text("a file in the folder's place")
    printed = CliRunner().invoke(app, ["read", "--plain", str(file)])
    assert printed.exit_code == 0
    assert "Ann Lee" in printed.stdout
    assert printed.stderr.startswith("inquit: The analysis was not cached: ")


def test_a_large_corpus_leaves_half_of_the_cache_to_others(tmp_path: Path) -> None:
    corpus = tmp_path / "c.jsonl"
    lines = [json.dumps({"id": f"d/{n}", "text": f"Part {n}."}) for n in range(MOST_ENTRIES)]
    corpus.write_text("\n".join(lines), encoding="utf-8")
    assert _extract(str(corpus)).exit_code == 0
    kept = Path(os.environ["INQUIT_CACHE_DIR"]).rglob("*.json")
    assert len(list(kept)) == MOST_ENTRIES // 2
