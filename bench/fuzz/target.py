"""One fuzzing process: `python -m bench.fuzz.target LOADER SECONDS FOLDER`.

Anything that a loader raises but UserError is a crash, and so is an article that is not sound.
Seconds are of computing, for what else the machine does is none of the input's doing.
The report is written as it goes, for libFuzzer ends the process its own way. In the folder lie
`inputs`, which grow, `words`, the `report` and `slowest`, the input that took longest.
"""

from __future__ import annotations

import importlib
import json
import logging
import pkgutil
import resource
import sys
import time
from pathlib import Path

import atheris

_INSTRUMENTED = ["inquit", "markdown_it", "email", "zipfile", "feedparser", "pdfminer", "sgmllib"]
_LATE = (
    *("feedparser", "markdown_it", "pdfminer.pdfpage", "defusedxml.ElementTree"),
    *("charset_normalizer", "trafilatura.metadata"),
)
with atheris.instrument_imports(include=_INSTRUMENTED):
    import inquit.loaders

    # What a loader imports only when it runs is instrumented only where it is imported here.
    for late in _LATE:
        importlib.import_module(late)
    for found in pkgutil.walk_packages(inquit.loaders.__path__, "inquit.loaders."):
        importlib.import_module(found.name)
    from bench.fuzz.corpus import BEGINNINGS
    from bench.fuzz.mutating import mutate_archive, mutate_gzip
    from bench.fuzz.running import runner
    from inquit.errors import UserError
    from inquit.loaders.pdf import loader as pdf
    from tests.loaders.pdf_here import read_pages_here

_EVERY = 200
_MUTATORS = {"epub": mutate_archive, "docx": mutate_archive, "gz": mutate_gzip}


class Target:
    """Runs a loader on inputs and keeps count."""

    def __init__(self, loader: str, folder: Path) -> None:
        beginning = BEGINNINGS[loader]
        self._run = runner(loader, beginning.name)
        self._folder = folder
        for sample in beginning.samples:
            self._run(sample)  # what the first run alone does is no part of the figures
        self._count = 0
        self._slowest, self._slowest_size = 0.0, 0

    def __call__(self, data: bytes) -> None:
        """Load one input."""
        start = time.process_time()
        try:
            self._run(data)
        except UserError:
            pass
        finally:
            self._account(time.process_time() - start, data)

    def _account(self, seconds: float, data: bytes) -> None:
        self._count += 1
        if seconds > self._slowest:
            self._slowest, self._slowest_size = seconds, len(data)
            (self._folder / "slowest").write_bytes(data)
        if self._count % _EVERY == 0 or seconds == self._slowest:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            figures = {
                "executions": self._count,
                "slowest_ms": self._slowest * 1000,
                "slowest_bytes": self._slowest_size,
                "peak_mb": peak / 1024,
            }
            (self._folder / "report").write_text(json.dumps(figures), "utf-8")


def main() -> None:
    """Fuzz until the time is over."""
    loader, seconds, named = sys.argv[1:]
    folder = Path(named)
    logging.disable(logging.CRITICAL)
    options = [f"-max_total_time={seconds}", "-max_len=20000", "-timeout=60", "-verbosity=0"]
    given = [f"-dict={folder / 'words'}", f"-artifact_prefix={folder}/", "-rss_limit_mb=4096"]
    pdf.read_pages = read_pages_here  # in this process, so that the reading is seen
    target = Target(loader, folder)
    atheris.Setup(
        [sys.argv[0], *options, *given, str(folder / "inputs")],
        target,
        **({"custom_mutator": _MUTATORS[loader]} if loader in _MUTATORS else {}),
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
