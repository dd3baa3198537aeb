"""Values in, text out: one module a format, all of them in `FORMATS`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from inquit.export import csv_table, json_array, json_lines, markdown, plain, text
from inquit.export.format import Format

__all__ = ["FORMATS", "Format"]

_ALL = (
    Format(name="text", suffix=".txt", render=text.render, separator=text.SEPARATOR),
    Format(
        name="json",
        suffix=".json",
        render=json_array.render,
        head=json_array.HEAD,
        separator=json_array.SEPARATOR,
        foot=json_array.FOOT,
    ),
    Format(name="jsonl", suffix=".jsonl", render=json_lines.render),
    Format(name="csv", suffix=".csv", render=csv_table.render, head=csv_table.HEAD),
    Format(name="markdown", suffix=".md", render=markdown.render, separator=markdown.SEPARATOR),
    Format(name="plain", suffix=".plain.txt", render=plain.render, separator=plain.SEPARATOR),
)

FORMATS: Mapping[str, Format] = MappingProxyType({each.name: each for each in _ALL})
"""The formats by name, in the order in which they are listed."""
