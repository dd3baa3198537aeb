"""Loads what fuzzing found as users load it: `python -m bench.fuzz.replay LOADER FOLDER [COUNT]`.

Nothing is instrumented, and a PDF is read by its process within bounds.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from bench.fuzz.corpus import BEGINNINGS
from bench.fuzz.running import runner
from bench.speed.process import processor_time
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
        start = processor_time()
        try:
            run(data)
        except UserError:
            refused += 1
        slowest = max(slowest, (processor_time() - start, len(data)))
    peak = max(resource.getrusage(who).ru_maxrss for who in _WHO)
    print(
        f"{loader:6}  loaded {len(chosen)}  refused {refused}  slowest_ms {1000 * slowest[0]:.0f}  "
        f"slowest_bytes {slowest[1]}  peak_mb {peak / 1024:.0f}"
    )


if __name__ == "__main__":
    main()
