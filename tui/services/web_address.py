"""Web addresses in ASCII, as they are shown before they are opened, with nothing hidden in them.

Letters of other scripts can pass for Latin ones in the name of a site (UTS #39), and a user name
before an `@` can pass for the site. So the site is shown by itself, in the encoding of RFC 3492.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+")
_UNQUOTED = "/%:@!$&'()*+,;=?~-._"
"""What RFC 3986 allows in paths, queries and fragments, and `%`, which stands for itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebAddress:
    """An http or https address.

    Attributes:
        whole: all of it, in printable ASCII.
        site: the name of the site alone, in ASCII.
        unicode_site: the name as it was given, if that differs.
    """

    whole: str
    site: str
    unicode_site: str | None = None


def web_address(target: str) -> WebAddress | None:
    """Return an address as it may be shown and opened.

    Args:
        target: the address as the article gives it.

    Returns:
        The address, or None unless it is an http or https address with a site.
    """
    try:
        parts = urlsplit(target)
        given, port = parts.hostname or "", parts.port
        site = given if given.isascii() else given.encode("idna").decode("ascii")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(site):
        return None
    user = parts.netloc.rpartition("@")[0]
    place = f"[{site}]" if ":" in site else site
    whole = (
        f"{parts.scheme}://"
        + (quote(user, safe="%:") + "@" if user else "")
        + place
        + (f":{port}" if port is not None else "")
        + quote(parts.path, safe=_UNQUOTED)
        + (f"?{quote(parts.query, safe=_UNQUOTED)}" if parts.query else "")
        + (f"#{quote(parts.fragment, safe=_UNQUOTED)}" if parts.fragment else "")
    )
    return WebAddress(whole=whole, site=site, unicode_site=None if site == given else given)
