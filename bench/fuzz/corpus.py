"""What the fuzzing of each loader begins from: small inputs that use much of their format."""

from __future__ import annotations

import gzip
from dataclasses import dataclass

from tests.loaders import making, samples


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """Where a fuzzing process begins.

    Attributes:
        name: what the input is said to be called.
        samples: inputs that are well formed.
        words: what the format gives a meaning to, for mutations to put in.
    """

    name: str
    samples: tuple[bytes, ...]
    words: tuple[bytes, ...] = ()


_TAGS = tuple(
    f"<{tag}>".encode()
    for tag in "p div q br a li ul blockquote h1 pre table td script title base".split()
)
_PLAIN = making.PLAIN.encode()

BEGINNINGS: dict[str, Beginning] = {
    "text": Beginning(
        name="a.txt",
        samples=(_PLAIN, making.PLAIN.encode("utf-16"), samples.WRAPPED, samples.GUTENBERG),
        words=("“".encode(), b"\xe2\x80\xa8", b"\x0c", b"\x1b[", b"\x9b", b"\xff\xfe", b"\n\n"),
    ),
    "html": Beginning(
        name="a.html",
        samples=(making.PAGE.encode(), samples.RICH_PAGE),
        words=(
            *_TAGS,
            b"</",
            b' href="',
            b' style="display:none"',
            b"&#x9b;",
            b"<!--",
            b"]]>",
            b"<meta charset=punycode>",
        ),
    ),
    "mhtml": Beginning(
        name="a.mhtml",
        samples=(making.MHTML, samples.QUOTED_MHTML),
        words=(b"\r\n--", b"Content-Type: ", b"boundary=", b"=3D", b"base64", b"\r\n\r\n"),
    ),
    "feed": Beginning(
        name="a.xml",
        samples=(samples.RSS, samples.ATOM, samples.RDF),
        words=(b"<item>", b"<entry>", b"<title>", b"<![CDATA[", b"&lt;", b"<link", b"<!ENTITY"),
    ),
    "opml": Beginning(
        name="a.opml",
        samples=(samples.OPML,),
        words=(b"<outline", b' xmlUrl="http://', b' text="', b"<!DOCTYPE", b"&#x202e;"),
    ),
    "md": Beginning(
        name="a.md",
        samples=(making.MARKDOWN.encode(), samples.RICH_MARKDOWN),
        words=(b"](", b"[", b"> ", b"```", b"***", b"\n---\n", b"<!--", b"<http://", b"  \n"),
    ),
    "epub": Beginning(
        name="a.epub",
        samples=(making.epub(one="<p>One.</p>", two="<h2>Two</h2>"), samples.EPUB_2),
        words=(*_TAGS, b"<itemref", b' idref="', b' href="', b"../", b"%2e", b"<navPoint"),
    ),
    "pdf": Beginning(
        name="a.pdf",
        samples=(
            making.pdf(making.lines(60, 650, 10, "One.", "Two.")),
            samples.COLUMNS,
            samples.packed_pdf("FlateDecode"),
            samples.packed_pdf("ASCIIHexDecode"),
            samples.packed_pdf("ASCII85Decode"),
        ),
        words=samples.PDF_WORDS,
    ),
    "docx": Beginning(
        name="a.docx",
        samples=(making.docx("<w:p><w:r><w:t>One.</w:t></w:r></w:p>"), samples.RICH_DOCX),
        words=(b"<w:p>", b"<w:t>", b"<w:del>", b"<w:hyperlink", b' w:val="', b"<w:numPr>"),
    ),
    "eml": Beginning(
        name="a.eml",
        samples=(making.MAIL, samples.MULTIPART_MAIL),
        words=(
            b"\r\n--",
            b"Content-Type: ",
            b"boundary=",
            b"charset=utf-7",
            b"=?utf-8?q?",
            b"?=",
            b"\r\n> ",
        ),
    ),
    "jsonl": Beginning(
        name="a.jsonl",
        samples=(making.CORPUS, b'{"id": "\\u001b", "text": "\\ud800\\n\\n \\u202e One."}\n'),
        words=(b'"id": "', b'"text": "', b"\\u", b"[[", b"{", b"1e999", b"NaN", b"\xef\xbb\xbf"),
    ),
    "gz": Beginning(
        name="a.txt.gz",
        samples=(
            gzip.compress(_PLAIN, mtime=0),
            gzip.compress(_PLAIN, mtime=0) + gzip.compress(_PLAIN, mtime=0),
            gzip.compress(making.PAGE.encode(), mtime=0),
        ),
        words=(b"\x1f\x8b\x08", b"\n\n", b"<p>"),
    ),
}
"""By loader."""
