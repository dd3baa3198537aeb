"""Annotated articles."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

Document = dict[str, Any]


def documents(path: Path) -> list[Document]:
    """Return the documents of a corpus file, which may be packed with gzip."""
    content = path.read_bytes()
    unpacked = gzip.decompress(content) if path.suffix == ".gz" else content
    return [json.loads(line) for line in unpacked.decode().splitlines() if line]
