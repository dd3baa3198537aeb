"""`inquit stories`: listed, shown with whether the words still hold, exported."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from inquit.model.annotation import target_of
from inquit.model.span import Span
from inquit.service.stories import StoryItemKind, new_item, new_story, publication_of
from inquit.store.folders import data_dir
from inquit.store.records.repository import Repository
from tui.cli.commands import app
from tui.services.opening import open_article

WORDS = "It will hold for years to come."
TEXT = f"Bridge\n\n“{WORDS}” said Tom Holt, an engineer.\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    article = open_article(str(path))
    start = article.text.index(WORDS)
    story = new_story("The  bridge")
    item = new_item(
        story.id,
        StoryItemKind.QUOTE,
        words=f"“{WORDS}”",
        speaker="Tom Holt",
        role="engineer",
        target=target_of(article, Span(start, start + len(WORDS))),
        publication=replace(publication_of(article), site="Herald", published="1 May"),
        note="call <him> back",
    )
    with Repository.open(data_dir()) as store:
        store.stories.add(story)
        store.stories.add_item(item)
        store.stories.add_item(new_item(story.id, StoryItemKind.NOTE, words="ask\nagain"))
    return path


def _stories(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["stories", *arguments])


@pytest.mark.usefixtures("file")
def test_stories_are_listed_with_how_much_is_in_them() -> None:
    assert _stories().stdout.split("\t")[1:3] == ["The bridge", "2"]
    (story,) = json.loads(_stories("list", "--format", "json").stdout)
    assert (story["name"], story["items"]) == ("The bridge", 2)


@pytest.mark.usefixtures("file")
def test_a_story_is_shown_with_whether_its_words_hold() -> None:
    shown = json.loads(_stories("show", "the bridge", "--format", "json").stdout)
    assert [item["state"] for item in shown["items"]] == ["verbatim in the article", ""]
    assert "verbatim in the article" in _stories("show", "the bridge").stdout


def test_words_that_the_article_lost_are_told_and_stay(file: Path) -> None:
    file.write_text(TEXT.replace("years", "months"), encoding="utf-8")
    shown = json.loads(_stories("show", "the bridge", "--format", "json").stdout)
    assert shown["items"][0]["state"] == "not in the article any more as it was"
    assert shown["items"][0]["words"] == f"“{WORDS}”"
    file.unlink()
    shown = json.loads(_stories("show", "the bridge", "--format", "json").stdout)
    assert shown["items"][0]["state"] == "not checked, as the article is not at hand"


def test_markdown_has_all_that_a_pull_sheet_needs(file: Path) -> None:
    sheet = _stories("export", "the bridge").stdout
    address = str(file).replace("_", "\\_")
    assert sheet == (
        "# The bridge\n\n## 1. Tom Holt, engineer\n\n"
        f"> “{WORDS}”\n\nBridge, Herald, 1 May\n\n{address}\n\n"
        "*Checked: verbatim in the article*\n\nNote: call \\<him\\> back\n\n"
        "## 2. Note\n\nask\n\nagain\n"
    )


@pytest.mark.usefixtures("file")
def test_html_is_told_by_the_files_ending_and_escapes(tmp_path: Path) -> None:
    output = tmp_path / "sheet.html"
    assert _stories("export", "the bridge", "-o", str(output)).exit_code == 0
    page = output.read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert f"<blockquote>“{WORDS}”</blockquote>" in page
    assert "call &lt;him&gt; back" in page
    assert "<him>" not in page


def test_a_story_is_made_removed_and_put_back() -> None:
    made = _stories("new", "Port").stdout.strip()
    assert _stories("remove", "port").exit_code == 0
    assert _stories().stdout == ""
    assert CliRunner().invoke(app, ["bin", "restore", made]).stdout == "put back: story Port\n"
    assert _stories().stdout.startswith(f"{made}\tPort\t0\t")


@pytest.mark.parametrize("arguments", [["show", "none"], ["new", " "], ["export", "none"]])
def test_what_is_not_there_is_one_line(arguments: list[str]) -> None:
    told = _stories(*arguments)
    assert told.exit_code == 2
    assert len(told.stderr.splitlines()) == 1


def test_of_two_stories_of_one_name_the_id_tells() -> None:
    first, _ = _stories("new", "Port").stdout.strip(), _stories("new", "Port")
    assert _stories("show", "Port").exit_code == 2
    assert _stories("remove", first).exit_code == 0
    assert _stories("show", "Port").exit_code == 0
