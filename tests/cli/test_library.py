"""The library from the command line: added to, searched, rebuilt, forgotten."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tui.cli.commands import app

ONE = "The port was quiet. “We will raise tariffs,” said Pat Ryder, a spokesman. Nobody answered."
TWO = "Schools stay open. “The doors do not close,” said Ana Ruiz. That was all."


def run(*arguments: str, code: int = 0) -> Result:
    shown = CliRunner().invoke(app, list(arguments))
    assert shown.exit_code == code, shown.output + shown.stderr
    return shown


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "one.txt").write_text(ONE)
    (folder / "two.txt").write_text(TWO)
    return folder


def test_a_folder_is_added_once_searched_and_forgotten(texts: Path) -> None:
    assert run("library", "add", str(texts)).stdout == "2 added\n"
    assert run("library", "add", str(texts)).stdout == "0 added, 2 there before\n"
    shown = run("search", "said:raise tariffs")
    assert "Pat Ryder" in shown.stdout
    assert shown.stdout.count("one.txt") == 1
    (article,) = json.loads(run("search", "by:ruiz", "--format", "json").stdout)
    assert article["article"] == str((texts / "two.txt").resolve())
    assert run("library", "rebuild").stdout == "2 articles are indexed, 0 of them analysed anew\n"
    assert run("library", "status").stdout.startswith("2 articles, 2 quotes")
    assert "1 version" in run("library", "forget", str(texts / "one.txt")).stdout
    assert "nothing was found" in run("search", "tariffs").stderr


def test_what_has_a_bookmark_is_remembered_and_never_forgotten_silently(texts: Path) -> None:
    run("bookmarks", "add", str(texts / "one.txt"), "--exact", "port")
    assert "one.txt" in run("search", "tariffs").stdout
    refused = run("library", "forget", str(texts / "one.txt"), code=2)
    assert "points at it: bookmark on port" in refused.stderr
    assert "one.txt" in run("search", "tariffs").stdout
    run("library", "forget", str(texts / "one.txt"), "--force")
    assert run("search", "tariffs").stdout == ""


@pytest.mark.parametrize("typed", ["kind:loud", "before:soon", '""'])
def test_what_is_not_understood_is_told(typed: str) -> None:
    shown = run("search", typed, code=2)
    assert len(shown.stderr.splitlines()) == 1


def test_it_can_be_switched_off(texts: Path) -> None:
    config = Path(os.environ["INQUIT_CONFIG_DIR"])
    config.mkdir(parents=True)
    (config / "config.toml").write_text("[library]\nenabled = false\n")
    for arguments in (("search", "x"), ("library", "add", str(texts)), ("library", "status")):
        assert "switched off" in run(*arguments, code=2).stderr
    assert not (Path(os.environ["INQUIT_CACHE_DIR"]) / "library").exists()


def test_results_go_to_a_file(texts: Path, tmp_path: Path) -> None:
    run("bookmarks", "add", str(texts / "one.txt"), "--exact", "port")
    run("search", "tariffs", "-f", "csv", "-o", str(tmp_path / "found.csv"))
    assert (tmp_path / "found.csv").read_text().count("\n") == 2


def test_a_dossier_is_printed_and_its_people_told_apart(texts: Path) -> None:
    (texts / "three.txt").write_text("Bread. “The oven is cold,” said Pat Ryder, a baker. Cold.")
    run("library", "add", str(texts))
    shown = run("sources", "Pat", "Ryder").stdout
    assert shown.startswith("Pat Ryder: 1 quote in 1 article")
    handle = shown.split("Perhaps the same")[1].split("[")[1].split("]")[0]
    joined = run("sources", "Ryder", "--same", handle).stdout
    assert joined.startswith("Pat Ryder: 2 quotes in 2 articles")
    said = joined.split("You said")[1].split("[")[1].split("]")[0]
    assert run("sources", "Ryder", "--take-back", said).stdout.startswith("Pat Ryder: 1 quote")
    assert "Pat Ryder" in run("sources").stdout
    assert len(run("sources", "Nobody", code=2).stderr.splitlines()) == 1
    assert len(run("sources", "Ryder", "--same", "none", code=2).stderr.splitlines()) == 1


def test_a_search_is_kept_listed_used_and_given_up(texts: Path) -> None:
    run("bookmarks", "add", str(texts / "one.txt"), "--exact", "port")
    run("search", "tariffs", "--save", "Trade news")
    assert run("search", "--saved").stdout == "Trade news\ttariffs\n"
    assert "one.txt" in run("search", "@trade news", "port").stdout
    assert len(run("search", "@none", code=2).stderr.splitlines()) == 1
    run("search", "ferries", "--save", "Trade news")
    run("search", "--unsave", "trade news")
    assert run("search", "--saved").stdout == ""
    assert "search Trade news" in run("bin").stdout


def test_bookmarks_are_found_by_tag_and_comment(texts: Path) -> None:
    one, two = str(texts / "one.txt"), str(texts / "two.txt")
    run("bookmarks", "add", one, "--exact", "Nobody answered", "--tag", "trade")
    run("bookmarks", "add", two, "--exact", "doors", "--comment", "which?")
    assert "Nobody answered" in run("search", "tag:trade").stdout
    assert "two.txt" not in run("search", "tag:trade").stdout
    assert "The doors do not" in run("search", "--", "has:note", "-tag:trade").stdout
