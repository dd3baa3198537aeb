"""An article as a loader made it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import NewType

from inquit.model.retrieval import Retrieval
from inquit.model.span import Span
from inquit.model.structure import Block, Link

ArticleId = NewType("ArticleId", str)
"""The canonical origin: a URL, a resolved path, ``seed:NAME``, or for standard input the digest."""


def digest_of(text: str) -> str:
    """Return the SHA-256 of the text's UTF-8 form, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article; only loaders make it and normalise its text, which never changes after.

    Attributes:
        id: what bookmarks and positions refer to.
        text: paragraphs separated by line feeds; no control character but the line feed.
        text_digest: `digest_of(text)`.
        title: headline, where the input tells it.
        byline: author line, where the input tells it.
        published: date as the input gives it.
        origin: what the user named, for display.
        block_spans: the paragraphs in order, disjoint, without their line feeds.
        blocks: those of the paragraphs that are more than that, in order.
        links: the words that lead elsewhere, in order.
        site: the publication's name, where the input tells it.
        language: BCP 47 tag, where the input tells it.
        notices: what to tell the reader of how it was read, each one line.
        page_words: words of the whole page that it is on, shown or not; None where it is no page.
        whole: whether all of the page's text is shown, and not only its article.
        retrieved: how it was fetched; None where it was not. It is no part of what is compared.
        suggested_id: the id that its page asks for, unchecked, or None; no part of that either.
    """

    id: ArticleId
    text: str
    text_digest: str
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    origin: str
    block_spans: tuple[Span, ...]
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    site: str | None = None
    language: str | None = None
    notices: tuple[str, ...] = ()
    page_words: int | None = None
    whole: bool = False
    retrieved: Retrieval | None = field(default=None, compare=False)
    suggested_id: ArticleId | None = field(default=None, compare=False)

    @property
    def display_title(self) -> str:
        """The title, or where there is none the origin."""
        return self.title or self.origin

    @property
    def word_count(self) -> int:
        """The number of words, counted between white space."""
        # By lines: the words of a whole book in one list would take as much memory again as it.
        return sum(len(line.split()) for line in self.text.split("\n"))


def article_of(text: str, *, article_id: str | None = None, origin: str = "text") -> Article:
    """Return the bare article that a text makes as it stands, without title or byline.

    Args:
        text: paragraphs separated by line feeds; it is not normalised.
        article_id: the id, or None to make it of the text's digest.
        origin: what to show where there is no title.
    """
    digest = digest_of(text)
    return Article(
        id=ArticleId(article_id or digest),
        text=text,
        text_digest=digest,
        origin=origin,
        block_spans=paragraphs_of(text),
    )


def paragraphs_of(text: str) -> tuple[Span, ...]:
    """Return the spans of the lines of text that are not blank, without surrounding white space."""
    spans, start = [], 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            first = start + line.index(stripped)
            spans.append(Span(first, first + len(stripped)))
        start += len(line) + 1
    return tuple(spans)
