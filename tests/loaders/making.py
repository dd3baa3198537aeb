"""Small real files of each format, made here."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

PLAIN = "“The ferry hit the pier,” said Ana Silva, who saw it from the quay.\n\nNobody was hurt."

PAGE = (
    "<!doctype html><html lang='en'><head><title>Ferry hits pier</title></head><body><article>"
    "<h1>Ferry hits pier</h1>"
    "<p>“The ferry hit the pier,” said <a href='https://example.org/silva'>Ana Silva</a>, who saw "
    "it from the quay on Monday morning while she waited for the bus.</p>"
    "<blockquote>Nobody was hurt, and the ferry will sail again on Tuesday, the port said."
    "</blockquote>"
    "</article></body></html>"
)

MARKDOWN = """---
title: "Ferry hits pier"
author: Jo March
date: 2026-11-03
---

# Ferry hits pier

“The ferry hit the pier,” said [Ana Silva](https://example.org/silva).

> Nobody was hurt.

- One
- Two

    sail again
"""

MAIL = (
    b"From: Jo March <jo@example.org>\r\nTo: desk@example.org\r\n"
    b"Subject: =?utf-8?q?Ferry_hits_pier_=E2=80=93_update?=\r\n"
    b"Date: Tue, 3 Nov 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"She confirmed it.\r\n\r\nOn Monday, Al wrote:\r\n"
    b"> Did it hit the pier?\r\n>> Nobody knows.\r\n"
)

MHTML = (
    b"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.org/ferry\r\n"
    b"Subject: Ferry\r\nDate: Tue, 3 Nov 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related; type="text/html"; boundary="----b"\r\n\r\n'
    b"------b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
    b"Content-Location: https://example.org/ferry\r\n\r\n"
    + PAGE.encode()
    + b"\r\n------b\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lG\r\n"
    b"------b--\r\n"
)

CORPUS = b'{"id": "a", "text": "One."}\n{"id": "b", "text": "Two.", "title": "B"}\n'

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """Return an archive of some members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def epub(**chapters: str) -> bytes:
    """Return a book whose chapters have these names and bodies, titled in the contents."""
    items = "".join(
        f'<item id="{name}" href="text/{name}.xhtml" media-type="application/xhtml+xml"/>'
        for name in chapters
    )
    refs = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    entries = "".join(f'<li><a href="text/{n}.xhtml">Chapter {n}</a></li>' for n in chapters)
    xhtml = '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml">'
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": (
                '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
                '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
            ),
            "OEBPS/book.opf": (
                '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
                'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Pier</dc:title>'
                "<dc:creator>Jo March</dc:creator><dc:language>en</dc:language></metadata>"
                '<manifest><item id="nav" href="nav.xhtml" properties="nav"/>'
                f'{items}</manifest><spine><itemref idref="nav"/>{refs}</spine></package>'
            ),
            "OEBPS/nav.xhtml": f"{xhtml}<body><nav><ol>{entries}</ol></nav></body></html>",
            **{
                f"OEBPS/text/{name}.xhtml": f"{xhtml}<body>{body}</body></html>"
                for name, body in chapters.items()
            },
        }
    )


def docx(body: str, **parts: str) -> bytes:
    """Return a document of this body in WordprocessingML, with a style for headings."""
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": (
                f'<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{body}</w:body></w:document>'
            ),
            "word/styles.xml": (
                f'<w:styles xmlns:w="{_W}"><w:style w:styleId="H1"><w:name w:val="heading 1"/>'
                '</w:style><w:style w:styleId="Q"><w:name w:val="Quote"/></w:style></w:styles>'
            ),
            "word/_rels/document.xml.rels": (
                '<Relationships><Relationship Id="r1" TargetMode="External" '
                'Target="https://example.org/silva"/></Relationships>'
            ),
            **{
                f"word/{name}.xml": f'<w:x xmlns:w="{_W}">{part}</w:x>'
                for name, part in parts.items()
            },
        }
    )


_GLYPHS = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [<< "
    "/Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 600 /CIDSystemInfo << /Registry (Adobe) "
    "/Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /A "
    "/Flags 4 /FontBBox [0 0 1000 1000] /Ascent 800 /Descent -200 >> >>] >>"
)


def pdf(*pages: str) -> bytes:
    """Return a PDF whose pages have these content streams.

    Helvetica is /F and its bold /B; /G is a font that tells no characters of its glyphs, which are
    given as <001B> and the like.
    """
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, content in enumerate(pages):
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F 3 0 R "
            "/B << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >> "
            f"/G {_GLYPHS} >> >> /Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    return (
        out
        + (
            f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
            f"startxref\n{len(out)}\n%%EOF\n"
        ).encode()
    )


def lines(left: int, top: int, size: int, *words: str, font: str = "F") -> str:
    """Return a content stream with some lines of text below each other, in points."""
    shown = " T* ".join(f"({line}) Tj" for line in words)
    return f"BT /{font} {size} Tf {size * 1.2:.1f} TL {left} {top} Td {shown} ET\n"
