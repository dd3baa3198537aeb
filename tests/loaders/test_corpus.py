"""A corpus is read line by line, its ids and texts untouched."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from inquit.errors import InputError
from inquit.loaders import articles_in, load_corpus, load_corpus_stream
from inquit.loaders.text.corpus import begins_corpus, count_lines
from inquit.model.article import Article

ODD = "  “One\xa0two”\r\n\tthree\x85\u200b\x0c \n\n\n"


def _line(identity: object = "a", text: object = "One.", **more: object) -> bytes:
    return json.dumps({"id": identity, "text": text, **more}).encode() + b"\n"


def test_id_and_text_pass_through_unchanged(tmp_path: Path) -> None:
    (tmp_path / "c.jsonl").write_bytes(_line(" x/y\x1b", ODD) + _line("b"))
    first, second = load_corpus(tmp_path / "c.jsonl")
    assert (first.id, first.text) == (" x/y\x1b", ODD)
    assert (second.id, second.text) == ("b", "One.")
    assert first.origin == " x/y\\x1b"


def test_blank_lines_and_a_byte_order_mark_are_passed_over() -> None:
    lines = [b"\xef\xbb\xbf" + _line(), b"\n", b"  \r\n", _line("b")]
    assert [article.id for article in articles_in(lines, "x")] == ["a", "b"]


def test_a_title_is_taken_over_for_display_only() -> None:
    (article,) = articles_in([_line(title="A\x1b[1m\nB")], "x")
    assert article.title == "A[1m B"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (b"{", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'{"id": "a", "text": "\xff"}', "not JSON"),
        (b"[1]", "not a JSON object"),
        (_line(text=3), '"text" is missing'),
        (_line(identity=3), '"id" is missing'),
        (b'{"id": "a"}', '"text" is missing'),
        (b'{"id": "a", "text": "\\ud83d"}', '"text" holds half a character'),
        (b'{"id": "\\udc00", "text": "x"}', '"id" holds half a character'),
    ],
)
def test_a_bad_line_is_named_by_its_number_and_the_next_is_read(line: bytes, fault: str) -> None:
    first, bad, last = articles_in([_line(), b"\n", line, _line("b")], "c\x1b.jsonl")
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert (first.id, last.id) == ("a", "b")
    assert isinstance(bad, InputError)
    assert fault in str(bad)
    assert str(bad).startswith("c\\x1b.jsonl, line 3: ")


def test_a_line_that_is_too_long_is_told_and_the_next_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("inquit.loaders.text.corpus.SIZE_LIMIT", 100)
    stream = BytesIO(_line("a") + _line(text="x" * 500) + _line("b"))
    first, bad, last = load_corpus_stream(stream, "c.jsonl")
    assert "line 2: it is too long" in str(bad)
    assert [getattr(each, "id", None) for each in (first, last)] == ["a", "b"]


def test_a_corpus_is_read_no_further_than_it_is_asked_for() -> None:
    def lines() -> Iterator[bytes]:
        yield _line()
        raise AssertionError("read too far")

    assert next(articles_in(lines(), "x")).id == "a"


def test_a_missing_corpus_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        next(load_corpus(tmp_path / "none.jsonl"))


def test_a_compressed_corpus_is_read_as_the_corpus_that_it_is(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl.gz"
    path.write_bytes(gzip.compress(_line() + _line("b")) + gzip.compress(_line("c")))
    assert [article.id for article in load_corpus(path)] == ["a", "b", "c"]
    assert count_lines(path) == 3
    assert begins_corpus(path.read_bytes()[:60])


def test_a_compressed_corpus_is_unpacked_no_further_than_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl.gz"
    path.write_bytes(gzip.compress(_line(text="a" * 200_000)) + b"\x1f\x8bdamage")
    articles = load_corpus(path)
    assert next(articles).id == "a"
    with pytest.raises(InputError, match="damaged"):
        next(articles)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (gzip.compress(_line())[:-9], "cut off"),
        (gzip.compress((b" " * 9999 + b"\n") * 2000), "far more than text"),
    ],
    ids=["torn", "bomb"],
)
def test_a_compressed_corpus_that_is_torn_or_a_bomb_ends_in_one_line(
    data: bytes, fault: str, tmp_path: Path
) -> None:
    (tmp_path / "c.gz").write_bytes(data)
    with pytest.raises(InputError, match=fault) as caught:
        list(load_corpus(tmp_path / "c.gz"))
    assert "\n" not in str(caught.value)
