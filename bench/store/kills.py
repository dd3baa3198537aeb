"""Writers killed at random moments, through the library and through the command line."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from inquit.store.durability.file_layout import parse
from inquit.store.records.repository import Repository

KILLS, KILLS_OF_COMMANDS = 450, 50

_LIBRARY = """
import sys
from pathlib import Path
from inquit.store.records.record_factory import new_note
from inquit.store.records.repository import Repository

repository = Repository.open(Path(sys.argv[1]))
while True:
    note = new_note("A Source", "a body of some length " * 8)
    repository.add_note(note)
    print(note.id, flush=True)
"""

_COMMANDS = """
import subprocess, sys

while True:
    add = [sys.executable, "-c", "from tui.cli import main; main()", "notes", "add", "A Source"]
    subprocess.run([*add, "--text", "a body"])
"""


def main() -> None:
    """Print how many acknowledged records were lost, and how often the file did not parse."""
    chance = random.Random(4)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "data"
        environment = {**os.environ, "INQUIT_DATA_DIR": str(folder)}
        started = time.perf_counter()
        acknowledged: set[str] = set()
        damaged = 0
        for number in range(KILLS + KILLS_OF_COMMANDS):
            by_command = number >= KILLS
            script = _COMMANDS if by_command else _LIBRARY
            writer = subprocess.Popen(
                [sys.executable, "-c", script, str(folder)],
                stdout=subprocess.PIPE,
                text=True,
                env=environment,
                process_group=0,
            )
            first = writer.stdout.readline() if writer.stdout else ""
            time.sleep(chance.uniform(0, 0.4 if by_command else 0.03))
            os.killpg(writer.pid, 9)
            lines = [first, *writer.communicate()[0].splitlines(keepends=True)]
            # A line cut short by the kill was not acknowledged in full.
            acknowledged.update(line.strip() for line in lines if line.endswith("\n"))
            damaged += not _parses(folder / "inquit.json")
        with Repository.open(folder) as repository:
            lost = acknowledged - {note.id for note in repository.notes()}
            told = repository.recovery
    print(f"kills: {KILLS} of the library and {KILLS_OF_COMMANDS} of the command line")
    print(f"  {len(acknowledged)} records acknowledged, {len(lost)} lost; the file did not parse")
    print(f"  {damaged} times; recovery at the end: {told}; {time.perf_counter() - started:.0f} s")


def _parses(path: Path) -> bool:
    try:
        parse(path.read_bytes())
    except ValueError:
        return False
    return True
