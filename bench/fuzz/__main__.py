"""Fuzzes loaders one after the other, each in a process of its own, and prints what came of it."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.fuzz.corpus import SAMPLES


def fuzz(loader: str, seconds: int) -> bool:
    """Fuzz one loader and print its figures.

    Returns:
        Whether there was no crash.
    """
    with tempfile.TemporaryDirectory() as folder:
        inputs, report = Path(folder) / "inputs", Path(folder) / "report"
        inputs.mkdir()
        for number, sample in enumerate(SAMPLES[loader][1]):
            (inputs / str(number)).write_bytes(sample)
        command = [sys.executable, "-m", "bench.fuzz.target", loader, str(seconds)]
        ran = subprocess.run(
            [*command, str(inputs), str(report)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        figures = json.loads(report.read_text("utf-8")) if report.exists() else {}
        crashes = [path for path in Path(folder).glob("*-*") if path.is_file()]
        shown = "  ".join(f"{name} {value:.0f}" for name, value in figures.items())
        failed = ran.returncode != 0 or bool(crashes)
        print(f"{loader:6}  crashes {int(failed)}  {shown}", flush=True)
        if failed:
            print(ran.stderr.decode("utf-8", "replace")[-3000:])
            for path in crashes:
                print(path.name, path.read_bytes()[:500])
    return not failed


def main() -> int:
    """Fuzz the loaders that are named, or all.

    Returns:
        The number of loaders that crashed.
    """
    parser = argparse.ArgumentParser(prog="python -m bench.fuzz")
    parser.add_argument("--minutes", type=float, default=0.2, help="for each loader")
    parser.add_argument("--loader", choices=sorted(SAMPLES), action="append")
    options = parser.parse_args()
    results = [fuzz(name, int(options.minutes * 60)) for name in options.loader or SAMPLES]
    return results.count(False)


if __name__ == "__main__":
    sys.exit(main())
