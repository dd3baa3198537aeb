"""Markdown (CommonMark 0.31) with or without YAML front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from inquit.loaders.article_builder import compose
from inquit.loaders.markdown.footnotes import pieces_of_tokens
from inquit.loaders.normalization import normalise
from inquit.loaders.piece import Piece
from inquit.loaders.text.decoding import decode
from inquit.loaders.text.line_limit import require_few_lines
from inquit.model.article import Article, ArticleId
from inquit.model.structure import BlockKind

_FRONT_MATTER = re.compile(r"---[ ]*\n(.*?\n)(?:---|\.\.\.)[ ]*(?:\n|$)", re.DOTALL)
_ENTRY = re.compile(r"([\w-]+):[ ]+(.*\S)")
_DEEPEST = 40
_LONGEST, _MOST_LINES = 4_000_000, 100_000
_MARK = re.compile(r"[*_\[\]`<]")
_MOST_MARKS = 3000


def load_markdown(data: bytes, *, article_id: ArticleId | None, origin: str) -> Article:
    """Return a Markdown document as an article; HTML in it is left out, the words in it stay.

    Args:
        data: the whole document, in any encoding.
        article_id: the id, or None to make it of the text's digest.
        origin: what the user named, as it was given.

    Raises:
        InputError: it is not text or holds no words.
    """
    text = normalise(decode(data, origin)).lstrip("\n")
    require_few_lines(text, origin)
    matter = _FRONT_MATTER.match(text)
    entries = _entries(matter[1]) if matter else {}
    body = text[matter.end() :] if matter else text
    pieces = _pieces(body)
    return compose(
        pieces,
        article_id=article_id,
        origin=origin,
        title=entries.get("title") or _first_heading(pieces),
        byline=entries.get("author") or entries.get("byline"),
        published=entries.get("date") or entries.get("published"),
        language=entries.get("lang") or entries.get("language"),
    )


def _pieces(text: str) -> list[Piece]:
    """Return the blocks of a document, or its paragraphs as they stand, marks and all.

    Pairing marks takes the square of their number in a paragraph, and what is nested deeper than
    the parser follows is left out by it; no words are lost for either.
    """
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    if not _is_tame(text):
        return list(_plain_pieces(text))
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    parser.use(footnote_plugin, move_to_end=False)
    told: dict[str, Any] = {}
    tokens = parser.parse(text, told)
    if any(token.nesting == 1 and token.level >= _DEEPEST - 1 for token in tokens):
        return list(_plain_pieces(text))
    inline = told.get("footnotes", {}).get("list", {})
    return list(
        pieces_of_tokens(
            tokens, {number: note.get("tokens", ()) for number, note in inline.items()}
        )
    )


def _is_tame(text: str) -> bool:
    """Tell whether a document is short enough to parse, and none of its paragraphs all marks."""
    if len(text) > _LONGEST or text.count("\n") > _MOST_LINES:
        return False
    return all(len(_MARK.findall(block)) <= _MOST_MARKS for block in text.split("\n\n"))


def _plain_pieces(text: str) -> Iterator[Piece]:
    """Yield the paragraphs as they stand, marks and all."""
    for block in text.split("\n\n"):
        yield Piece(((block, None),))


def _entries(matter: str) -> dict[str, str]:
    """Return the one-line entries of front matter; what else YAML can say is left out."""
    entries = {}
    for line in matter.split("\n"):
        if found := _ENTRY.match(line):
            value = found[2]
            if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
                value = value[1:-1]
            entries[found[1].lower()] = value.strip("[]")
    return entries


def _first_heading(pieces: Sequence[Piece]) -> str | None:
    """Return the words of the heading that a document begins with, or None."""
    first = pieces[0] if pieces else None
    if first is None or first.kind is not BlockKind.HEADING:
        return None
    return "".join(words for words, _ in first.runs)
