"""Runs a program alone and measures what it uses."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.accuracy.scoring import ROOT

ALONE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What a program used: processor seconds, seconds by the clock, and peak memory in MB."""

    seconds: float
    clock: float
    megabytes: float


def run_measured(
    command: Sequence[str],
    *,
    one_thread: bool = True,
    output: int | None = None,
    variables: Mapping[str, str] | None = None,
) -> Usage:
    """Run a program to its end.

    Args:
        command: the program and its arguments.
        one_thread: keep its number crunching to one thread.
        output: what it writes to, such as `subprocess.DEVNULL`; None for our own output.
        variables: of the environment, on top of the present ones.

    Raises:
        CalledProcessError: where the program fails.
    """
    start = time.perf_counter()
    environment = {**os.environ, **(ALONE if one_thread else {}), **(variables or {})}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command))
    return Usage(
        seconds=usage.ru_utime + usage.ru_stime,
        clock=time.perf_counter() - start,
        megabytes=usage.ru_maxrss / 1024,
    )


def processor_time() -> float:
    """Return the processor seconds of this process and of its children that have ended."""
    spent = os.times()
    return time.process_time() + spent.children_user + spent.children_system
