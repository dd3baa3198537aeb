"""The programs that are timed, each with folders of its own, and what is left of them."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from pathlib import Path

from bench.reader.terminal import Terminal

COLUMNS, ROWS = 120, 40
INQUIT = str(Path(sys.executable).with_name("inquit"))


def environment(own: Path, shared: Path) -> dict[str, str]:
    """Return the variables that keep all that a program writes in two folders, but its bytecode.

    That is kept beside the sources, as an installed program has it.

    Args:
        own: takes data and configuration, with them the place in an article.
        shared: takes kept analyses, and what programs reach one another by.
    """
    places = {
        "INQUIT_DATA_DIR": own / "data",
        "INQUIT_CONFIG_DIR": own / "config",
        "INQUIT_CACHE_DIR": shared / "cache",
        "INQUIT_RUNTIME_DIR": shared / "runtime",
    }
    for place in places.values():
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return {
        "PYTHONDONTWRITEBYTECODE": "",
        **{name: str(place) for name, place in places.items()},
    }


def reader(article: Path, own: Path, shared: Path) -> Terminal:
    """Start the reader on an article; the folders are those of `environment`."""
    return Terminal((INQUIT, str(article)), environment(own, shared), COLUMNS, ROWS)


def bare(article: Path, own: Path, shared: Path) -> Terminal:
    """Start the bare Textual app on the same text."""
    command = (sys.executable, "-m", "bench.reader.bare", str(article))
    return Terminal(command, environment(own, shared), COLUMNS, ROWS)


def helpers(shared: Path, *, but: int = 0) -> list[int]:
    """Return the processes that run for a shared folder, such as analyses.

    Args:
        shared: as in `environment`.
        but: the reader itself, which is none of them.
    """
    wanted = f"INQUIT_RUNTIME_DIR={shared / 'runtime'}\0".encode()
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if int(place.name) != but and wanted in (place / "environ").read_bytes():
                found.append(int(place.name))
    return found


def peak_megabytes(processes: list[int]) -> float:
    """Return the most memory that any of some processes has held so far; 0 where all have ended."""
    return max((_peak_megabytes(process) for process in processes), default=0.0)


def _peak_megabytes(process: int) -> float:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
    return 0.0


def end_helpers(shared: Path) -> None:
    """End what still runs there, so that nothing is left and no later run finds it warm."""
    while running := helpers(shared):
        for process in running:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        time.sleep(0.01)
