"""`inquit verify`: verdicts, exit codes, and no trace of the draft."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.loaders.server import running
from tui.cli.commands import app

SOURCE = """Bridge to stay closed

“We have looked at every bolt,” Mayor Nora Quist said, “and we will not take chances.”

“It was safe in March,” said Tom Holt, an engineer."""

TRUE = "“It was safe in March,” said Tom Holt.\n"
FALSE = "“It was sound in March,” said Tom Holt.\n"


@pytest.fixture
def source(tmp_path: Path) -> str:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "source.txt").write_text(SOURCE, encoding="utf-8")
    return str(folder)


def _verify(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(app, ["verify", *arguments], input=given)


@pytest.mark.parametrize(("draft", "code"), [(TRUE, 0), (FALSE, 1), ("No quotation.\n", 0)])
@pytest.mark.parametrize("options", [(), ("--no-speakers",)])
def test_the_exit_code_says_whether_all_are_verbatim(draft, code, options, source) -> None:
    assert _verify("-", "--against", source, *options, given=draft).exit_code == code


def test_another_speaker_is_told(source: str) -> None:
    told = _verify("-", "--against", source, given="“It was safe in March,” said Nora Quist.\n")
    assert told.exit_code == 1
    assert "Credited to another than the source says · Nora Quist" in told.stdout
    assert "Tom Holt (engineer)" in told.stdout


def test_json_is_one_document(source: str) -> None:
    told = _verify("-", "--against", source, "--format", "json", given=TRUE + FALSE)
    statuses = [each["status"] for each in json.loads(told.stdout)["quotations"]]
    assert statuses == ["verbatim", "altered"]


def test_without_speakers_no_model_is_needed(source: str) -> None:
    options = ("--no-speakers", "--model", "no_such_model")
    assert _verify("-", "--against", source, *options, given=TRUE).exit_code == 0
    assert _verify("-", "--against", source, *options[1:], given=TRUE).exit_code == 4


def test_a_draft_among_its_sources_proves_nothing(source: str) -> None:
    draft = Path(source) / "draft.txt"
    draft.write_text("“The herring were counted twice,” Holt said.", encoding="utf-8")
    assert _verify(str(draft), "--against", source).exit_code == 1


def test_a_source_that_cannot_be_read_is_told_and_is_wrong_use(tmp_path: Path, source: str) -> None:
    missing = str(tmp_path / "none.txt")
    told = _verify("-", "--against", source, "--against", missing, given=TRUE)
    assert told.exit_code == 2
    assert "1. Verbatim" in told.stdout
    assert len(told.stderr.splitlines()) == 1


def test_a_corpus_is_no_draft(tmp_path: Path, source: str) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text('{"id": "a", "text": "x"}\n')
    told = _verify(str(corpus), "--against", source)
    assert told.exit_code == 2
    assert len(told.stderr.splitlines()) == 1


def test_nothing_of_the_draft_is_kept(tmp_path: Path, source: str) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(f"{TRUE}\nNobody knows of the marmalade but us.", encoding="utf-8")
    _verify(str(draft), "--against", source)
    kept = [
        path
        for folder in ("data", "config", "cache")
        for path in (tmp_path / folder).rglob("*")
        if path.is_file()
    ]
    assert kept  # the analysis of the source, at least
    assert not any(b"marmalade" in path.read_bytes() for path in kept)
    assert not any(draft.name in path.read_text(errors="replace") for path in kept)


def test_a_page_that_is_a_draft_is_not_kept(
    tmp_path: Path, source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    page = f"<html><title>Draft</title><article><p>{'It rained. ' * 60}</p><p>{TRUE}</p></article>"
    with running() as server:
        server.gives("/draft", page.encode())
        told = _verify(server.url("/draft"), "--against", source)
    assert told.exit_code == 0, told.output
    assert "1 quotation: 1 verbatim" in told.stdout
    assert not (tmp_path / "data" / "pages").exists()


@pytest.fixture
def library(source: str) -> None:
    added = CliRunner().invoke(app, ["library", "add", source])
    assert added.exit_code == 0, added.output


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("options", [(), ("--no-speakers",)])
def test_without_sources_it_is_held_against_all_that_was_read(options: tuple[str, ...]) -> None:
    assert _verify("-", *options, given=TRUE).exit_code == 0
    assert _verify("-", *options, given=FALSE).exit_code == 1


@pytest.mark.usefixtures("library")
def test_the_library_knows_who_said_it() -> None:
    told = _verify("-", given="“It was safe in March,” said Nora Quist.\n")
    assert "Credited to another than the source says · Nora Quist" in told.stdout
    assert "Bridge to stay closed" in told.stdout


@pytest.mark.usefixtures("library")
def test_a_phrase_of_two_words_is_found_in_the_library() -> None:
    told = _verify("-", given="Quist said they would not take “any chances”, or “take chances”.\n")
    assert "Verbatim" in told.stdout


def test_a_draft_that_was_read_before_is_not_its_own_proof(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("“The herring were counted twice,” Holt said.", encoding="utf-8")
    assert CliRunner().invoke(app, ["library", "add", str(draft)]).exit_code == 0
    assert _verify(str(draft)).exit_code == 1


def test_a_library_that_is_switched_off_is_told(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "config.toml").write_text("[library]\nenabled = false\n")
    told = _verify("-", given=TRUE)
    assert told.exit_code == 2
    assert "switched off" in told.stderr
