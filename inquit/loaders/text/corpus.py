"""A corpus: one JSON object a line, with `id` and `text`, both kept exactly as they are."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from inquit.errors import InputError
from inquit.loaders.gzip import MAGIC, beginning
from inquit.loaders.gzip_stream import open_unpacked
from inquit.loaders.input_bytes import SIZE_LIMIT, open_regular
from inquit.loaders.sniffing import HEAD
from inquit.loaders.text.headline import headline_of
from inquit.model.article import Article, ArticleId, digest_of, paragraphs_of
from inquit.model.printable import clean_line, printable

_SURROGATE = re.compile("[\ud800-\udfff]")
"""JSON can write half of a pair; no encoding can store it, and no terminal show it."""
_JSON_LINES = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"")


def load_corpus(path: Path) -> Iterator[Article | InputError]:
    """Yield the articles of a corpus file in order, reading no further than the one yielded.

    The text is not normalised: every offset into it holds for the file's text too.

    Yields:
        An article; for a line that is none, the error that names the line.

    Raises:
        InputError: the file cannot be opened or read on.
    """
    with open_regular(path) as stream:
        yield from load_corpus_stream(stream, str(path))


def begins_corpus(head: bytes) -> bool:
    """Tell whether a corpus begins so, compressed or not.

    Args:
        head: the beginning of an input.
    """
    if head.startswith(MAGIC):
        head = beginning(head, HEAD)
    return _JSON_LINES.match(head) is not None


def count_lines(path: Path) -> int:
    """Return how many lines a corpus has, as far as it can be read."""
    count = 0
    with suppress(InputError), open_regular(path) as stream:
        for _ in _lines(open_unpacked(stream, str(path)), str(path)):
            count += 1
    return count


def load_corpus_stream(stream: BinaryIO, name: str) -> Iterator[Article | InputError]:
    """Yield the articles of a corpus from a stream in order, reading a line at a time.

    Args:
        stream: the corpus, in UTF-8; it may be compressed with gzip.
        name: how to call it in an error, not escaped yet.

    Yields:
        An article; for a line that is none, the error that names the line.

    Raises:
        InputError: the stream cannot be read on.
    """
    yield from articles_in(_lines(open_unpacked(stream, name), name), name)


def articles_in(lines: Iterable[bytes], name: str) -> Iterator[Article | InputError]:
    """Yield the article on each line that is not blank.

    Args:
        lines: UTF-8, with or without a byte order mark on the first.
        name: how to call the input in an error, not escaped yet.

    Yields:
        An article; for a line that is none, the error that names the line, counted from 1. One
        bad line does not keep anybody from the others.
    """
    for number, line in enumerate(lines, start=1):
        stripped = line.removeprefix(codecs.BOM_UTF8).strip() if number == 1 else line.strip()
        if len(stripped) > SIZE_LIMIT:
            yield _bad_line(name, number, "it is too long")
        elif stripped:
            try:
                article = _article(stripped, name, number)
            except InputError as error:
                yield error
            else:
                yield article


def _lines(stream: BinaryIO, name: str) -> Iterator[bytes]:
    """Yield the lines of a stream; of one that is longer than an article may be, the beginning.

    Raises:
        InputError: the stream cannot be read.
    """
    begins = True
    while part := _read_part(stream, name):
        if begins:
            yield part
        begins = part.endswith(b"\n")


def _read_part(stream: BinaryIO, name: str) -> bytes:
    """Return a line, or as much of it as shows that it is too long; empty at the end.

    Raises:
        InputError: the stream cannot be read.
    """
    try:
        return stream.readline(SIZE_LIMIT + 2)
    except OSError as error:
        raise InputError(f"cannot read {printable(name)}: {error.strerror}") from error


def _article(line: bytes, name: str, number: int) -> Article:
    """Return the article that a line of JSON holds.

    Raises:
        InputError: the line is not JSON, or lacks `id` or `text`, or they cannot be stored.
    """
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _bad_line(name, number, "it is not JSON in UTF-8") from error
    if not isinstance(entry, dict):
        raise _bad_line(name, number, "it is not a JSON object")
    for key in ("id", "text"):
        if not isinstance(entry.get(key), str):
            raise _bad_line(name, number, f'"{key}" is missing or not a string')
        if _SURROGATE.search(entry[key]):
            raise _bad_line(name, number, f'"{key}" holds half a character (a lone surrogate)')
    text, title = entry["text"], entry.get("title")
    found = clean_line(title) if isinstance(title, str) else headline_of(text)
    return Article(
        id=ArticleId(entry["id"]),
        text=text,
        text_digest=digest_of(text),
        title=clean_line(found) or None if found else None,
        origin=printable(entry["id"]),
        block_spans=paragraphs_of(text),
    )


def _bad_line(name: str, number: int, fault: str) -> InputError:
    return InputError(f"{printable(name)}, line {number}: {fault}")
