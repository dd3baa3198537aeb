"""Telling private networks from the public Internet, so that no web page leads into one.

A page of the web that redirects to a router, a printer or a service of this machine has the reader
ask it in the page's stead (server-side request forgery, CWE-918).
"""

from __future__ import annotations

import ipaddress
import socket

_OWN_NAMES = (
    *(".localhost", ".localdomain", ".local", ".internal", ".lan", ".home.arpa", ".home"),
    *(".intranet", ".corp", ".private", ".test"),
)  # RFC 6761, 6762, 8375, and what RFC 6762 (appendix G) and ICANN found in use
# Site-local addresses (RFC 3879) and those of a translator of one's own (RFC 8215), which not all
# versions of Python count as private.
_LOCAL = tuple(ipaddress.IPv6Network(prefix) for prefix in ("fec0::/10", "64:ff9b:1::/48"))
_CARRYING = tuple(ipaddress.IPv6Network(prefix) for prefix in ("64:ff9b::/96", "::/96"))


def is_private_host(host: str) -> bool:
    """Tell whether a host is in a private network, by its name or by its IP addresses.

    Args:
        host: a name or an IP address without brackets. One that cannot be resolved is judged by
            its name.
    """
    name = host.rstrip(".").lower()
    return _is_own_name(name) or any(map(is_private_address, (name, *_addresses(name))))


def is_public_host(host: str) -> bool:
    """Tell whether a host resolves to public IP addresses only."""
    name = host.rstrip(".").lower()
    found = () if _is_own_name(name) else _addresses(name)
    return bool(found) and not any(map(is_private_address, found))


def _is_own_name(name: str) -> bool:
    """Tell whether a name belongs to a private network whatever it resolves to."""
    number = ":" in name or name.isdecimal() or name.startswith("0x")
    return name.endswith(_OWN_NAMES) or ("." not in name and not number)


def _addresses(name: str) -> tuple[str, ...]:
    """Return the IP addresses that a name resolves to, if any."""
    try:
        found = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return ()
    return tuple(str(address[0]) for *_, address in found)


def is_private_address(text: str) -> bool:
    """Tell whether an IP address, or the IPv4 address embedded in it, is not public.

    Args:
        text: an IPv4 or IPv6 address, perhaps with a zone.
    """
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address) and (inner := _inside(address)) is not None:
        address = inner
    local = any(address in network for network in _LOCAL)
    return local or not address.is_global or address.is_multicast


def _inside(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address embedded in an IPv6 address (RFC 3056, 4291, 4380, 6052)."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if any(address in network for network in _CARRYING) and int(address) > 1:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None
