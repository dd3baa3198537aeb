"""How many processor cores this process may use."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_QUOTA = Path("/sys/fs/cgroup/cpu.max")
"""What a container may use, as microseconds of every so many: cgroup v2."""


def usable_cores() -> int:
    """Return the number of cores: those of the machine that we are let on, and within a quota."""
    cores = os.cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        cores = len(os.sched_getaffinity(0))
    with suppress(OSError, ValueError):  # other systems have no such file
        quota, period = _QUOTA.read_text().split()
        cores = min(cores, max(1, int(quota) // int(period)))
    return cores
