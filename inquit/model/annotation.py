"""What the reader adds to an article: bookmarks, notes on sources, corrections.

Selectors as in the W3C Web Annotation Data Model (2017), section 4.2.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import NewType

from inquit.model.article import Article, ArticleId
from inquit.model.folding import fold_text
from inquit.model.quotation import Mention, MentionKind, Source, SourceKind, source_id
from inquit.model.span import Span
from inquit.model.surroundings import context_of, frame_of, is_told_apart, twin_share

_NAME = "name:"

BookmarkId = NewType("BookmarkId", str)
NoteId = NewType("NoteId", str)
CorrectionId = NewType("CorrectionId", str)
SourceKey = NewType("SourceKey", str)
"""What a note is about: a source by its name, or if it has none by its place in the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPositionSelector:
    """A passage by its half-open offsets in Unicode code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextQuoteSelector:
    """A passage by its own words and the words around it."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A passage of an article, by position in one text and by its words in any later one.

    Attributes:
        article_id: the article.
        text_digest: that of the text in which the position counts.
        position: where the passage is in it.
        quote: its words and those around it.
        twin_share: how much of it stood at another place of that text, from 0 to 1; None where
            that is not known.
        framed_share: the same for the passage with the words beside it in its paragraph.
        inquit: the words beside it that say by name who said it, where no other paragraph read
            the same; else empty.
    """

    article_id: ArticleId
    text_digest: str
    position: TextPositionSelector
    quote: TextQuoteSelector
    twin_share: float | None = None
    framed_share: float | None = None
    inquit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """A passage that the reader marked; times are aware and in UTC."""

    id: BookmarkId
    target: Target
    created: datetime
    modified: datetime
    label: str = ""
    comment: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedBookmark:
    """A bookmark with where its passage is now; span None where it is not found or elsewhere.

    changed says whether the passage, or what stands beside it, is not as it was marked.
    """

    bookmark: Bookmark
    span: Span | None
    changed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What the reader wrote about a source; times are aware and in UTC.

    about_name is the source's name as it was shown when the note was written.
    """

    id: NoteId
    about: SourceKey
    about_name: str
    body: str
    tags: tuple[str, ...] = ()
    created: datetime
    modified: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A correction by the reader of what the engine found in a passage.

    action names the kind of correction; values holds what it needs, by name.
    """

    id: CorrectionId
    target: Target
    action: str
    values: tuple[tuple[str, str], ...] = field(default=())
    created: datetime


def target_of(article: Article, span: Span, inquit: Span | None = None) -> Target:
    """Return the target for a span of an article, with what tells it from similar passages.

    Args:
        article: the article.
        span: the stretch.
        inquit: the words that say by name who said it, where the text has them.
    """
    text = article.text
    names_one = inquit is not None and is_told_apart(text, span.start, span.end, inquit)
    prefix, suffix = context_of(text, span.start, span.end, names_one=names_one)
    return Target(
        article_id=article.id,
        text_digest=article.text_digest,
        position=TextPositionSelector(start=span.start, end=span.end),
        quote=TextQuoteSelector(exact=span.of(text), prefix=prefix, suffix=suffix),
        twin_share=round(twin_share(text, span.start, span.end), 2),
        framed_share=round(twin_share(text, *frame_of(text, span.start, span.end)), 2),
        inquit=inquit.of(text) if inquit is not None and names_one else "",
    )


def name_key(name: str) -> SourceKey:
    """Return the key of a named source: the same in every article, however the name is typed."""
    return SourceKey(_NAME + fold_text(name))


def canonical_key(key: str) -> SourceKey:
    """Return a key by an earlier version in the form that this version writes."""
    return name_key(key.removeprefix(_NAME)) if key.startswith(_NAME) else SourceKey(key)


def source_key(source: Source, article_id: ArticleId) -> SourceKey:
    """Return the key for notes on a source; an unnamed one never merges across articles."""
    if source.kind is SourceKind.UNNAMED:
        return SourceKey(f"unnamed:{article_id}#{source.id}")
    return name_key(source.name)


def earlier_keys(
    source: Source, mentions: Iterable[Mention], article: Article, article_id: ArticleId
) -> tuple[SourceKey, ...]:
    """Return what notes on a source may hang on that an earlier engine named otherwise.

    It may have taken all the words of a mention for the name, with a title; or a mention for the
    first of a source without a name; or one of several who are named together for all of them.

    Args:
        source: the source as it is named now.
        mentions: where the article mentions it.
        article: the article.
        article_id: its id, or one that it had before.
    """
    keys = []
    for mention in mentions:
        words = mention.span.of(article.text)
        if mention.kind is MentionKind.NAME and " " in words:
            keys.append(name_key(words))
        first = source_id(article.text_digest, mention.span)
        keys.append(SourceKey(f"unnamed:{article_id}#{first}"))
    if source.kind is SourceKind.GROUP:
        keys += [name_key(each) for each in source.name.split(" and ") if " " in each]
    return tuple(dict.fromkeys(keys))
