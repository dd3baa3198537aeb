"""The process that analyses: asked, given up, ended, missed."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from multiprocessing import Pipe

import pytest

from inquit.errors import ModelError
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from tests.app.conftest import TEXT, article_of, whole_batch
from tui.services.analysis_process import AnalysisProcess, AnalysisStoppedError
from tui.services.analysis_replies import Failed, Finished, Found
from tui.services.analysis_worker import serve

ARTICLE = article_of(TEXT)


class FakeAnalyst:
    """Yields a batch for each paragraph, or fails."""

    def __init__(self, *, fails: bool = False, warning: str | None = None) -> None:
        self.fails, self.warning = fails, warning

    def batches(self, article: Article) -> Iterator[AnalysisBatch]:
        if self.fails:
            raise ModelError("no such model")
        for _ in article.block_spans:
            yield whole_batch(article)


def replies_to(*requests: object, analyst: FakeAnalyst) -> list[object]:
    ours, theirs = Pipe(), Pipe()
    for request in requests:
        ours[1].send(request)
    worker = threading.Thread(target=serve, args=(ours[0], theirs[1], analyst))
    worker.start()
    got: list[object] = []
    while theirs[0].poll(5):
        got.append(theirs[0].recv())
        if isinstance(got[-1], Finished | Failed):
            break
    ours[1].close()
    worker.join(5)
    assert not worker.is_alive()
    return got


def test_streams_what_is_found_and_says_when_it_is_done() -> None:
    got = replies_to(ARTICLE, analyst=FakeAnalyst())
    assert isinstance(got[-1], Finished)
    assert len(got) == len(ARTICLE.block_spans) + 1
    assert all(isinstance(reply, Found) for reply in got[:-1])


def test_what_kept_the_analysis_from_being_kept_is_told_at_the_end() -> None:
    got = replies_to(ARTICLE, analyst=FakeAnalyst(warning="no space"))
    assert [isinstance(each, Found) for each in got] == [True] * (len(got) - 1) + [False]
    assert got[-1] == Failed(article_id=ARTICLE.id, reason="no space")


def test_a_newer_request_ends_an_older_one() -> None:
    other = article_of(TEXT, "test:other")
    got = replies_to(ARTICLE, other, analyst=FakeAnalyst())
    assert isinstance(got[-1], Finished)
    assert {reply.article_id for reply in got} == {"test:other"}  # type: ignore[attr-defined]


def test_what_goes_wrong_is_one_line() -> None:
    (reply,) = replies_to(ARTICLE, analyst=FakeAnalyst(fails=True))
    assert reply == Failed(article_id=ARTICLE.id, reason="no such model")


def test_the_end_of_the_process_is_told_and_a_new_one_can_be_started() -> None:
    process = AnalysisProcess("any")
    process._command = [sys.executable, "-c", "raise SystemExit(3)"]
    for _ in range(2):
        with pytest.raises(AnalysisStoppedError, match=r"exit code 3\b"):
            list(process.batches(ARTICLE, lambda: True))
    process.close()


def test_an_analysis_that_nobody_waits_for_any_more_is_given_up() -> None:
    process = AnalysisProcess("any")
    process._command = [sys.executable, "-c", "import sys; sys.stdin.read()"]
    assert list(process.batches(ARTICLE, lambda: False)) == []
    process.close()


def test_stands_back_for_all_that_has_the_usual_priority() -> None:
    standing_back = "from tui.services.analysis_worker import lower_priority; lower_priority()"
    code = f"import os; {standing_back}; print(os.nice(0))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(said.stdout) > os.nice(0)
