"""A pull sheet as one page of HTML, without scripts; word processors open it, too."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from inquit.export.pull_sheet import (
    PullSheet,
    PullSheetEntry,
    describe_publication,
    describe_speaker,
    is_quoted,
    is_reported,
)
from inquit.model.printable import clean_line

_STYLE = (
    "body{max-width:42em;margin:2em auto;padding:0 1em;font:16px/1.5 Georgia,serif}"
    "blockquote{margin:.5em 0;padding-left:1em;border-left:3px solid}p{margin:.3em 0}"
)


def render_html(sheet: PullSheet) -> str:
    """Return the story's name, then each item under a number."""
    name = _text(sheet.story.name)
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en"><head><meta charset="utf-8">',
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\';'
        " style-src 'unsafe-inline'\">",
        f"<title>{name}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{name}</h1>",
    ]
    for number, entry in enumerate(sheet.entries, start=1):
        who = describe_speaker(entry.item) or entry.item.kind.value.capitalize()
        lines += [f"<h2>{number}. {_text(who)}</h2>", *_body(entry)]
    return "\n".join([*lines, "</body></html>", ""])


def _body(entry: PullSheetEntry) -> Iterator[str]:
    """Yield what is under an item's heading."""
    item, address = entry.item, entry.item.publication.address
    if item.words and is_reported(item):
        yield f"<p><em>Reported, not quoted:</em> {_text(item.words)}</p>"
    elif item.words and is_quoted(item):
        yield f"<blockquote>{_text(item.words)}</blockquote>"
    elif item.words:
        yield from (f"<p>{_text(line)}</p>" for line in item.words.splitlines())
    if published := describe_publication(item):
        yield f"<p>{_text(published)}</p>"
    if address.startswith(("http://", "https://")):
        yield f'<p><a href="{_text(address)}" rel="noreferrer">{_text(address)}</a></p>'
    elif address:
        yield f"<p>{_text(address)}</p>"
    if entry.state:
        yield f"<p><em>Checked: {_text(entry.state)}</em></p>"
    yield from (f"<p>Note: {_text(line)}</p>" for line in item.note.splitlines())


def _text(words: str) -> str:
    """Return words on one line that no browser takes for markup."""
    return escape(clean_line(words), quote=True)
