"""Recognising pages in front of an article: log-in, consent, a network's portal, "not found"."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, unquote, urlsplit

_GATES = frozenset(
    """account accounts auth authenticate authentication authorize captcha captive challenge consent
    cookie cookies error gate gdpr hotspot login logon notfound oauth oauth2 offline paywall portal
    privacy register registration saml session signin signon signup sso subscribe subscription
    unavailable unsupported verify wall welcome""".split()
)
_PARTS = re.compile(r"[a-z]+\d?")
_PASSWORD = re.compile(rb"<input\b[^>]{0,400}?\btype\s*=\s*[\"']?password", re.IGNORECASE)
_MOST_WORDS = 2
"""Words of a part of an address up to which it is no headline."""
_FEWEST_WORDS, _FEWEST_BESIDE_A_LOGIN = 20, 150


def leads_to_article(asked: str, final: str, *, words: int, data: bytes) -> bool:
    """Tell whether an address led to its article, and not to a page in front of it.

    Args:
        asked: the address that was asked for.
        final: the one that its redirects led to.
        words: of the article on that page.
        data: the page.
    """
    there, here = urlsplit(final), urlsplit(asked)
    is_front = there.path in ("", "/") and here.path not in ("", "/")
    least = _FEWEST_BESIDE_A_LOGIN if _PASSWORD.search(data) else _FEWEST_WORDS
    return not (is_front or words < least or _names_a_gate(here, there) or _returns(here, there))


def _names_a_gate(here: SplitResult, there: SplitResult) -> bool:
    """Tell whether the second of two addresses is named as a gate, and not the first already."""
    named = _words(there) - _words(here)
    return not _GATES.isdisjoint(named)


def _returns(here: SplitResult, there: SplitResult) -> bool:
    """Tell whether the second address carries the first, to lead back to it later."""
    carried = unquote(unquote(f"{there.query}#{there.fragment}"))
    return len(here.path) > 1 and here.path in carried


def _words(parts: SplitResult) -> frozenset[str]:
    """Return the words of an address but those of headlines in it, "sign-in" as one."""
    text = f"{unquote(parts.path)}/{(parts.hostname or '').replace('.', '/')}".lower()
    joined = re.sub(r"(?<=\bsign)[-_]|(?<=\blog)[-_]|(?<=\bnot)[-_]", "", text)
    segments = (_PARTS.findall(segment.partition(".")[0]) for segment in joined.split("/"))
    return frozenset(word for words in segments if len(words) <= _MOST_WORDS for word in words)
