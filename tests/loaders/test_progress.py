"""Whoever waits for a long document is told how far it is, and can stop it."""

from __future__ import annotations

from pathlib import Path

import pytest

from inquit.errors import CancelledError
from inquit.model.progress import PAGES, PARTS, ProgressToken
from inquit.service import articles
from tests.loaders import making

PARAGRAPHS = 3000
BOOK = making.epub(**{f"c{number}": f"<p>Part {number}.</p>" for number in range(5)})
PAPER = making.pdf(*[making.lines(60, 650, 10, "The ferry hit the pier.")] * 4)
PAGE = f"<html><body>{'<p>The ferry hit the pier.</p>' * PARAGRAPHS}</body></html>".encode()
DOCUMENT = making.docx("<w:p><w:r><w:t>The ferry.</w:t></w:r></w:p>" * PARAGRAPHS)
LONG = {"a.epub": BOOK, "a.pdf": PAPER, "a.html": PAGE, "a.docx": DOCUMENT}


@pytest.fixture(params=LONG)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    found = tmp_path / request.param
    found.write_bytes(LONG[request.param])
    return found


def test_what_is_read_is_counted_and_never_falls(path: Path) -> None:
    told: list[tuple[str, int]] = []
    token = ProgressToken(report=lambda what, count: told.append((what, count)))
    articles.open_file(path, token=token)
    unit = PAGES if path.suffix == ".pdf" else PARTS
    assert {what for what, _ in told} == {unit}
    counts = [count for _, count in told]
    assert counts == sorted(counts)
    assert counts[-1] >= 2


def test_a_load_that_is_not_wanted_any_more_stops(path: Path) -> None:
    with pytest.raises(CancelledError):
        articles.open_file(path, token=ProgressToken(cancelled=lambda: True))


def test_a_load_can_be_stopped_half_way(path: Path) -> None:
    reached: list[int] = []
    token = ProgressToken(
        report=lambda _, count: reached.append(count), cancelled=lambda: bool(reached)
    )
    with pytest.raises(CancelledError):
        articles.open_file(path, token=token)
    assert len(reached) == 1
