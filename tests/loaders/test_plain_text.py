"""Plain text becomes an article."""

from __future__ import annotations

import io
import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seeds
from inquit.errors import InputError
from inquit.loaders import load_bytes, load_file, load_stream
from inquit.model.article import ArticleId, digest_of


def test_a_file_is_known_by_its_resolved_path(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("One.\n\nTwo.\n", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    article = load_file(tmp_path / "link.txt")
    assert article.id == str((tmp_path / "real.txt").resolve())
    assert article.text == "One.\n\nTwo."
    assert article.text_digest == digest_of(article.text)
    assert [span.of(article.text) for span in article.block_spans] == ["One.", "Two."]


def test_the_same_text_from_a_stream_has_the_same_id() -> None:
    one, two = (load_stream(io.BytesIO(data)) for data in (b"One.\r\nTwo.", b"One.\nTwo.\n"))
    assert one.id == two.id == f"sha256:{digest_of(one.text)}"


def test_the_origin_is_shown_with_its_controls_written_out() -> None:
    article = load_bytes(b"One.", article_id=ArticleId("x"), origin="\x1b[1mx")
    assert article.origin == "\\x1b[1mx"


def test_nothing_drawable_is_an_empty_input() -> None:
    with pytest.raises(InputError, match="is empty"):
        load_bytes("\u200b\n\u200b".encode(), article_id=None, origin="x")


@pytest.mark.parametrize("name", seeds.names())
def test_a_seed_is_loaded_unchanged(name: str) -> None:
    data = seeds.read(name)
    article = load_bytes(data, article_id=ArticleId(f"seed:{name}"), origin=f"seed:{name}")
    assert article.text == data.decode().strip("\n")


def test_the_readout_has_no_headline() -> None:
    data = seeds.read("pentagon-readout")
    assert load_bytes(data, article_id=None, origin="x").title is None


@given(st.binary(max_size=600))
def test_any_bytes_are_an_article_with_sound_paragraphs_or_an_input_error(data: bytes) -> None:
    try:
        article = load_bytes(data, article_id=None, origin="x")
    except InputError:
        return
    ends = [(span.start, span.end) for span in article.block_spans]
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(ends))
    covered = "".join(span.of(article.text) for span in article.block_spans)
    assert "".join(covered.split()) == "".join(article.text.split())


@pytest.mark.parametrize(
    "data",
    [
        b"word " * 2_000_000,
        "“".encode() * 100_000,
        b'"' * 100_000,
        b"\n" * 3_000_000 + b"x",
        b" \n" * 1_000_000 + b"x",
        b"x-\n" * 500_000,
        b"a\r\n" * 500_000,
    ],
    ids=[
        "10 MB paragraph",
        "curly marks",
        "straight marks",
        "breaks",
        "blanks",
        "hyphens",
        "lines",
    ],
)
def test_extreme_inputs_become_articles(data: bytes) -> None:
    assert load_bytes(data, article_id=None, origin="x").block_spans
