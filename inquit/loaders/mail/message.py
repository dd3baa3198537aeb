"""Mail (RFC 5322, MIME) and pages saved as MHTML (RFC 2557): the part that a person reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from inquit.errors import InputError
from inquit.loaders.article_builder import compose
from inquit.loaders.net.address import address_of
from inquit.loaders.normalization import normalise
from inquit.loaders.page.embedded import find_embedded_pieces
from inquit.loaders.piece import Piece
from inquit.loaders.text.decoding import codec_of, decode
from inquit.loaders.text.line_limit import require_few_lines
from inquit.loaders.text.quoted_replies import reply_pieces
from inquit.model.article import Article, ArticleId
from inquit.model.printable import printable

# Reading its parameters takes the square of their number.
_DESCRIBING = re.compile(rb"^content-[a-z-]++:[^\n]*+(?:\n[ \t][^\n]*+)*+", re.I | re.M)
_MOST_PARTS = 20_000
_MOST_BOUNDARIES = 1000
# Inside of nested parts each line is compared with the boundaries of all.
_MOST_COMPARISONS = 50_000_000
_LONGEST_HEADER = 2000


def load_mail(data: bytes, *, article_id: ArticleId | None, origin: str) -> Article:
    """Return a message as an article: its plain text, else its page; replied-to lines are quotes.

    Of a newsletter, its page goes before its plain text.

    Args:
        data: the whole message.
        article_id: the id, or None to make it of the text's digest.
        origin: what the user named, as it was given.

    Raises:
        InputError: it is damaged, or nothing in it can be read.
    """
    message = _parse_message(data, origin)
    readings = [_plain_pieces, _page_pieces]
    if message.get("List-Unsubscribe") is not None:
        readings.reverse()  # a newsletter is written as a page; its text is made by a program
    pieces = next(filter(None, (reading(message, origin) for reading in readings)), None)
    if not pieces:
        raise InputError(f"cannot read {printable(origin)}: the message has no readable part")
    return compose(
        pieces,
        article_id=article_id,
        origin=origin,
        title=_header(message, "Subject"),
        byline=_sender(message),
        published=_header(message, "Date"),
    )


def page_in_mhtml(data: bytes, origin: str) -> tuple[bytes, str | None, str | None]:
    """Return the page of a saved page: its bytes, charset and address.

    Raises:
        InputError: it is damaged, or there is no page in it.
    """
    message = _parse_message(data, origin)
    for part in _parts(message, "text/html"):
        if content := _content(part):
            location = _header(message, "Snapshot-Content-Location")
            location = location or _header(part, "Content-Location")
            return content, _charset(part), location if _is_of_web(location) else None
    raise InputError(f"cannot read {printable(origin)}: there is no page in it")


def _is_of_web(location: str | None) -> bool:
    """Tell whether a page was saved from the web, and not from a file or from a part of a mail."""
    try:
        return location is not None and bool(address_of(location))
    except InputError:
        return False


def _parse_message(data: bytes, origin: str) -> Message:
    """Return a message with its parts.

    Raises:
        InputError: it is nested too deep or damaged beyond reading.
    """
    boundaries = data.lower().count(b"boundary=")
    compared = boundaries * data.count(b"\n") if boundaries > 1 else 0
    if (
        boundaries > _MOST_BOUNDARIES
        or compared > _MOST_COMPARISONS
        or data.count(b"\n--") > _MOST_PARTS
    ):
        raise InputError(f"cannot read {printable(origin)}: it has too many parts")
    data = _DESCRIBING.sub(lambda field: field[0][:_LONGEST_HEADER], data)
    try:
        return message_from_bytes(data, policy=policy.compat32)
    except (MessageError, RecursionError, ValueError, LookupError, TypeError) as error:
        raise InputError(f"cannot read {printable(origin)}: the message is damaged") from error


def _parts(message: Message, kind: str) -> Iterator[Message]:
    """Yield the parts of a media type that are not attachments, in order."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        inner = part.get_payload() if part.is_multipart() else None
        if isinstance(inner, list):
            waiting += [each for each in reversed(inner) if isinstance(each, Message)]
        elif part.get_content_type() == kind and part.get_content_disposition() != "attachment":
            yield part


def _content(part: Message) -> bytes:
    try:
        content = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AssertionError):
        return b""
    return content if isinstance(content, bytes) else b""


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (ValueError, LookupError):
        return None


def _plain_pieces(message: Message, origin: str) -> list[Piece]:
    """Return the paragraphs of the plain parts, lines begun with `>` as block quotes."""
    pieces: list[Piece] = []
    for part in _parts(message, "text/plain"):
        content = _content(part)
        if content.strip():
            text = normalise(_text(content, _charset(part), origin))
            require_few_lines(text, origin)
            pieces += reply_pieces(text)
    return pieces


def _text(content: bytes, charset: str | None, origin: str) -> str:
    codec = codec_of(charset)
    if codec not in (None, "ascii", "utf-8"):
        try:
            return content.decode(codec)
        except ValueError:
            pass
    return decode(content, origin)


def _page_pieces(message: Message, origin: str) -> list[Piece]:
    for part in _parts(message, "text/html"):
        if pieces := find_embedded_pieces(_content(part), origin, _charset(part)):
            return pieces
    return []


def _sender(message: Message) -> str | None:
    """Return the name of who wrote a message, or the address where there is no name."""
    said = _header(message, "From") or ""
    try:
        name, address = parseaddr(said)
    except RecursionError:  # comments nest in comments (RFC 5322, section 3.2.2)
        return said
    return name or address or None


def _header(message: Message, name: str) -> str | None:
    """Return a header field's words, with encoded words decoded (RFC 2047, RFC 6532)."""
    wanted = name.lower()
    found = (value for field, value in message.raw_items() if field.lower() == wanted)
    value = next(found, None)
    if value is None:
        return None
    data = value[:_LONGEST_HEADER].encode("utf-8", "surrogateescape")
    raw = data.decode("utf-8" if _is_utf8(data) else "cp1252", "replace")
    try:
        return str(make_header(decode_header(raw)))
    except (MessageError, ValueError, LookupError, TypeError):
        return raw


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
