"""Articles and quotes as text, for files, pipes and the clipboard: `inquit.export` as it stands."""

from __future__ import annotations

from inquit.export import FORMATS
from inquit.export.markdown import escape_markdown, format_markdown_quote
from inquit.export.plain import SEPARATOR, PlainOptions, render_in_pieces

__all__ = [
    "FORMATS",
    "SEPARATOR",
    "PlainOptions",
    "escape_markdown",
    "format_markdown_quote",
    "render_in_pieces",
]
