"""Prints every figure on speed and size: `python -m bench.speed [PART...]`.

Seconds are processor time where one process works alone, so that whatever else the machine does
changes little; `jobs` and `second_process` can only be told by the clock and needs idle cores.
"""

from __future__ import annotations

import os
import sys

from bench.speed import growth, jobs, memory, second_process, shapes, throughput

PARTS = {
    "throughput": throughput.main,
    "growth": growth.main,
    "shapes": shapes.main,
    "memory": memory.main,
    "jobs": jobs.main,
    "second_process": second_process.main,
}


def main() -> None:
    """Run the parts that are named, or all of them."""
    print(f"load of the machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n")
    for name in sys.argv[1:] or PARTS:
        print(f"## {name}\n", flush=True)
        PARTS[name]()
        print(flush=True)


if __name__ == "__main__":
    main()
