"""Starts the analysis beside the reader's own start."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

from inquit.model.article import Article
from inquit.model.engine import AnalysisSetup
from tui.services.analyst_at_need import AnalystAtNeed

if TYPE_CHECKING:
    from inquit.service.analyser.client import AnalyserClient


def begin_analysis(setup: AnalysisSetup, article: Article | None) -> AnalystAtNeed:
    """Return what analyses; on a second core it gets ready while the first screen is made.

    On a single one it would take the processor from that screen, and waits to be asked.

    Args:
        setup: what to analyse with.
        article: what is going to be analysed first; None where that is not known yet.
    """

    def make() -> AnalyserClient:
        from inquit.service.analyser.client import user_analyser

        return user_analyser(setup)

    analyst = AnalystAtNeed(make)
    if article is not None and _usable_cores() > 1:
        threading.Thread(target=_prepare, args=(analyst, setup, article), daemon=True).start()
    return analyst


def _prepare(analyst: AnalystAtNeed, setup: AnalysisSetup, article: Article) -> None:
    """Let the analyst get ready, unless the analysis seems to be cached."""
    from inquit.service.analysis import Analyst, user_cache

    if not Analyst(setup, user_cache()).may_be_kept(article):
        analyst.prepare(article)


def _usable_cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
