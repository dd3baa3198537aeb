"""Fuzzes loaders one after the other, each in a process of its own, and prints what came of it."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.fuzz.corpus import BEGINNINGS

_CRASHES = ("crash-*", "timeout-*", "oom-*", "leak-*")
_SLOW = ("slow-unit-*",)
_SHOWN = 3000


def fuzz(loader: str, seconds: int, kept: Path) -> bool:
    """Fuzz one loader and print its figures.

    Args:
        loader: as in `BEGINNINGS`.
        seconds: how long.
        kept: the folder for the slowest input and those that crashed.

    Returns:
        Whether there was no crash.
    """
    folder = kept / loader
    inputs = folder / "inputs"
    inputs.mkdir(parents=True, exist_ok=True)
    for number, sample in enumerate(BEGINNINGS[loader].samples):
        (inputs / str(number)).write_bytes(sample)
    for stale in _findings(folder, *_CRASHES, *_SLOW):
        stale.unlink()
    (folder / "words").write_text(_dictionary(BEGINNINGS[loader].words), "ascii")
    command = [sys.executable, "-m", "bench.fuzz.target", loader, str(seconds), str(folder)]
    ran = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    report = folder / "report"
    figures = json.loads(report.read_text("utf-8")) if report.exists() else {}
    odd = _findings(folder, *_CRASHES)
    shown = "  ".join(f"{name} {value:.0f}" for name, value in figures.items())
    print(f"{loader:6}  crashes {len(odd) or int(ran.returncode != 0)}  {shown}", flush=True)
    if ran.returncode != 0:
        print(ran.stdout.decode("utf-8", "replace")[-_SHOWN:])
    for path in (*odd, *_findings(folder, *_SLOW)):
        print(path)
    return ran.returncode == 0


def _findings(folder: Path, *patterns: str) -> list[Path]:
    """Return the inputs that libFuzzer kept for what they did."""
    return sorted(path for pattern in patterns for path in folder.glob(pattern))


def _dictionary(words: tuple[bytes, ...]) -> str:
    """Return words as libFuzzer reads them."""
    return "".join('"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n' for word in words)


def main() -> int:
    """Fuzz the loaders that are named, or all.

    Returns:
        The number of loaders that crashed.
    """
    parser = argparse.ArgumentParser(prog="python -m bench.fuzz")
    parser.add_argument("--minutes", type=float, default=0.2, help="for each loader")
    parser.add_argument("--loader", choices=sorted(BEGINNINGS), action="append")
    parser.add_argument("--keep", type=Path, help="a folder for the inputs that were found")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        kept = options.keep or Path(passing)
        names = options.loader or list(BEGINNINGS)
        results = [fuzz(name, int(options.minutes * 60), kept) for name in names]
    return results.count(False)


if __name__ == "__main__":
    sys.exit(main())
