"""How a page was fetched."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieval:
    """One fetch of a page.

    Attributes:
        url: where it came from in the end, after all redirects.
        fetched: when it came, or was last found unchanged; ISO 8601 in UTC.
        version: the number that it is kept under, from 1; None where it could not be kept.
    """

    url: str
    fetched: str
    version: int | None = None

    @property
    def host(self) -> str:
        """The name of the host that it came from, in ASCII."""
        return urlsplit(self.url).hostname or ""
