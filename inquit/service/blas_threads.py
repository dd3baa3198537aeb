"""Number crunching on one thread.

The matrices of an article are small: threads that share them mostly wait for each other, and
burn the processor while they do. Where there are more processors, more processes use them.
"""

from __future__ import annotations

import os

LIMITS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def crunch_on_one_thread() -> None:
    """Keep the numerical libraries that are imported after this to one thread each.

    A number that the user has set stays.
    """
    for limit in LIMITS:
        os.environ.setdefault(limit, "1")
