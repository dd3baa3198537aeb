"""A pull sheet in Markdown; nothing of an article in it acts as markup."""

from __future__ import annotations

from collections.abc import Iterator

from inquit.export.markdown import escape_markdown
from inquit.export.pull_sheet import (
    PullSheet,
    PullSheetEntry,
    describe_publication,
    describe_speaker,
    is_quoted,
    is_reported,
)


def render_markdown(sheet: PullSheet) -> str:
    """Return the story's name, then each item under a number."""
    lines = [f"# {escape_markdown(sheet.story.name)}", ""]
    for number, entry in enumerate(sheet.entries, start=1):
        lines += [f"## {number}. {escape_markdown(_heading(entry))}", "", *_body(entry)]
    return "\n".join(lines)


def _heading(entry: PullSheetEntry) -> str:
    return describe_speaker(entry.item) or entry.item.kind.value.capitalize()


def _body(entry: PullSheetEntry) -> Iterator[str]:
    """Yield the lines of an item under its heading, each paragraph with an empty line after it."""
    item = entry.item
    if item.words and is_reported(item):
        yield from (f"*Reported, not quoted:* {escape_markdown(item.words)}", "")
    elif item.words and is_quoted(item):
        yield from (f"> {escape_markdown(item.words)}", "")
    elif item.words:
        for line in item.words.splitlines():
            yield from (escape_markdown(line), "")
    if published := describe_publication(item):
        yield from (escape_markdown(published), "")
    if (address := item.publication.address) and _is_link(address):
        yield from (f"<{address}>", "")
    elif address:
        yield from (escape_markdown(address), "")
    if entry.state:
        yield from (f"*Checked: {escape_markdown(entry.state)}*", "")
    for line in item.note.splitlines():
        yield from (f"Note: {escape_markdown(line)}", "")


def _is_link(address: str) -> bool:
    """Tell whether an address can be written as a link that nothing of it ends."""
    plain = address.startswith(("http://", "https://")) and address.isascii()
    return plain and not any(sign in address for sign in "<> \n\\")
