"""One version of a page in a file: a line of JSON that is checked, then its bytes, compressed."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import asdict, dataclass

HEAD_LIMIT = 1 << 17
"""Bytes that the first line has at most; an address has no more than 8,192 characters."""

_CHECK = "check"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """One version of a page.

    Attributes:
        address: what the page is known by, and its article's id.
        url: where the bytes came from in the end.
        fetched: when it came, or was last found unchanged; ISO 8601 in UTC.
        text_digest: the digest of the article's text.
        charset: the character set that the server named.
        content_type: what the server said it is.
        etag: to ask whether it has changed.
        last_modified: the same.
        digest: of the bytes, so that damage shows.
        number: of the version, from 1.
        title: what the article is called, for lists; None where it says nothing of that.
    """

    address: str
    url: str
    text_digest: str
    fetched: str = ""
    charset: str | None = None
    content_type: str = ""
    etag: str | None = None
    last_modified: str | None = None
    digest: str = ""
    number: int = 1
    title: str | None = None


class DamagedPageError(ValueError):
    """A file is not what was written for a page."""


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of a page's bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def pack_page(page: KeptPage, data: bytes) -> list[bytes]:
    """Return the parts of the file of a version."""
    held = asdict(page)
    return [json.dumps(held | {_CHECK: _check(held)}).encode(), b"\n", zlib.compress(data)]


def read_head(data: bytes) -> KeptPage:
    """Return what the first line of a file says.

    Raises:
        DamagedPageError: it says nothing that fits.
    """
    line, end, _ = data.partition(b"\n")
    try:
        held = json.loads(line)
        check = held.pop(_CHECK, None)
        page = KeptPage(**held)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedPageError("the first line cannot be read") from error
    # Files of the first days have no check.
    if not (end and _fits(page)) or (check is not None and check != _check(held)):
        raise DamagedPageError("the first line is not as it was written")
    return page


def read_body(data: bytes) -> bytes:
    """Return the bytes of the page that a file holds.

    Raises:
        DamagedPageError: they are not as they were written.
    """
    page = read_head(data)
    try:
        body = zlib.decompress(data.partition(b"\n")[2])
    except zlib.error as error:
        raise DamagedPageError("the page cannot be unpacked") from error
    if digest_of(body) != page.digest:
        raise DamagedPageError("the page is not as it was written")
    return body


def _fits(page: KeptPage) -> bool:
    texts = (page.address, page.url, page.text_digest, page.fetched, page.content_type, page.digest)
    perhaps = (page.charset, page.etag, page.last_modified, page.title)
    return (
        all(isinstance(text, str) for text in texts)
        and all(text is None or isinstance(text, str) for text in perhaps)
        and type(page.number) is int
        and page.number > 0
    )


def _check(held: dict[str, object]) -> str:
    return hashlib.sha256(json.dumps(held, sort_keys=True).encode()).hexdigest()[:32]
