"""One fuzzing process: `python -m bench.fuzz.target LOADER SECONDS FOLDER REPORT`.

Anything that a loader raises but UserError is a crash, and so is an article that is not sound.
The report is written as it goes, for libFuzzer ends the process its own way.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["inquit", "markdown_it", "email"]):
    from bench.fuzz.corpus import SAMPLES
    from inquit.errors import UserError
    from inquit.loaders import load
    from inquit.loaders.corpus import articles_in
    from inquit.loaders.normalising import normalise
    from inquit.model.article import Article

_EVERY = 200


class Target:
    """Runs a loader on inputs and keeps count."""

    def __init__(self, loader: str, report: Path) -> None:
        self._name = SAMPLES[loader][0]
        self._run: Callable[[bytes], None] = {"jsonl": self._corpus}.get(loader, self._document)
        self._report = report
        self._count = 0
        self._slowest, self._slowest_size = 0.0, 0

    def __call__(self, data: bytes) -> None:
        """Load one input."""
        start = time.perf_counter()
        try:
            self._run(data)
        except UserError:
            pass
        finally:
            self._account(time.perf_counter() - start, len(data))

    def _account(self, seconds: float, size: int) -> None:
        self._count += 1
        if seconds > self._slowest:
            self._slowest, self._slowest_size = seconds, size
        if self._count % _EVERY == 0 or seconds == self._slowest:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            figures = {
                "executions": self._count,
                "slowest_ms": self._slowest * 1000,
                "slowest_bytes": self._slowest_size,
                "peak_mb": peak / 1024,
            }
            self._report.write_text(json.dumps(figures), "utf-8")

    def _document(self, data: bytes) -> None:
        _require_sound(load(data, origin=self._name, article_id=None))

    def _corpus(self, data: bytes) -> None:
        for article in articles_in(data.splitlines(), self._name):
            assert article.origin.isprintable()


def _require_sound(article: Article) -> None:
    assert normalise(article.text) == article.text
    for block in article.blocks:
        assert block.span in article.block_spans
    for link in article.links:
        assert link.span.of(article.text)


def main() -> None:
    """Fuzz until the time is over."""
    loader, seconds, folder, report = sys.argv[1:]
    options = [f"-max_total_time={seconds}", "-max_len=20000", "-timeout=60", "-verbosity=0"]
    artifacts = f"-artifact_prefix={Path(folder).parent}/"
    atheris.Setup([sys.argv[0], *options, artifacts, folder], Target(loader, Path(report)))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
