"""Checking the response fields that are kept, shown or sent back; a server may send anything."""

from __future__ import annotations

import re

_LONGEST = 1000
_SENDABLE = re.compile(r"[!-~](?:[ -~]*[!-~])?")
_MEDIA_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,80}")
_CHARSET = re.compile(r"[A-Za-z0-9][\w.:+()-]{0,39}", re.ASCII)


def sendable(field: str | None) -> str | None:
    """Return what can be sent back to a server as it came, a validator or a cookie; else None.

    RFC 9110 still lets an entity tag hold any byte beyond ASCII, and clients and servers disagree
    on what it then is. Such a page is asked for as if it had none.
    """
    if field is None or len(field) > _LONGEST:
        return None
    return field if _SENDABLE.fullmatch(field) else None


def media_type(field: str | None) -> str:
    """Return the type in a Content-Type field in lower case; empty where there is no sound one."""
    found = (field or "").partition(";")[0].strip().lower()
    return found if _MEDIA_TYPE.fullmatch(found) else ""


def charset_in(name: str | None) -> str | None:
    """Return the name of a character set, or None if it cannot be one."""
    return name if name and _CHARSET.fullmatch(name) else None
