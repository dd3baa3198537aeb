"""Eight processes that add two hundred records each, at the same time."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from inquit.store.records.repository import Repository

PROCESSES, RECORDS = 8, 200

_WRITER = """
import sys
from pathlib import Path
from inquit.store.records.record_factory import new_note
from inquit.store.records.repository import Repository

repository = Repository.open(Path(sys.argv[1]))
for number in range(int(sys.argv[2])):
    repository.add_note(new_note("A Source", f"note {number}"))
"""


def main() -> None:
    """Print how many of the records are there."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "data"
        started = time.perf_counter()
        command = [sys.executable, "-c", _WRITER, str(folder), str(RECORDS)]
        writers = [subprocess.Popen(command) for _ in range(PROCESSES)]
        failed = sum(writer.wait() != 0 for writer in writers)
        seconds = time.perf_counter() - started
        with Repository.open(folder) as repository:
            count = len(repository.notes())
    print(f"crowd: {PROCESSES} processes of {RECORDS} records: {count} of {PROCESSES * RECORDS}")
    print(f"  are there, {failed} processes failed; {seconds:.1f} s")
