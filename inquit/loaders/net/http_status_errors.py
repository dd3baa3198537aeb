"""Errors for responses without a page, and when the server wants to be asked again."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from inquit.errors import InputError

GONE = 410
BUSY = (429, 503)
"""The codes that ask to come later (RFC 6585 and RFC 9110)."""

_MEANINGS = {
    401: "it asks for a password",
    402: "it asks for payment",
    403: "the server refuses it",
    404: "there is no such page",
    GONE: "the page is gone",
    429: "the server asks to come later",
    451: "it is withheld for legal reasons",
    503: "the server is overloaded",
}
_LONGEST = 7 * 24 * 3600.0


class RefusedError(InputError):
    """A server answered, but sent no page.

    Attributes:
        status: its code.
        rest: seconds that it wants to be left alone, or None where it does not say.
    """

    def __init__(self, told: str, *, status: int, rest: float | None = None) -> None:
        """Take the message, the status code and the seconds."""
        super().__init__(told)
        self.status = status
        self.rest = rest


def refusal(status: int, retry_after: str | None = None) -> RefusedError:
    """Return the error for a response.

    Args:
        status: its code.
        retry_after: the field of that name, if there is one.
    """
    told = _MEANINGS.get(status) or (
        "the server has failed" if status >= 500 else "the server does not give it"
    )
    rest = seconds_of(retry_after)
    later = f", and wants to be asked again in {_duration(rest)}" if rest else ""
    return RefusedError(f"{told} ({status}){later}", status=status, rest=rest)


def seconds_of(retry_after: str | None) -> float | None:
    """Return the seconds that a Retry-After field asks for, a week at most; None without any.

    It holds seconds or a date (RFC 9110, section 10.2.3).
    """
    text = (retry_after or "").strip()
    if text.isascii() and text.isdecimal():
        return min(float(text[:9]), _LONGEST)
    try:
        moment = parsedate_to_datetime(text)
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return min(max(0.0, (aware - datetime.now(UTC)).total_seconds()), _LONGEST)
    except (ArithmeticError, LookupError, TypeError, ValueError):
        # The standard library's parser declares ValueError alone, and raises more.
        return None


def _duration(seconds: float) -> str:
    """Return a duration in the largest unit of which it has at least two."""
    for unit, length in (("days", 86400), ("hours", 3600), ("minutes", 60)):
        if seconds >= 2 * length:
            return f"{seconds / length:.0f} {unit}"
    return f"{seconds:.0f} seconds"
