"""A search over all that was read, kept under a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

SavedSearchId = NewType("SavedSearchId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """A search by its name, as it was typed; times are aware and in UTC."""

    id: SavedSearchId
    name: str
    query: str
    created: datetime
    modified: datetime
