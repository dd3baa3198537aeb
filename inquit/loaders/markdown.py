"""Markdown (CommonMark 0.31) with or without YAML front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from inquit.loaders.composing import LINE_BREAK, Piece, Run, compose
from inquit.loaders.decoding import decode
from inquit.loaders.normalising import normalise
from inquit.model.article import Article, ArticleId
from inquit.model.structure import BlockKind

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"---[ ]*\n(.*?\n)(?:---|\.\.\.)[ ]*(?:\n|$)", re.DOTALL)
_ENTRY = re.compile(r"([\w-]+):[ ]+(.*\S)")
_TAG = re.compile(r"<[^<>]*>")
_DEEPEST = 20
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
    from markdown_it import MarkdownIt

    text = normalise(decode(data, origin)).lstrip("\n")
    matter = _FRONT_MATTER.match(text)
    entries = _entries(matter[1]) if matter else {}
    body = text[matter.end() :] if matter else text
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    pieces = list(_pieces(parser.parse(body)) if _is_tame(body) else _unmarked(body))
    return compose(
        pieces,
        article_id=article_id,
        origin=origin,
        title=entries.get("title") or _first_heading(pieces),
        byline=entries.get("author") or entries.get("byline"),
        published=entries.get("date") or entries.get("published"),
        language=entries.get("lang") or entries.get("language"),
    )


def _is_tame(text: str) -> bool:
    """Tell whether no paragraph has so many marks that pairing them takes the square of them."""
    return all(len(_MARK.findall(block)) <= _MOST_MARKS for block in text.split("\n\n"))


def _unmarked(text: str) -> Iterator[Piece]:
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


def _pieces(tokens: Sequence[Token]) -> Iterator[Piece]:
    """Yield the blocks of a document."""
    lists = quotes = heading = 0
    for token in tokens:
        if token.type in (
            "bullet_list_open",
            "ordered_list_open",
            "bullet_list_close",
            "ordered_list_close",
        ):
            lists += token.nesting
        elif token.type in ("blockquote_open", "blockquote_close"):
            quotes += token.nesting
        elif token.type == "heading_open":
            heading = int(token.tag[1:])
        elif token.type == "inline":
            yield Piece(tuple(_runs(token.children or ())), *_kind(heading, quotes, lists))
            heading = 0
        elif token.type in ("fence", "code_block"):
            yield Piece(((token.content, None),), BlockKind.PREFORMATTED)
        elif token.type == "html_block":
            yield Piece(((_TAG.sub(" ", token.content), None),))


def _kind(heading: int, quotes: int, lists: int) -> tuple[BlockKind, int]:
    if heading:
        return BlockKind.HEADING, heading
    if quotes:
        return BlockKind.BLOCK_QUOTE, quotes
    return (BlockKind.LIST_ITEM, lists) if lists else (BlockKind.PARAGRAPH, 0)


def _runs(tokens: Sequence[Token]) -> Iterator[Run]:
    """Yield the words of a block; of a picture, what it is described as."""
    targets: list[str | None] = [None]
    for token in tokens:
        if token.type == "link_open":
            targets.append(str(token.attrs.get("href", "")))
        elif token.type == "link_close":
            targets.pop()
        elif token.type == "softbreak":
            yield " ", targets[-1]
        elif token.type == "hardbreak":
            yield LINE_BREAK, targets[-1]
        elif token.type in ("text", "code_inline", "image"):
            yield token.content, targets[-1]


def _first_heading(pieces: Sequence[Piece]) -> str | None:
    """Return the words of the heading that a document begins with, or None."""
    first = pieces[0] if pieces else None
    if first is None or first.kind is not BlockKind.HEADING:
        return None
    return "".join(words for words, _ in first.runs)
