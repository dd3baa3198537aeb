"""An analyser's process that finds what was made by hand, a batch every while: it loads nothing."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from inquit.model.engine import AnalysisSetup
from inquit.model.span import Span
from inquit.service.analyser.own_process import KEEP_WARM, OwnProcess, worker_command
from inquit.service.analyser.worker import run_worker
from tests.service.analyser.analysing import FakeAnalyst

ROOT = Path(__file__).parent.parent.parent.parent
SECONDS = 0.02
"""Between two batches: enough for something to happen in mid-answer."""


class SlowAnalyst(FakeAnalyst):
    """Takes its time."""

    def batches(
        self, article: Article, *, visible: Callable[[], Span | None] = lambda: None
    ) -> Iterator[AnalysisBatch]:
        for batch in super().batches(article, visible=visible):
            yield batch
            time.sleep(SECONDS)


def start_fake(command: list[str]) -> OwnProcess:
    """Start this in the place of the process that a command is for."""
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); " + (
        "from tests.service.analyser.fake_worker import main; main()"
    )
    options = command[len(worker_command(AnalysisSetup(model=""), keep_warm=False)) - 2 :]
    return OwnProcess([sys.executable, "-c", code, *options])


def main() -> None:
    model, _, *options = sys.argv[1:]
    run_worker(AnalysisSetup(model=model), _make, keep_warm=KEEP_WARM in options)


def _make(_: Path | None = None, *, topics: bool = False) -> SlowAnalyst:
    return SlowAnalyst(fails=topics)
