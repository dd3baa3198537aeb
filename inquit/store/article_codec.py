"""Articles to JSON and back, without how they were fetched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from inquit.errors import DocumentError
from inquit.model.article import Article, digest_of
from inquit.model.span import Span
from inquit.model.structure import Block, BlockKind, Link

_FETCHED = "retrieved"


def encode_article(article: Article) -> dict[str, Any]:
    """Return an article as plain values for JSON."""
    held = asdict(article)
    held.pop(_FETCHED)
    return held


def decode_article(document: Mapping[str, Any]) -> Article:
    """Return the article that plain values describe, leaving out what only later versions know.

    Raises:
        DocumentError: they describe none, or its text is not the one that they were made of.
    """
    known = {each.name for each in fields(Article)} - {_FETCHED}
    held = {name: value for name, value in document.items() if name in known}
    try:
        held["block_spans"] = tuple(_span(each) for each in held["block_spans"])
        held["blocks"] = tuple(_block(each) for each in held["blocks"])
        held["links"] = tuple(
            Link(span=_span(it["span"]), target=it["target"]) for it in held["links"]
        )
        held["notices"] = tuple(map(str, held["notices"]))
        article = Article(**held)
        whole = digest_of(article.text) == article.text_digest
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DocumentError(f"an article cannot be read: {error!r}") from error
    if not whole:
        raise DocumentError("the text is not as it was kept")
    return article


def _block(held: Mapping[str, Any]) -> Block:
    return Block(
        span=_span(held["span"]),
        kind=BlockKind(held["kind"]),
        level=int(held["level"]),
        opens=held.get("opens") is True,
    )


def _span(held: Mapping[str, int]) -> Span:
    return Span(held["start"], held["end"])
