"""Articles of every format that try to drive the terminal, and what finds whether one did."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

from tests.loaders import making

MARK = "7391"
"""Stands in every sequence of the articles and in none of the program's own."""
_MARK_64 = "NzM5MQ"

SEQUENCES = (
    f"\x1b[{MARK}m", f"\x1b]0;{MARK}\x07", f"\x1b]52;c;{_MARK_64}==\x07", f"\x1bP{MARK}\x1b\\",
    f"\x1b]8;;http://{MARK}.example\x1b\\", f"\x1b_G{MARK}\x1b\\", f"\x1b^{MARK}\x1b\\", "\x1bc",
    f"\x9b{MARK}m", f"\x9d0;{MARK}\x9c", "\x07", "\x08\x08", "\x0e", "\x7f", "\x85", "\x84",
)  # fmt: skip
HIDDEN = (
    "\u202eabc\u202c\u2066abc\u2069\u200b\u200e\u200f\u061c\U000e0041\ufeff"
    "a\u034fb\ufe0fc\ufe00d\u200de\u3164\u2060\xad\u180e\U000e0100"
)
MARKUP = "[bold red]B[/] [@click=app.quit]C[/] [/nothing]"
BAD = "".join(f"{sequence}a" for sequence in SEQUENCES) + HIDDEN + MARKUP
_WORDS = f"“The ferry {BAD} hit the pier,” said Ana {BAD} Silva, who saw it. It was Monday."
_TITLE = f"Ferry {BAD} hits pier"
_XML_WORDS = "".join(f"&#{ord(sign)};" if ord(sign) < 32 else sign for sign in _WORDS)
# So many controls in a short text would be a reason not to take it for text.
_FILLER = "\n\n" + "It was a calm morning, and the sea lay still in front of the quay. " * 120
_LINK = f"https://example.org/{BAD.replace(' ', '').replace('/', '')}"

_OWN_SEQUENCE = re.compile(
    "\x1b\\[[0-?]*[ -/]*[@-~]|\x1b[\\]PX^_].*?(?:\x07|\x1b\\\\)|\x1b[ -/]*[0-~]", re.DOTALL
)
_OBEYED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u034f\u061c\u180e\u200b\u200d-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)


def hostile_files(folder: Path) -> list[Path]:
    """Write an article of each format, under a name that is as hostile as its words."""
    page = _page()
    mail = f"From: A {BAD} B <a@example.org>\nSubject: {_TITLE}\nDate: {BAD}\nTo: x\n".encode()
    corpus = json.dumps({"id": f"one {BAD}", "title": _TITLE, "text": f"{_TITLE}\n\n{_WORDS}"})
    contents = {
        "a.txt": f"{_TITLE}\nBy Ana {BAD} Silva\n\n{_WORDS}{_FILLER}\n".encode(),
        "b.html": page.encode(),
        "c.mhtml": making.MHTML.replace(making.PAGE.encode(), page.encode()),
        "d.md": (
            f"---\ntitle: {_TITLE}\n---\n\n# {_TITLE}\n\n[{BAD}]({_LINK}) {_WORDS}{_FILLER}"
        ).encode(),
        "e.epub": making.epub(one=f"<h1>Ferry {HIDDEN}</h1><p>{_XML_WORDS}</p>"),
        "f.docx": making.docx(f"<w:p><w:r><w:t>{_XML_WORDS}</w:t></w:r></w:p>"),
        "g.eml": mail + f"Content-Type: text/plain; charset=utf-8\n\n{_WORDS}{_FILLER}".encode(),
        "h.pdf": making.pdf(
            making.lines(60, 690, 20, f"Ferry \\033]0;{MARK}\\007 \\233{MARK}m hits pier")
            + making.lines(60, 600, 10, f"It sails \\033[{MARK}m again, she said, and so it did.")
        ),
        "i.jsonl": corpus.encode() + b"\n",
        "j.txt.gz": gzip.compress(f"{_TITLE}\n\n{_WORDS}{_FILLER}".encode()),
    }
    paths = []
    for name, data in contents.items():
        path = folder / f"x\x1b]0;{MARK}\x07\u202e\x9b{MARK}m[bold]{name}"
        path.write_bytes(data)
        paths.append(path)
    return paths


def hostile_feed() -> bytes:
    """Return a feed whose every part is hostile."""
    title = "".join(f"&amp;#{ord(sign)};" if ord(sign) < 160 else sign for sign in _TITLE)
    return (
        f"<rss version='2.0'><channel><title>{title}</title><item><title>{title}</title>"
        f"<guid>{title}</guid><link>https://example.org/{HIDDEN}</link>"
        f"<description>{title}</description></item></channel></rss>"
    ).encode()


def obeyed(output: bytes) -> list[str]:
    """Return what in a terminal's input came from an article and drives it.

    Args:
        output: all that a program wrote to its terminal.
    """
    text = output.decode("utf-8", "replace")
    sequences = _OWN_SEQUENCE.findall(text)
    own = [each for each in sequences if MARK in each or _MARK_64 in each or each == "\x1bc"]
    return own + _OBEYED.findall(_OWN_SEQUENCE.sub("", text))


def _page() -> str:
    head = (
        f"<title>{_TITLE}</title><meta name=author content='Ana {BAD} Silva'>"
        f"<meta property='og:site_name' content='Herald {BAD}'>"
        f"<meta property='article:published_time' content='2026-03-01 {BAD}'>"
    )
    return (
        f"<!doctype html><html lang='en{BAD}'><head>{head}</head><body><article><h1>{_TITLE}</h1>"
        f"<p>{_WORDS} {_FILLER}</p><p>{_XML_WORDS}</p><ul><li>{_WORDS}</li></ul>"
        f"<p><a href='{_LINK}'>Words {BAD}</a> of a link.</p></article></body></html>"
    )
