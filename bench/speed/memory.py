"""Peak memory of `inquit extract` on one very long text."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import seeds
from bench.speed.process import run_measured

WORDS = 500_000
BAR = 600
_EXTRACT = "from tui.cli import main; main()"


def main() -> None:
    """Run and print the measurement."""
    unit = "\n\n".join(seeds.read(name).decode() for name in seeds.names())
    text = "\n\n".join([unit] * (WORDS // len(unit.split()) + 1))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.txt"
        path.write_text(text, encoding="utf-8")
        options = ["-f", "jsonl", "--no-cache", "-o", "/dev/null"]
        taken = run_measured([sys.executable, "-c", _EXTRACT, "extract", str(path), *options])
    print(f"{len(text.split()):,} words: peak {taken.megabytes:.0f} MB, bar {BAR} MB")


if __name__ == "__main__":
    main()
