"""How long `inquit --help` takes, against Python doing nothing, in turns."""

from __future__ import annotations

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


def seconds(command: Sequence[str]) -> float:
    """Return how long a program runs."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Print both medians and their ratio."""
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS):
        for name, command in COMMANDS.items():
            taken[name].append(seconds(command))
    bare, ours = (statistics.median(each) for each in taken.values())
    for name, each in taken.items():
        print(f"{name:<16}{1000 * statistics.median(each):6.0f} ms")
    print(f"{'ratio':<16}{ours / bare:6.1f}")


if __name__ == "__main__":
    main()
