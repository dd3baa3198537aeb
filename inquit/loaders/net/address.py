"""Web addresses: which are fetched, in which form they are kept, and how they are shown.

An article's address is the page's own: in ASCII, without fragment, user name and password, without
a default port, and without the parameters that only tell a publisher where a reader came from.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from inquit.errors import InputError
from inquit.model.pattern_at_need import pattern_at_need
from inquit.model.printable import printable

SCHEMES = ("http", "https")
_PORTS = {"http": 80, "https": 443}
_TRACKING = pattern_at_need(
    r"utm_|(?:fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid)$", re.IGNORECASE
)
# What tracks a reader in the addresses of some publishers; it is left out where the page says so.
_TRACKING_TOO = pattern_at_need(
    r"_(?:ga|gl|hsenc|hsmi)=|(?:at|mkt|ns|pk|mtm|guce|soc|wt)_\w*=|s_cid=|ref_(?:src|url)="
    r"|(?:cmp|cmpid|guccounter|gbraid|hsctatracking|icid|ito|li_fat_id|mbid|ncid|ocid|smid|smtyp"
    r"|spm|sref|srnd|taid|trk|ttclid|twclid|vero_id|wbraid|xtor|yclid|__twitter_impression)=",
    re.IGNORECASE,
)
_LONGEST = 8192


def is_web(reference: str) -> bool:
    """Tell whether a reference looks like a web address."""
    return reference[:8].lower().startswith(("http://", "https://"))


def address_of(url: str) -> str:
    """Return an address in the form in which it is kept and compared.

    Args:
        url: an address of the web, with or without user name and password.

    Raises:
        InputError: it is no address of http or https, or too long to be one.
    """
    if len(url) > _LONGEST:
        raise InputError(f"no address of a page is {len(url)} characters long")
    try:
        url.encode()  # what a command line had of no character set is in no address
        parts = urlsplit(url.strip())
        web = parts.scheme in SCHEMES and parts.hostname
        host, port = _ascii(parts.hostname or "") if web else "", parts.port
    except ValueError as error:
        raise InputError(f"this is no address of a page: {display_url(url)}") from error
    if not host:
        raise InputError(f"only pages of http and https are opened, not {display_url(url)}")
    if port is not None and port != _PORTS[parts.scheme]:
        host = f"{host}:{port}"
    return urlunsplit((parts.scheme, host, parts.path or "/", _query(parts.query), ""))


def suggested_address(link: str | None, final: str) -> str | None:
    """Return the canonical address that a page names, or None if it is not to be believed.

    A page may only name an address of its own origin, and one that claims to be the front page of
    its site is mistaken.

    Args:
        link: what the page says, perhaps relative, or None.
        final: the address that the page came from in the end.
    """
    own = address_of(final)
    if not link:
        return None
    try:
        said = address_of(urljoin(final, link))
    except (InputError, ValueError):
        return None
    here, there = urlsplit(own), urlsplit(said)
    same_origin = (here.scheme, here.netloc) == (there.scheme, there.netloc)
    front = there.path == "/" and here.path != "/"
    return said if same_origin and not front and said != own else None


def differs_by_tracking(own: str, said: str) -> bool:
    """Tell whether two addresses differ only by tracking parameters."""
    here, there = urlsplit(own), urlsplit(said)
    left = [part for part in here.query.split("&") if not _TRACKING_TOO.match(part)]
    return here._replace(query="&".join(left)) == there


def display_url(url: str) -> str:
    """Return an address for a message: printable, shortened, without user name and password."""
    bare = re.sub(r"(?<=//)[^/?#]*@", "", url.strip())
    return printable(bare if len(bare) <= 200 else f"{bare[:199]}…")


def _ascii(host: str) -> str:
    """Return a host's name in ASCII, in which look-alike names differ."""
    if ":" in host:
        return f"[{host}]"
    if not host.isascii():
        import idna

        try:
            return idna.encode(host, uts46=True).decode()
        except idna.IDNAError as error:
            raise ValueError(str(error)) from error
    if not re.fullmatch(r"[a-zA-Z0-9._-]+", host):
        raise ValueError("a sign that no host's name has")
    return host.lower()


def _query(query: str) -> str:
    """Return a query without tracking parameters, otherwise unchanged."""
    if not any(_TRACKING.match(part) for part in query.split("&")):
        return query
    pairs = parse_qsl(query, keep_blank_values=True)
    return urlencode([pair for pair in pairs if not _TRACKING.match(pair[0])])
