"""Prints how soon the reader is there, beside bars and aims: `python -m bench.start [PART...]`.

Every figure is the median of some runs in which the sides take turns. They are seconds by the
clock, so that the machine should have nothing else to do.
"""

from __future__ import annotations

import argparse
import os

from bench.start import commands, first_quotes, keys, ready
from bench.start.rows import HEAD

PARTS = {
    "ready": ready.measure,
    "first-quotes": first_quotes.measure,
    "keys": keys.measure,
    "commands": commands.measure,
}


def main() -> None:
    """Run the parts that are named, or all of them."""
    parser = argparse.ArgumentParser(prog="python -m bench.start", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"one of {', '.join(PARTS)}")
    parser.add_argument("--runs", type=int, default=9, help="how often each is measured")
    asked = parser.parse_args()
    if unknown := set(asked.parts) - PARTS.keys():
        parser.error(f"there is no part {sorted(unknown)[0]!r}")
    print(f"load of the machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n")
    print(HEAD, flush=True)
    for name in asked.parts or PARTS:
        for row in PARTS[name](asked.runs):
            print(row, flush=True)


if __name__ == "__main__":
    main()
