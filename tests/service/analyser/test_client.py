"""The process that analyses: asked, given up, ended, missed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from inquit.errors import AnalysisStoppedError, ModelError
from inquit.model.engine import AnalysisSetup, Engine
from inquit.service.analyser.client import AnalyserClient
from inquit.service.analyser.own_process import OwnProcess
from inquit.service.analysis import USUAL_SETUP, Analyst, cache_in
from tests.service.analyser.analysing import ARTICLE


def _running(code: str) -> AnalyserClient:
    """Return a client whose process runs some code instead."""
    return AnalyserClient(
        AnalysisSetup(model="any"), start=lambda _: OwnProcess([sys.executable, "-c", code])
    )


def test_finds_what_is_found_without_a_process_and_caches_it(tmp_path: Path) -> None:
    client = AnalyserClient(USUAL_SETUP, tmp_path)
    client.prepare()
    here = Analyst(cache=cache_in(tmp_path))
    assert here.kept(ARTICLE) is None
    found = here.collected(ARTICLE, client.batches(ARTICLE, lambda: True))
    client.close()
    assert here.kept(ARTICLE) == found
    assert Analyst().analyse(ARTICLE) == found


def test_a_missing_model_is_told() -> None:
    client = AnalyserClient(AnalysisSetup(model="no_such_model"))
    with pytest.raises(ModelError, match="no_such_model"):
        list(client.batches(ARTICLE, lambda: True))
    client.close()


def test_the_process_analyses_with_the_engine_that_is_asked_for() -> None:
    commands: list[list[str]] = []

    def start(command: list[str]) -> OwnProcess:
        commands.append(command)
        return OwnProcess([sys.executable, "-c", ""])

    client = AnalyserClient(AnalysisSetup(model="any", engine=Engine.DEEP), start=start)
    client.prepare()
    client.close()
    assert commands[0][-2:] == ["any", "deep"]


def test_the_end_of_the_process_is_told_and_a_new_one_can_be_started() -> None:
    client = _running("raise SystemExit(3)")
    for _ in range(2):
        with pytest.raises(AnalysisStoppedError, match=r"exit code 3\b"):
            list(client.batches(ARTICLE, lambda: True))
    client.close()


def test_a_process_that_sends_no_messages_is_ended() -> None:
    client = _running("import os; os.write(0, b'\\xff' * 100); os.read(0, 1 << 20); os.read(0, 1)")
    with pytest.raises(AnalysisStoppedError):
        list(client.batches(ARTICLE, lambda: True))
    client.close()


def test_an_analysis_that_nobody_waits_for_any_more_is_given_up() -> None:
    client = _running("import os; os.read(0, 1 << 20); os.read(0, 1)")
    assert list(client.batches(ARTICLE, lambda: False)) == []
    client.close()


def test_a_process_that_cannot_be_started_is_told_of_when_it_is_asked() -> None:
    client = AnalyserClient(AnalysisSetup(model="any"), start=lambda _: OwnProcess(["/none/such"]))
    client.prepare()
    with pytest.raises(AnalysisStoppedError):
        list(client.batches(ARTICLE, lambda: True))


def test_a_closed_client_leaves_no_process() -> None:
    started: list[OwnProcess] = []

    def start(command: list[str]) -> OwnProcess:
        started.append(OwnProcess(command))
        return started[-1]

    client = AnalyserClient(USUAL_SETUP, start=start)
    client.prepare()
    client.close()
    (process,) = started
    assert process.has_ended
