"""What a second process brings to `inquit extract`, by the clock."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from bench.speed.process import run_measured
from bench.speed.throughput import corpus

_EXTRACT = "from tui.cli import main; main()"


def main() -> None:
    """Run and print the measurement."""
    with tempfile.TemporaryDirectory() as folder:
        articles, words = corpus(Path(folder))
        command = [sys.executable, "-c", _EXTRACT, "extract", str(articles), "-f", "jsonl"]
        command += ["-o", "/dev/null", "--no-cache", "--jobs"]
        one, two = (run_measured([*command, number]).clock for number in ("1", "2"))
    print(f"{words:,} words: {one:.1f} s with one process, {two:.1f} s with two: {one / two:.2f}x")
    print(f"load of the machine after: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
