"""An empty index for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection

import pytest

from inquit.library.index.files import opened_index


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Connection]:
    with opened_index(tmp_path) as opened:
        yield opened
