"""What a second process brings to one long text, by the clock; it needs two idle cores."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.speed.memory import write_long_text

WORDS = 26_000
_TIMED = """
import sys, time
from pathlib import Path
from inquit.service.analysis import Analyst
from inquit.service.articles import open_file

article = open_file(Path(sys.argv[1]))
analyst = Analyst(second=sys.argv[2] == "2")
analyst.load()
start = time.perf_counter()
found = analyst.analyse(article)
print(time.perf_counter() - start, hash(repr((found.quotes, found.attributions, found.sources))))
"""


def main() -> None:
    """Run and print the measurement."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.txt"
        write_long_text(path, WORDS)
        one, two = (_timed(path, processes) for processes in ("1", "2"))
    same = "the same result" if one[1] == two[1] else "ANOTHER RESULT"
    ratio = one[0] / two[0]
    print(f"{WORDS:,} words: {one[0]:.1f} s alone, {two[0]:.1f} s with two: {ratio:.2f}x, {same}")
    print(f"load of the machine after: {os.getloadavg()[0]:.1f}")


def _timed(path: Path, processes: str) -> tuple[float, str]:
    """Return the seconds of an analysis once the model is loaded, and what tells its result."""
    command = [sys.executable, "-c", _TIMED, str(path), processes]
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    seconds, result = done.stdout.split()
    return float(seconds), result


if __name__ == "__main__":
    main()
