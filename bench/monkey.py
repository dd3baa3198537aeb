"""Let a monkey play with the reader: `python -m bench.monkey --seconds 1800` for half an hour."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.app.playground import playground
from tests.app.playing import play

_SESSION = 20.0
"""Seconds of one session."""


def main() -> int:
    """Play sessions, a line each, and print what went wrong.

    Returns:
        The number of sessions in which something did.
    """
    parser = argparse.ArgumentParser(description="Random keys, pastes, mouse and sizes")
    parser.add_argument("--seconds", type=float, default=120.0, help="for how long")
    parser.add_argument("--seed", type=int, default=1, help="of the first session")
    options = parser.parse_args()
    until, seed = time.monotonic() + options.seconds, options.seed
    keys, faults, ends = 0, 0, []
    with tempfile.TemporaryDirectory() as name, playground(Path(name)) as ground:
        while (left := until - time.monotonic()) > 0:
            with tempfile.TemporaryDirectory() as folder:
                played = play(Path(folder), seed, min(_SESSION, left), ground)
            keys += played.keys
            faults += bool(played.fault)
            ends += [played.to_end] if played.to_end is not None else []
            if played.fault:
                print(f"seed {seed}: {played.fault}", flush=True)
            seed += 1
    print(f"{seed - options.seed} sessions from seed {options.seed}, {keys} keys, {faults} faults")
    if ends:
        print(f"Esc and q took {sum(ends) / len(ends):.2f} s, at most {max(ends):.2f} s")
    return faults


if __name__ == "__main__":
    sys.exit(main())
