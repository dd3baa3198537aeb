"""The headers of a request, and what is kept out of them."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from inquit.loaders.net.address import address_of

Origin = tuple[str, str | None, int]
"""Scheme, host and port: who may have what was meant for one of them (RFC 6454)."""


def headers() -> dict[str, str]:
    """Return the headers of every request."""
    return {
        "User-Agent": "inquit (a reader in a terminal)",
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "Accept-Encoding": "gzip, deflate",
    }


def login_of(url: str) -> tuple[str, str] | None:
    """Return the user name and password in an address, or None."""
    parts = urlsplit(url.strip())
    if parts.username is None:
        return None
    return unquote(parts.username), unquote(parts.password or "")


def origin_of(url: str) -> Origin:
    """Return the origin of an address: scheme, host and port."""
    parts = urlsplit(url.strip())
    return parts.scheme, parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)


def bare(url: str) -> str:
    """Return an address checked and without user name, password and fragment.

    Raises:
        InputError: it is no address of http or https.
    """
    address_of(url)
    parts = urlsplit(url.strip())
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment="").geturl()
