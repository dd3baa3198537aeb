"""Loading time of each kind of input at 1, 10 and 100 times one text's length, as ratios.

Linear loading shows as 10 and 100; fixed costs, such as a process for a PDF, lower the ratios.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from bench.speed.process import processor_time
from inquit.errors import InputError
from inquit.loaders import articles_in, load
from inquit.loaders.feed.parser import load_feed, load_opml
from tests.loaders import making

SIZES = (1, 10, 100)
PARAGRAPH = (
    "“The ferry hit the pier in thick fog,” said Ana Silva, who saw it from the quay. The port "
    "authority said that nobody was hurt and that ferries would sail again on Tuesday.\n\n"
)
UNIT = 20


def _page(count: int) -> bytes:
    return f"<html><body>{f'<p>{PARAGRAPH}</p>' * count}</body></html>".encode()


def _docx(count: int) -> bytes:
    return making.docx(f"<w:p><w:r><w:t>{PARAGRAPH}</w:t></w:r></w:p>" * count)


def _pdf(count: int) -> bytes:
    page = making.lines(60, 700, 10, *["The ferry hit the pier in thick fog, she said."] * 40)
    return making.pdf(*[page] * max(1, count // UNIT))


def _rss(item: str, count: int) -> bytes:
    return f"<rss version='2.0'><channel><title>T</title>{item * count}".encode()


def _scatter_pdf(count: int) -> bytes:
    words = (
        making.lines(40 + 97 * at % 500, 60 + 61 * at % 700, 9, "word") for at in range(count // 2)
    )
    return making.pdf("".join(words))


READERS: dict[str, Callable[[bytes], object]] = {
    ".rss": lambda data: load_feed(data, origin="a.rss"),
    ".opml": lambda data: load_opml(data, origin="a.opml"),
    ".jsonl": lambda data: list(articles_in(data.splitlines(), "a.jsonl")),
}
"""What reads a kind that is not one article, by the ending."""

MAKERS: dict[str, Callable[[int], bytes]] = {
    "a.txt": lambda count: (PARAGRAPH * count).encode(),
    "a.html": _page,
    "a.md": lambda count: b"# Head\n\n" + (PARAGRAPH * count).encode(),
    "a.eml": lambda count: making.MAIL + (PARAGRAPH * count).encode(),
    "a.epub": lambda count: making.epub(one=f"<p>{PARAGRAPH}</p>" * count),
    "a.docx": _docx,
    "a.pdf": _pdf,
    "a.mhtml": lambda count: making.MHTML.replace(making.PAGE.encode(), _page(count)),
    "a.rss": lambda count: _rss(f"<item><title>T</title><description>{PARAGRAPH}", count),
    "broken.rss": lambda count: _rss(f"& <item <title>T<![CDATA[<p>{PARAGRAPH}", count),
    "a.opml": lambda count: (
        b"<opml>" + b"<outline text='Words' xmlUrl='http://a.example/f'/>" * count + b"</opml>"
    ),
    "a.jsonl": lambda count: making.CORPUS * count,
    "a.txt.gz": lambda count: gzip.compress((PARAGRAPH * count).encode()),
    "one paragraph.txt": lambda count: (PARAGRAPH.strip() * count).encode(),
    "marks.txt": lambda count: b'"' * (50 * count),
    "marks.md": lambda count: b'"' * (50 * count),
    "stars.md": lambda count: b"*" * (25 * count) + b"x",
    "brackets.md": lambda count: b"[" * (10 * count) + b"x" + b"](http://a)" * (2 * count),
    "quotes.md": lambda count: b"> " * (2 * count) + b"x",
    "elements.html": lambda count: b"<div>" * (10 * count) + b"x",
    "attributes.html": lambda count: b"<p " + b"a=1 b " * (10 * count) + b">x",
    "broken data.html": lambda count: (
        b'<html><script type="application/ld+json">'
        + b'{"@type":"Person","author":"' * (10 * count)
        + b"</script><p>x"
    ),
    "rows.html": lambda count: b"<table><tr><th>a<th>b" + b"<tr><td>a<td>b" * (10 * count),
    "parts.mhtml": lambda count: making.MHTML.replace(
        b"------b--", b"------b\r\nContent-Type: image/gif\r\n\r\nx\r\n" * count + b"------b--"
    ),
    "parameters.eml": lambda count: (
        b"From: a\nTo: b\nDate: c\nContent-Type: text/plain" + b";\n a=b" * (10 * count) + b"\n\nx"
    ),
    "scattered.pdf": _scatter_pdf,
}


def seconds(data: bytes, name: str) -> float:
    """Return the least computing time of three loads, that of a process for a PDF with it."""
    ending = name[name.rindex(".") :]
    read = READERS.get(ending, partial(load, origin=name, article_id=None))
    times = []
    for _ in range(3):
        start = processor_time()
        with suppress(InputError):
            read(data)
        times.append(processor_time() - start)
    return min(times)


def main() -> int:
    """Print the ratios of each kind.

    Returns:
        0.
    """
    for name, make in MAKERS.items():
        taken = [seconds(make(UNIT * size), name) for size in SIZES]
        ratios = "  ".join(f"{each / taken[0]:7.1f}x" for each in taken)
        print(f"{name:20}{ratios}   {taken[-1] * 1000:9.1f} ms at the largest", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
