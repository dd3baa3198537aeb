"""The process that analyses: asked, given up, ended, missed."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from inquit.errors import AnalysisStoppedError, ModelError
from inquit.model.engine import AnalysisSetup, Engine
from inquit.service.analyser.client import AnalyserClient
from inquit.service.analyser.own_process import OwnProcess
from inquit.service.analyser.warm import statuses, stop_all
from inquit.service.analysis import USUAL_SETUP, Analyst, cache_in
from tests.app.conftest import article_of
from tests.service.analyser.analysing import ARTICLE, BATCHES
from tests.service.analyser.fake_worker import start_fake

ANY = AnalysisSetup(model="any")
SHORT = article_of("“We are ready,” said Ada Byrne.", "test:short")


def _running(code: str) -> AnalyserClient:
    """Return a client whose process runs some code instead."""
    return AnalyserClient(ANY, start=lambda _: OwnProcess([sys.executable, "-c", code]))


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
    client.prepare(SHORT)
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
    client = AnalyserClient(ANY, start=lambda _: OwnProcess(["/none/such"]))
    client.prepare(SHORT)
    with pytest.raises(AnalysisStoppedError):
        list(client.batches(ARTICLE, lambda: True))


def test_a_closed_client_leaves_no_process() -> None:
    started: list[OwnProcess] = []

    def start(command: list[str]) -> OwnProcess:
        started.append(start_fake(command))
        return started[-1]

    client = AnalyserClient(ANY, start=start)
    client.prepare(SHORT)
    client.close()
    (process,) = started
    assert process.has_ended


def test_none_is_prepared_for_an_article_that_is_cached(tmp_path: Path, starts: Starts) -> None:
    found = Analyst().collected(SHORT, [replace(BATCHES[0], quotes=(), attributions=())])
    cache_in(tmp_path).put(SHORT, found)
    with closing(AnalyserClient(USUAL_SETUP, tmp_path, start=starts)) as client:
        client.prepare(SHORT)
        assert starts.count == 0
        client.prepare(ARTICLE)
        assert starts.count == 1


@pytest.fixture(scope="module")
def warm_folder() -> Iterator[Path]:
    """Return the runtime folder of analysers that tests share, the last of which is ended."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("INQUIT_RUNTIME_DIR", folder)
            stop_all()


@pytest.fixture
def warm(warm_folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return the process id of an analyser that stayed, started where there is none."""
    monkeypatch.setenv("INQUIT_RUNTIME_DIR", str(warm_folder))
    if not list(statuses()):
        with closing(_client(Starts())) as client:
            assert list(client.batches(SHORT, lambda: True))
    (status,) = statuses()
    return status.process


class Starts:
    """Starts processes, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, command: list[str]) -> OwnProcess:
        self.count += 1
        return start_fake(command)


def _client(starts: Starts) -> AnalyserClient:
    return AnalyserClient(ANY, keep_warm=lambda: True, start=starts)


@pytest.fixture
def starts() -> Starts:
    return Starts()


@pytest.fixture
def second(request: pytest.FixtureRequest, starts: Starts) -> Iterator[AnalyserClient]:
    """Return a client that finds an analyser that stayed."""
    request.getfixturevalue("warm")
    with closing(_client(starts)) as client:
        yield client


def _ends(process: int) -> bool:
    """Tell whether a process ends within some seconds; one that is not waited for yet has."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            os.kill(process, 0)
            if Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.02)
    return False


def test_the_second_client_finds_the_process_of_the_first(
    second: AnalyserClient, starts: Starts
) -> None:
    second.prepare(SHORT)
    assert tuple(second.batches(ARTICLE, lambda: True)) == BATCHES
    assert starts.count == 0


def test_whoever_wants_none_to_stay_uses_none_and_leaves_none(warm: int, starts: Starts) -> None:
    client = AnalyserClient(ANY, keep_warm=lambda: False, start=starts)
    assert list(client.batches(SHORT, lambda: True))
    client.close()
    assert starts.count == 1
    assert [status.process for status in statuses()] == [warm]


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_when_it_is_killed_in_mid_answer_no_quote_is_lost_or_doubled(
    second: AnalyserClient, warm: int, starts: Starts, number: signal.Signals
) -> None:
    batches = second.batches(ARTICLE, lambda: True)
    found = [next(batches), next(batches)]
    os.kill(warm, number)
    assert (*found, *batches) == BATCHES
    assert starts.count == 1
    assert _ends(warm)


def test_when_it_has_ended_between_two_articles_nothing_is_told(
    second: AnalyserClient, warm: int, starts: Starts
) -> None:
    assert list(second.batches(SHORT, lambda: True))
    assert stop_all() == (1, 0)
    assert _ends(warm)
    assert list(second.batches(SHORT, lambda: True))
    assert starts.count == 1


def test_while_it_works_for_another_one_helps_oneself(
    second: AnalyserClient, warm: int, starts: Starts
) -> None:
    batches = second.batches(ARTICLE, lambda: True)
    next(batches)
    with closing(_client(starts)) as other:
        assert list(other.batches(SHORT, lambda: True))
    assert starts.count == 1
    assert [status.process for status in statuses()] == [warm]
    batches.close()


def test_ended_by_a_signal_it_leaves_no_file(warm: int, warm_folder: Path) -> None:
    os.kill(warm, signal.SIGTERM)
    assert _ends(warm)
    assert list(warm_folder.glob("*.socket")) == []


def test_one_that_has_not_answered_does_not_stay(runtime_folder: Path) -> None:
    started: list[OwnProcess] = []

    def start(command: list[str]) -> OwnProcess:
        started.append(start_fake(command))
        return started[-1]

    client = AnalyserClient(ANY, keep_warm=lambda: True, start=start)
    client.prepare(SHORT)
    client.close()
    assert started[0].has_ended
    assert list(runtime_folder.iterdir()) == []


@pytest.mark.usefixtures("runtime_folder")
def test_of_two_that_start_at_once_one_stays() -> None:
    clients = [_client(Starts()) for _ in range(2)]
    for client in clients:
        client.prepare(SHORT)
    for client in clients:
        assert list(client.batches(SHORT, lambda: True))
    for client in clients:
        client.close()
    assert len(list(statuses())) == 1
    assert stop_all() == (1, 0)


def test_where_there_is_no_runtime_folder_all_works_without(starts: Starts) -> None:
    for count in (1, 2):
        with closing(_client(starts)) as client:
            assert list(client.batches(SHORT, lambda: True))
        assert starts.count == count
    assert list(statuses()) == []


@pytest.mark.usefixtures("runtime_folder")
def test_what_stays_with_a_model_answers_as_a_process_of_ones_own_does(tmp_path: Path) -> None:
    with closing(AnalyserClient(USUAL_SETUP, keep_warm=lambda: True)) as first:
        found = Analyst().collected(SHORT, first.batches(SHORT, lambda: True))
    with closing(AnalyserClient(USUAL_SETUP, tmp_path, keep_warm=lambda: True)) as second:
        assert Analyst().collected(SHORT, second.batches(SHORT, lambda: True)) == found
    assert Analyst(cache=cache_in(tmp_path)).kept(SHORT) == found
    assert stop_all() == (1, 0)
