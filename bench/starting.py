"""What `inquit --help` takes, against Python doing nothing, in turns.

The ratio is of processor time, which changes little with whatever else the machine does.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

RUNS = 15
COMMANDS = {
    "python -c pass": (sys.executable, "-c", "pass"),
    "inquit --help": (str(Path(sys.executable).with_name("inquit")), "--help"),
}


def taken(command: Sequence[str]) -> tuple[float, float]:
    """Run a program and return the seconds that it took, on the clock and of the processor."""
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after, seconds = os.times(), time.perf_counter() - start
    user = after.children_user - before.children_user
    return seconds, user + after.children_system - before.children_system


def main() -> None:
    """Print the medians and their ratio."""
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS):
        for name, command in COMMANDS.items():
            runs[name].append(taken(command))
    print(f"{'':<16}clock ms  processor ms")
    processor = []
    for name, both in runs.items():
        clock, used = (1000 * statistics.median(each) for each in zip(*both, strict=True))
        processor.append(used)
        print(f"{name:<16}{clock:8.0f}{used:14.0f}")
    print(f"{'ratio':<24}{processor[1] / max(1.0, processor[0]):14.1f}")


if __name__ == "__main__":
    main()
