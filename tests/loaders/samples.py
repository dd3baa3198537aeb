"""Inputs that use more of their format than the tests' own small ones."""

from __future__ import annotations

import base64
import zlib

from tests.loaders import making

WRAPPED = (
    b"Ferry hits pier\nBy Jo March\nNovember 3, 2026\n\n"
    + b"The ferry hit the pier in thick fog on Monday morn-\ning, said Ana Silva, who had seen it\n"
    b"from the quay while she waited for the bus to come.\n\n"
    * 3
    + b"Q: Was anyone hurt?\nA: Nobody.\n\n- One\n- Two\n"
)
GUTENBERG = (
    b"The Project Gutenberg eBook of The Pier\n\nTitle: The Pier\nAuthor: Jo March\n"
    b"Language: English\n\n*** START OF THE PROJECT GUTENBERG EBOOK THE PIER ***\n\nOne.\n\n"
    b"*** END OF THE PROJECT GUTENBERG EBOOK THE PIER ***\nLicence\n"
)
RICH_PAGE = (
    b'<!doctype html><html lang=en><head><meta charset="windows-1252"><title>Ferry</title>'
    b'<meta name=author content="Jo March"><meta property="og:site_name" content="Herald">'
    b'<meta property="article:published_time" content="2026-03-01T10:00:00Z">'
    b'<link rel=canonical href="/n"><base href="https://herald.example/">'
    b'<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry", '
    b'"isAccessibleForFree": false, "author": [{"name": "Jo"}], "datePublished": "2026-03-01"}'
    b"</script><style>p{color:red}</style></head><body><nav><ul><li><a href=/a>Home</a></ul></nav>"
    b"<main><h1>Ferry hits pier</h1><p>It hit <q>the pier</q> \x93hard\x94,<br>she said.<br><br>"
    b"The ferry will sail again on Tuesday, said the port, and nobody on board was hurt at all."
    b"SILVA: Yes.<pre>a\n  b</pre><blockquote><p>One.</p></blockquote><ol><li>A<ul><li>B</ul></ol>"
    b"<table><caption>C</caption><tr><th>D<td>E</table><figure><figcaption>F</figcaption></figure>"
    b"<p hidden>G</p><p style='display: none'>H</p><a href='javascript:x'>I</a></main></body></html>"
)
QUOTED_MHTML = (
    b"Snapshot-Content-Location: https://example.org/x\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>One =E2=80=9Ctwo=E2=80=9D,=\r\n said.\r\n"
    b"--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+T25l\r\n--b--\r\n"
)
RSS = (
    b'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
    b'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    b'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Herald</title>'
    b"<link>https://example.org/</link><item><title>One &amp; &lt;b&gt;two&lt;/b&gt;</title>"
    b'<guid isPermaLink="false">1</guid><link>https://example.org/1</link><dc:creator>Jo</dc:creator>'
    b"<pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate><description><![CDATA[<p>Words.]]>"
    b"</description><content:encoded>&lt;p&gt;More.</content:encoded></item></channel></rss>"
)
ATOM = (
    b'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/"><title>Herald'
    b'</title><updated>2026-03-01T10:00:00Z</updated><entry><title type="html">&lt;i&gt;One</title>'
    b'<id>urn:1</id><link rel="alternate" href="one"/><published>2026-03-01T10:00:00+02:00</published>'
    b'<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>W</p></div></summary>'
    b"</entry></feed>"
)
RDF = (
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    b'xmlns="http://purl.org/rss/1.0/"><channel rdf:about="u"><title>H</title></channel>'
    b'<item rdf:about="https://example.org/1"><title>One</title><link>https://example.org/1</link>'
    b"</item></rdf:RDF>"
)
OPML = (
    b'<?xml version="1.0"?><opml version="2.0"><head><title>T</title></head><body>'
    b'<outline text="News"><outline type="rss" text="A" title="B" xmlUrl="https://a.example/f"/>'
    b'<outline text="C" xmlUrl="file:///x"/></outline></body></opml>'
)
RICH_MARKDOWN = (
    b"Ferry\n=====\n\n1. One\n   - Two\n\n> > Deep\n\n```x\ncode\n```\n\n<div>Raw <b>words</b></div>\n\n"
    b"![pier](p.png) *em* **strong** `code` <https://example.org> [ref][1] hard  \nbreak &copy; \\*\n\n"
    b"[1]: https://example.org/r 'T'\n\n***\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
)
EPUB_2 = making.zipped(
    {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
        "b.opf": (
            '<package><metadata><title>T</title><creator>J</creator></metadata><manifest><item id="n" '
            'href="t.ncx" media-type="application/x-dtbncx+xml"/><item id="a" href="a.html" '
            'media-type="application/xhtml+xml"/></manifest><spine toc="n"><itemref idref="a"/>'
            "</spine></package>"
        ),
        "t.ncx": (
            "<ncx><navMap><navPoint><navLabel><text>One</text></navLabel>"
            '<content src="a.html#x"/></navPoint></navMap></ncx>'
        ),
        "a.html": "<html><body><p>One <a href='http://a.example/'>two</a>.</p></body></html>",
    }
)
RICH_DOCX = making.docx(
    '<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>Head</w:t></w:r></w:p>'
    '<w:p><w:hyperlink r:id="r1"><w:r><w:t>Ana</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>said</w:t>'
    '<w:br/></w:r><w:del><w:r><w:delText>no</w:delText></w:r></w:del><w:r><w:footnoteReference w:id="2"/>'
    '</w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr><w:r><w:t>Item</w:t></w:r></w:p>'
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    footnotes='<w:footnote w:id="2"><w:p><w:r><w:t>Note.</w:t></w:r></w:p></w:footnote>',
)
MULTIPART_MAIL = (
    b"From: =?iso-8859-1?q?Jos=E9?= <jo@example.org>\r\nSubject: Re: =?utf-8?b?RmVycnk=?=\r\n"
    b"Date: Tue, 3 Nov 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/alternative; "
    b'boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=iso-8859-1\r\n'
    b"Content-Transfer-Encoding: base64\r\n\r\nT25lLg==\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>One."
    b"\r\n--b--\r\n--a\r\nContent-Type: message/rfc822\r\n\r\nSubject: In\r\n\r\n> Two.\r\n--a\r\n"
    b"Content-Type: text/plain\r\nContent-Disposition: attachment; filename*=utf-8''x\r\n\r\nX\r\n--a--\r\n"
)
COLUMNS = making.pdf(
    *[
        making.lines(72, 760, 9, f"Harbour Gazette {number}")
        + making.lines(60, 690, 20, "Part")
        + making.lines(60, 600, 10, "The ferry hit the pier on Monday morn-", "ing in thick fog.")
        + making.lines(320, 600, 10, "Nobody was hurt, and", "it sails again.")
        + making.lines(300, 30, 9, str(number))
        for number in range(3)
    ]
)
PDF_WORDS = tuple(
    word.encode()
    for word in """/Kids /Parent /Length /Filter /FlateDecode /LZWDecode /RunLengthDecode /ObjStm /XRef
    /ToUnicode /Encoding /Differences /Widths /FontMatrix /Type0 /Type3 /CIDFontType2 /DescendantFonts
    /Identity-H /MediaBox /Rotate /Encrypt /DecodeParms /Predictor /Columns /W /Index /Prev /Form
    stream endstream obj endobj xref trailer startxref beginbfrange endbfrange << >> R Do Tj TJ Tm Td
    cm BT ET -1 0 1e38 99999999999999 nan""".split()
)


def packed_pdf(scheme: str) -> bytes:
    """Return a PDF whose page is packed in a way: FlateDecode, ASCIIHexDecode or ASCII85Decode."""
    content = making.lines(60, 650, 10, "One.", "Two.").encode()
    packed = {
        "FlateDecode": zlib.compress,
        "ASCIIHexDecode": lambda plain: plain.hex().encode() + b">",
        "ASCII85Decode": lambda plain: base64.a85encode(plain) + b"~>",
    }[scheme](content)
    whole = making.pdf("@")
    return whole.replace(
        b"<< /Length 1 >>\nstream\n@",
        f"<< /Length {len(packed)} /Filter /{scheme} >>\nstream\n".encode() + packed,
    )
