"""Telling the kind of an input by its beginning, and by its name where that is not enough."""

from __future__ import annotations

import codecs
import json
import re
from pathlib import PurePath

from inquit.loaders.kind import Kind
from inquit.model.pattern_at_need import pattern_at_need

HEAD = 8192
"""Bytes from the start of an input that are looked at."""

_BY_ENDING = {
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".jsonl": Kind.CORPUS,
    ".ndjson": Kind.CORPUS,
}
_PAGE_ENDINGS = (".html", ".htm", ".xhtml")
_TAG = pattern_at_need(rb"</?[A-Za-z][^<>]*>")
_ZIP = b"PK\x03\x04"
_MAIL_FIELDS = frozenset(
    b"from to cc subject date received return-path message-id mime-version content-type "
    b"delivered-to reply-to x-mailer snapshot-content-location".split()
)
_FIELD = pattern_at_need(rb"([!-9;-~]{1,60}):(?:[ \t]|$)")
_PAGE = pattern_at_need(
    rb"<(?:!doctype\s+html|(?:html|head|body|meta|title|link|script|style|article|section|main"
    rb"|div|table|p|h[1-6]|ul|ol|blockquote)[\s>/])"
)
_FEED = pattern_at_need(rb"<(?:rss|feed|rdf:rdf)[\s>]")
_OPML = pattern_at_need(rb"<opml[\s>]")
# As of NITF, JATS and TEI: it has paragraphs that are called as on a page.
_XML_OF_TEXT = pattern_at_need(rb"<\?xml\s.*?<p[\s>]", re.DOTALL)
_PROLOGUE = pattern_at_need(rb"(?:<\?[^>]*>|<!--.*?-->|<!doctype(?!\s+html)[^>]*>|\s)+", re.DOTALL)
_MARKDOWN_HEADING = pattern_at_need(rb"#{1,6} \S[^\n]*\r?\n\s*\r?\n")
"""What a pipe brings has no name to tell Markdown by; a heading set apart does."""
_FRONT_MATTER = pattern_at_need(
    rb"---[ \t]*\r?\n(?:[\w-]+:.*\r?\n|[ \t#-].*\r?\n|\r?\n)+---[ \t]*\r?\n"
)


def kind_of(data: bytes, name: str = "") -> Kind:
    """Return what kind of input some bytes are; text if they are nothing else.

    Args:
        data: the input, or its beginning.
        name: file name or address, for what its content leaves open.
    """
    head = data[:HEAD]
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith(_ZIP):
        return _kind_of_zip(data, name)
    if head.startswith(b"\x1f\x8b"):
        return Kind.GZIP
    head = head.removeprefix(codecs.BOM_UTF8).replace(b"\x00", b"").lstrip(b"\xff\xfe \t\r\n\f")
    return _kind_of_text(head, name)


def _kind_of_zip(data: bytes, name: str) -> Kind:
    """Return which of the archives that hold a document this is, or text if none."""
    lowered = name.lower()
    if b"application/epub+zip" in data[:256] or b"META-INF/container.xml" in data:
        return Kind.EPUB
    if b"word/document.xml" in data or lowered.endswith(".docx"):
        return Kind.DOCX
    return Kind.EPUB if lowered.endswith(".epub") else Kind.TEXT


def _kind_of_text(head: bytes, name: str) -> Kind:
    """Return what kind of text begins so.

    Args:
        head: the beginning, without byte order mark and white space before it.
        name: as for `kind_of`.
    """
    if head[:1] == b"<":
        return _kind_of_markup(head.lower())
    if head[:1] == b"{" and _begins_corpus(head):
        return Kind.CORPUS
    if (mail := _kind_of_mail(head, name)) is not None:
        return mail
    if head[:3] == b"---" and _FRONT_MATTER.match(head):
        return Kind.MARKDOWN
    if not PurePath(name).suffix and _MARKDOWN_HEADING.match(head):
        return Kind.MARKDOWN
    if name.lower().endswith(_PAGE_ENDINGS) and _TAG.search(head):
        return Kind.HTML
    ending = next((kind for end, kind in _BY_ENDING.items() if name.lower().endswith(end)), None)
    return ending or Kind.TEXT


def _kind_of_markup(head: bytes) -> Kind:
    start = _PROLOGUE.match(head)
    rest = head[start.end() :] if start else head
    if _FEED.match(rest):
        return Kind.FEED
    if _OPML.match(rest):
        return Kind.OPML
    is_page = _PAGE.match(rest) or b"<html" in head or _XML_OF_TEXT.match(head)
    return Kind.HTML if is_page else Kind.TEXT


def _begins_corpus(head: bytes) -> bool:
    """Tell whether the first line is an object with `id` and `text`, as far as it can be seen."""
    line, ended, _ = head.partition(b"\n")
    if not ended:
        return b'"id"' in line and b'"text"' in line
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(entry, dict) and "id" in entry and "text" in entry


def _kind_of_mail(head: bytes, name: str) -> Kind | None:
    """Return mail or saved page where a block of header fields begins the input (RFC 5322)."""
    found = set()
    lines = head.split(b"\n")
    if lines[0].startswith(b"From "):
        lines = lines[1:]
    for line in lines:
        if not line.strip():
            break
        if line[:1] in b" \t":
            continue
        field = _FIELD.match(line)
        if not field:
            return None
        found.add(field[1].lower())
    known = found & _MAIL_FIELDS
    saved = b"multipart/related" in head.lower() and (
        b"snapshot-content-location" in known or name.lower().endswith((".mht", ".mhtml"))
    )
    if saved:
        return Kind.MHTML
    named = name.lower().endswith(".eml")
    return Kind.MAIL if len(known) >= (1 if named else 3) else None
