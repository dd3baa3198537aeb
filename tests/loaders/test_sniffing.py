"""The kind of an input is told by its content."""

from __future__ import annotations

import gzip

import pytest

from inquit.loaders.kind import Kind
from inquit.loaders.sniffing import HEAD, kind_of
from tests.loaders import making

FEED = b'<?xml version="1.0"?><!-- x -->\n<rss version="2.0"><channel/></rss>'


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (making.PLAIN.encode(), Kind.TEXT),
        (making.PAGE.encode(), Kind.HTML),
        (b"\xef\xbb\xbf\n<p>Words", Kind.HTML),
        (making.PAGE.encode("utf-16"), Kind.HTML),
        (making.MHTML, Kind.MHTML),
        (making.MARKDOWN.encode(), Kind.MARKDOWN),
        (making.epub(one="<p>x</p>"), Kind.EPUB),
        (making.docx("<w:p/>"), Kind.DOCX),
        (making.pdf(""), Kind.PDF),
        (making.MAIL, Kind.MAIL),
        (making.CORPUS, Kind.CORPUS),
        (FEED, Kind.FEED),
        (b'<?xml version="1.0"?><opml version="2.0"><body/></opml>', Kind.OPML),
        (
            b'<?xml version="1.0"?>\n<nitf><body><block><p>Words.</p></block></body></nitf>',
            Kind.HTML,
        ),
        (b'<?xml version="1.0"?><path d="M0"/>', Kind.TEXT),
        (gzip.compress(b"x", mtime=0), Kind.GZIP),
        (b"", Kind.TEXT),
        (b"<3 is how she put it", Kind.TEXT),
        (b"Q: Did it hit the pier?\nA: Yes.\n", Kind.TEXT),
        (b"From: the quay\nit was seen\n", Kind.TEXT),
        (b"--- \nA rule, not front matter.", Kind.TEXT),
        (b'{"id": 1} is JSON, but no article', Kind.TEXT),
    ],
)
def test_content_tells_the_kind(data: bytes, kind: Kind) -> None:
    assert kind_of(data) is kind
    assert kind_of(data[:HEAD]) is kind


def test_words_before_the_first_tag_are_a_page_only_by_name() -> None:
    assert kind_of(b"Words <b>here</b>", "a.html") is Kind.HTML
    assert kind_of(b"Words <b>here</b>", "a.txt") is Kind.TEXT


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.md", Kind.MARKDOWN), ("A.JSONL", Kind.CORPUS), ("a.pdf", Kind.TEXT), ("a", Kind.TEXT)],
)
def test_a_name_decides_only_what_content_leaves_open(name: str, kind: Kind) -> None:
    assert kind_of(b"# Words", name) is kind
    assert kind_of(making.PAGE.encode(), name) is Kind.HTML
