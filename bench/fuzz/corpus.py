"""What the fuzzing of each loader begins from."""

from __future__ import annotations

import gzip

from tests.loaders import making

FEED = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><item><title>One</title>'
    b"<link>https://example.org/1</link><description>&lt;p&gt;Words.</description></item>"
    b"</channel></rss>"
)

SAMPLES: dict[str, tuple[str, tuple[bytes, ...]]] = {
    "text": ("a.txt", (making.PLAIN.encode(), making.PLAIN.encode("utf-16"))),
    "html": ("a.html", (making.PAGE.encode(),)),
    "feed": ("a.xml", (FEED,)),
    "md": ("a.md", (making.MARKDOWN.encode(),)),
    "epub": ("a.epub", (making.epub(one="<p>One.</p>", two="<h2>Two</h2>"),)),
    "pdf": ("a.pdf", (making.pdf(making.lines(60, 650, 10, "One.", "Two.")),)),
    "docx": ("a.docx", (making.docx("<w:p><w:r><w:t>One.</w:t></w:r></w:p>"),)),
    "eml": ("a.eml", (making.MAIL,)),
    "mhtml": ("a.mhtml", (making.MHTML,)),
    "jsonl": ("a.jsonl", (making.CORPUS,)),
    "gz": ("a.txt.gz", (gzip.compress(making.PLAIN.encode(), mtime=0),)),
}
"""By loader: a file name, and inputs that are well formed."""
