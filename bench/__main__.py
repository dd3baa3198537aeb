"""Runs every benchmark there is, each in a process of its own: `make bench`.

A benchmark is a module or package in bench/ that runs with `python -m bench.NAME`.
"""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
NOT_BENCHMARKS = {"__main__", "train", "picture", "walk", "library_walk"}


def benchmarks() -> list[str]:
    """Return the names of the benchmarks: accuracy first, the others by name."""
    found = {module.name for module in pkgutil.iter_modules([str(FOLDER)])}
    return sorted(found - NOT_BENCHMARKS, key=lambda name: (name != "accuracy", name))


def main() -> int:
    """Run the benchmarks that are named, or all of them.

    Returns:
        The number of benchmarks that failed.
    """
    failed = 0
    for name in sys.argv[1:] or benchmarks():
        print(f"\n# {name}\n", flush=True)
        ran = subprocess.run([sys.executable, "-m", f"bench.{name}"], cwd=FOLDER.parent)
        failed += ran.returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
