"""Scripts that are killed at some moment, and what they had acknowledged by then."""

from __future__ import annotations

import signal
import subprocess
import sys
import time


def started(script: str, *arguments: object) -> subprocess.Popen[str]:
    """Start a script that writes a line for each thing that it has kept."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def acknowledged(script: str, *arguments: object, seconds: float) -> set[str]:
    """Kill a script so many seconds after its first line; return the lines that it had written."""
    process = started(script, *arguments)
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(seconds)
    process.kill()
    rest = process.communicate()[0]
    assert process.returncode == -signal.SIGKILL
    # A line cut short by the kill was not acknowledged in full.
    lines = [first, *rest.splitlines(keepends=True)]
    return {line.rstrip("\n") for line in lines if line.endswith("\n")}
