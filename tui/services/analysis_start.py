"""Starts the analysis beside the reader's own start."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

from inquit.model.article import Article
from inquit.model.engine import AnalysisSetup

if TYPE_CHECKING:
    from inquit.service.analyser.client import AnalyserClient


def begin_analysis(setup: AnalysisSetup, article: Article | None) -> AnalyserClient:
    """Return what analyses; on a second core it gets ready while the first screen is made.

    On a single one it would take the processor from that screen, and waits to be asked.

    Args:
        setup: what to analyse with.
        article: what is going to be analysed first; None where that is not known yet.
    """
    from inquit.service.analyser.client import user_analyser

    analyser = user_analyser(setup)
    if article is not None and _usable_cores() > 1:
        threading.Thread(target=analyser.prepare, args=(article,), daemon=True).start()
    return analyser


def _usable_cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
