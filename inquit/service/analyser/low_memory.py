"""Whether the machine is short of memory."""

from __future__ import annotations

from pathlib import Path

_LEAST_SHARE, _LEAST_KILOBYTES = 0.05, 400 * 1024
"""What has to be free: a share of all memory, and more than an analyser takes."""

_MEMORY = Path("/proc/meminfo")


def is_memory_low(memory: Path = _MEMORY) -> bool:
    """Tell whether little memory is left for other programs, where the system says so.

    Args:
        memory: where Linux tells of it: proc(5), meminfo.
    """
    try:
        lines = memory.read_text("ascii").splitlines()
        told = {name: int(rest.split()[0]) for name, _, rest in (x.partition(":") for x in lines)}
        total, available = told["MemTotal"], told["MemAvailable"]
    except (OSError, ValueError, KeyError, IndexError):
        return False
    return available < max(_LEAST_KILOBYTES, _LEAST_SHARE * total)
