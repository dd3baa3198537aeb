"""How the analyser stands back for the reader."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

_POLITENESS = 10
"""How much priority the process gives up, as `nice` counts."""

_POLITENESS_OF_SESSION = 5
"""The same for its session: enough for the reader to go first, too little to starve it."""

_SESSION = Path("/proc/self/autogroup")
"""The niceness of a whole session on Linux: sched(7), the autogroup feature."""


def lower_priority() -> None:
    """Let every other process go first.

    Where Linux gives each session an equal share of the processors, niceness counts only within
    a session. This process has a session of its own, so that its session has to be nice as well.
    """
    os.nice(_POLITENESS)
    with contextlib.suppress(OSError):  # other systems have no such file
        _SESSION.write_text(str(_POLITENESS_OF_SESSION))
