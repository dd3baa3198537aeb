"""Why nothing came over the network, in words, and whether trying again can help."""

from __future__ import annotations


def is_final(error: Exception) -> bool:
    """Tell whether trying again cannot help: a certificate stays wrong, a name unknown."""
    text = str(error).lower()
    return "certificate" in text or "name or service" in text or "nodename" in text


def cause(error: Exception) -> str:
    """Return why nothing came, in words."""
    import httpx

    text = str(error).lower()
    if "certificate" in text:
        return "the certificate of the server is not valid"
    if "name or service" in text or "nodename" in text or "name resolution" in text:
        return "there is no such host"
    if "refused" in text:
        return "the server refuses the connection"
    if isinstance(error, httpx.ConnectTimeout):
        return "the server does not answer"
    if isinstance(error, httpx.TimeoutException):
        return "the server has stopped sending"
    if isinstance(error, (httpx.RemoteProtocolError, httpx.ReadError)):
        return "the connection was cut off, or the answer is not HTTP"
    if isinstance(error, (httpx.InvalidURL, ValueError)):
        return "this is no address of a page"
    return "the connection failed"
