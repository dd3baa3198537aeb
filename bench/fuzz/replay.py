"""Loads what fuzzing found as users load it: `python -m bench.fuzz.replay LOADER FOLDER [COUNT]`.

Nothing is instrumented, and a PDF is read by its process within bounds.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from pathlib import Path

from bench.fuzz.corpus import BEGINNINGS
from bench.fuzz.running import runner
from inquit.errors import UserError

_WHO = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def main() -> None:
    """Load inputs of a folder that `--keep` of `bench.fuzz` filled, and print what came of it."""
    loader, folder, *most = sys.argv[1:]
    paths = sorted((Path(folder) / loader / "inputs").iterdir())
    chosen = paths[:: 1 + len(paths) // int(most[0])] if most else paths
    beginning = BEGINNINGS[loader]
    run = runner(loader, beginning.name)
    run(beginning.samples[0])
    refused, slowest = 0, (0.0, 0)
    for path in chosen:
        data = path.read_bytes()
        start = _computed()
        try:
            run(data)
        except UserError:
            refused += 1
        slowest = max(slowest, (_computed() - start, len(data)))
    peak = max(resource.getrusage(who).ru_maxrss for who in _WHO)
    print(
        f"{loader:6}  loaded {len(chosen)}  refused {refused}  slowest_ms {1000 * slowest[0]:.0f}  "
        f"slowest_bytes {slowest[1]}  peak_mb {peak / 1024:.0f}"
    )


def _computed() -> float:
    spent = os.times()
    return time.process_time() + spent.children_user + spent.children_system


if __name__ == "__main__":
    main()
