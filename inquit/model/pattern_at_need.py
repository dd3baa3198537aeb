"""Regular expressions that are compiled at their first use.

Compiling those of the loaders took longer than loading an article, which uses a tenth of them.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, Generic, cast

_METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")


class _PatternAtNeed(Generic[AnyStr]):
    """Has the attributes of a compiled pattern, from when one of them is asked for."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self._asked_flags = flags

    def __getattr__(self, name: str) -> Any:
        """Compile the pattern, whose methods are found without this from then on."""
        compiled = re.compile(self.pattern, self._asked_flags)
        vars(self).update({each: getattr(compiled, each) for each in _METHODS})
        return getattr(compiled, name)


def pattern_at_need(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern that is used through its methods and compiled when one is first called.

    Args:
        pattern: a regular expression; a faulty one fails at its first use.
        flags: as for `re.compile`.
    """
    return cast("re.Pattern[AnyStr]", _PatternAtNeed(pattern, flags))
