"""What a crash prints: where it happened, and nothing of what is being read or written.

Local variables and messages of exceptions may hold words of a note, so neither is printed.
"""

from __future__ import annotations

import traceback


def crash_report(error: BaseException) -> str:
    """Return where an exception was raised, after the exceptions that led to it."""
    parts = []
    seen: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in seen:
        seen.append(cause)
        frames = "".join(traceback.format_tb(cause.__traceback__))
        kind = type(cause)
        parts.append(f"{frames}{kind.__module__}.{kind.__qualname__}\n")
        cause = cause.__cause__ or cause.__context__
    chain = "led to\n".join(reversed(parts))
    return (
        f"inquit met a fault of its own and had to stop:\n\n{chain}\n"
        "What was saved is saved; what was being written is offered at the next start.\n"
        "This report has nothing of articles and notes in it.\n"
    )
