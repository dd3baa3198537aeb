"""What `inquit --help` takes, against Python doing nothing, in turns.

The ratio is of processor time, which changes little with whatever else the machine does.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from pathlib import Path

from bench.speed.process import Usage, run_measured

RUNS = 15
COMMANDS = {
    "python -c pass": (sys.executable, "-c", "pass"),
    "inquit --help": (str(Path(sys.executable).with_name("inquit")), "--help"),
}


def main() -> None:
    """Print the medians and their ratio."""
    runs: dict[str, list[Usage]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS):
        for name, command in COMMANDS.items():
            usage = run_measured(command, one_thread=False, output=subprocess.DEVNULL)
            runs[name].append(usage)
    print(f"{'':<16}clock ms  processor ms")
    processor = []
    for name, usages in runs.items():
        clock = 1000 * statistics.median(usage.clock for usage in usages)
        used = 1000 * statistics.median(usage.seconds for usage in usages)
        processor.append(used)
        print(f"{name:<16}{clock:8.0f}{used:14.0f}")
    print(f"{'ratio':<24}{processor[1] / max(1.0, processor[0]):14.1f}")


if __name__ == "__main__":
    main()
