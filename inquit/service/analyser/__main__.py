"""The analyser's program: `python -m inquit.service.analyser MODEL ENGINE [--keep-warm]`."""

from __future__ import annotations

import sys
from pathlib import Path

from inquit.model.engine import AnalysisSetup, Engine
from inquit.service.analyser.own_process import KEEP_WARM
from inquit.service.analyser.worker import run_worker
from inquit.service.analysis import Analyst, cache_in


def main() -> None:
    """Analyse for others until nobody needs this process."""
    model, engine, *options = sys.argv[1:]
    setup = AnalysisSetup(model=model, engine=Engine(engine))

    def make_analyst(cache: Path | None = None, *, topics: bool = False) -> Analyst:
        folder = cache_in(cache) if cache is not None else None
        return Analyst(setup, folder, topics=topics, second=True)

    run_worker(setup, make_analyst, keep_warm=KEEP_WARM in options)


if __name__ == "__main__":
    main()
