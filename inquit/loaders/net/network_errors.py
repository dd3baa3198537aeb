"""Describing network errors, and telling whether trying again can help."""

from __future__ import annotations

from inquit.errors import InputError

# What OpenSSL says of a certificate (its manual, verification errors), and what is meant.
_CERTIFICATES = (
    ("expired", "the certificate of the server has expired"),
    ("not yet valid", "the certificate of the server is not valid yet"),
    ("mismatch", "the certificate of the server is another host's"),
    ("self-signed", "nobody vouches for the certificate of the server"),
    ("local issuer", "nobody known vouches for the certificate of the server"),
    ("certificate", "the certificate of the server is not valid"),
)
_NO_HOST = "there is no such host"
_SAID = (
    ("name or service", _NO_HOST),
    ("nodename", _NO_HOST),
    ("no address associated", _NO_HOST),
    ("name resolution", "its name cannot be looked up now; is there a connection?"),
    ("unreachable", "it cannot be reached; is there a connection?"),
    ("refused", "the server refuses the connection"),
    ("ssl", "the server does not speak HTTPS"),
)
_FINAL = ("certificate", "name or service", "nodename", "no address associated", "ssl")


class UnreachableError(InputError):
    """No connection to a host could be made."""


def network_error(told: str, error: Exception) -> InputError:
    """Return the error for a failed fetch.

    Args:
        told: what could not be done, in words.
        error: what httpx raised, or a ValueError about an address.
    """
    import httpx

    unreachable = isinstance(error, (httpx.ConnectError, httpx.ConnectTimeout))
    return (UnreachableError if unreachable else InputError)(f"{told}: {cause(error)}")


def is_final(error: Exception) -> bool:
    """Tell whether trying again cannot help: a certificate stays wrong, a name unknown."""
    text = str(error).lower()
    return any(part in text for part in _FINAL)


def cause(error: Exception) -> str:
    """Return in words why a fetch failed.

    Args:
        error: what httpx raised, or a ValueError about an address.
    """
    import httpx

    text = str(error).lower()
    if "certificate" in text or isinstance(error, httpx.ConnectError):
        for part, told in (*_CERTIFICATES, *_SAID):
            if part in text:
                return told
    if isinstance(error, httpx.ConnectTimeout):
        return "the server does not answer"
    if isinstance(error, httpx.TimeoutException):
        return "the server has stopped sending"
    if isinstance(error, (httpx.RemoteProtocolError, httpx.ReadError)):
        return "the connection was cut off, or the answer is not HTTP"
    if isinstance(error, (httpx.InvalidURL, ValueError)):
        return "this is no address of a page"
    return "the connection failed"
