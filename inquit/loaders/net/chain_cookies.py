"""Cookies that last for one chain of redirects; each goes back to the server that set it.

Some pages lead on only to who sends back what was set on the way. Paths and lifetimes, for which
a browser keeps a jar, mean nothing over so short a way, and the standard library's jar tells what
it cannot parse on standard error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from http.cookiejar import CookieJar
from typing import Any

from inquit.loaders.net.header_fields import sendable
from inquit.loaders.net.request_headers import Origin

MOST_COOKIES = 50
"""Cookies that are kept of one server, which is what browsers hold at least (RFC 6265)."""

_OVER = re.compile(r";\s*max-age\s*=\s*(?:-|0+\s*(?:;|$))", re.IGNORECASE)


class ChainCookies:
    """The cookies that each server of a chain has set, by name."""

    def __init__(self) -> None:
        """Begin with none."""
        self._held: dict[Origin, dict[str, str]] = {}

    def take(self, owner: Origin, fields: Iterable[str]) -> None:
        """Take the cookies of a response; skip any that cannot be sent back unchanged.

        Args:
            owner: the server.
            fields: its Set-Cookie fields.
        """
        held = self._held.setdefault(owner, {})
        for field in fields:
            pair = field.partition(";")[0].strip()
            name, mark, value = pair.partition("=")
            if not mark or not name.strip() or sendable(pair) is None:
                continue
            held.pop(name, None)
            if value and not _OVER.search(field) and len(held) < MOST_COOKIES:
                held[name] = pair

    def fields(self, owner: Origin) -> dict[str, str]:
        """Return the Cookie field for a server, if it has set any cookie."""
        held = self._held.get(owner)
        return {"Cookie": "; ".join(held.values())} if held else {}


class NoCookies(CookieJar):
    """A cookie jar that keeps nothing."""

    def extract_cookies(self, response: Any, request: Any) -> None:
        """Take nothing."""

    def add_cookie_header(self, request: Any) -> None:
        """Add nothing."""
