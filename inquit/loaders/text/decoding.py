"""Bytes to text: UTF-8, UTF-16 by its mark or by its zeros, else by evidence.

The order of trust: a byte order mark, valid UTF-8, UTF-8 with a few foreign bytes, Windows-1252
where the text reads as Western, then charset-normalizer.
"""

from __future__ import annotations

import codecs
import re

from inquit.errors import InputError
from inquit.model.pattern_at_need import pattern_at_need
from inquit.model.printable import printable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_KNOWN = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x1f\x8b", "compressed"),
    (b"BZh", "compressed"),
    (b"\xfd7zXZ", "compressed"),
    (b"\x28\xb5\x2f\xfd", "compressed"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old Office file, or one under a password"),
    (b"{\\rtf", "an RTF document"),
)

# Codecs of the standard library for what is no character set; that of Punycode takes the square of
# a text's length.
_NO_CHARACTER_SETS = ("punycode", "idna", "undefined", "unicode_escape", "raw_unicode_escape")

# What stands at the beginning of the archive or, as names of its members, anywhere in it.
_IN_ZIP = (
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"xl/workbook", "a spreadsheet"),
    (b"ppt/presentation", "a presentation"),
)

_SAMPLE = 64 * 1024
_CONTROLS = bytes(set(range(32)) - {*b"\t\n\r\f\x08\x1a\x1b"}) + b"\x7f"
_FOREIGN = pattern_at_need("[\udc80-\udcff]")
# In Windows-1252 these are signs, which do not stand inside words; in its neighbours, letters.
_SIGN_IN_WORD = pattern_at_need(r"[A-Za-z][¹²³¼½¾¿¡¦¥¢§©®¯°±´¶¸×÷ªº][a-z]")
_HIGH_LETTER = pattern_at_need("[À-ÖØ-öø-ÿŠŽšžœŒŸ]")


def decode(data: bytes, name: str) -> str:
    """Return the text of some bytes.

    Args:
        data: the bytes of a whole input.
        name: how to call the input in an error, not escaped yet.

    Returns:
        The text without its byte order mark; what stands for no character becomes U+FFFD.

    Raises:
        InputError: the bytes are empty or not text.
    """
    if not data.strip(b"\x00\t\n\r\f\v "):
        raise InputError(f"cannot read {printable(name)}: it is empty")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    for magic, kind in _KNOWN:
        if data.startswith(magic):
            raise InputError(f"cannot read {printable(name)}: it is {_describe_binary(data, kind)}")
    if b"\x00" in data and (wide := _utf16(data)):
        return data.decode(wide, "replace")
    if _is_binary(data):
        raise InputError(f"cannot read {printable(name)}: it is binary, not plain text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_damaged_utf8(data) or _western(data) or _decode_by_detection(data)


def _describe_binary(data: bytes, kind: str) -> str:
    """Return what to call an input that is no text, for whoever might save it as another kind."""
    if kind == "a zip archive":
        kind = next((name for part, name in _IN_ZIP if part in data), kind)
    return f"{kind}, not plain text"


def codec_of(charset: str | None) -> str | None:
    """Return the name of the codec for a character set, or None where there is none.

    Args:
        charset: as a page or a message calls it.
    """
    try:
        found = codecs.lookup(charset) if charset else None
        if found is None or found.name.replace("-", "_") in _NO_CHARACTER_SETS:
            return None
        return found.name if b"a".decode(found.name, "replace") else None
    except (LookupError, ValueError, TypeError):
        return None


def _utf16(data: bytes) -> str | None:
    """Return the UTF-16 form whose zero bytes the sample shows, as in Western text, or None."""
    sample = data[:_SAMPLE]
    pairs = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.5 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.5 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return None


def _is_binary(data: bytes) -> bool:
    """Tell whether a fiftieth of the beginning is control characters of no use in a text."""
    sample = data[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) / 50


def _decode_damaged_utf8(data: bytes) -> str | None:
    """Return text that is UTF-8 but for a few bytes, those read as Windows-1252; else None."""
    text = data.decode("utf-8", "surrogateescape")
    foreign = len(_FOREIGN.findall(text))
    valid = len(data.translate(None, bytes(range(0x80)))) - foreign
    if foreign * 8 > valid:
        return None
    return _FOREIGN.sub(_as_windows, text)


def _as_windows(match: re.Match[str]) -> str:
    return bytes([ord(match[0]) - 0xDC00]).decode("cp1252", "replace")


def _western(data: bytes) -> str | None:
    """Return the text read as Windows-1252 where it then reads as a Western language, else None."""
    text = data.decode("cp1252", "replace")
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if "�" in sample or len(_HIGH_LETTER.findall(sample)) > 0.15 * letters:
        return None
    return None if _SIGN_IN_WORD.search(sample) else text


def _decode_by_detection(data: bytes) -> str:
    """Return the text in the encoding charset-normalizer finds likeliest."""
    from charset_normalizer import from_bytes  # slow to import, and seldom needed

    best = from_bytes(data[:_SAMPLE]).best()
    return data.decode(best.encoding if best else "cp1252", "replace")
