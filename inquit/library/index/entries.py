"""What the index has of an article, as values."""

from __future__ import annotations

from dataclasses import dataclass

from inquit.model.article import Article
from inquit.model.quotation import Analysis


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexEntry:
    """An article as it goes into the index.

    Attributes:
        article: the article.
        analysis: what was found in it, with what the reader set right; None where that is not
            known yet, so that only its words are found.
        remembered: when it was kept, ISO 8601.
        home: the name of the folder that it is kept in.
        home_seen: the time of that folder's last change, in nanoseconds, as it was read.
        corrections: a digest of what the reader set right in it.
    """

    article: Article
    analysis: Analysis | None
    remembered: str
    home: str
    home_seen: int
    corrections: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedArticle:
    """What the index says of an article.

    Attributes:
        number: its number in this index, which another index may give to another article.
        article_id: what opens it.
        text_digest: of the text that is indexed.
        title: its headline, or what else it is called.
        site: the publication, empty where that is not known.
        byline: the author line, or empty.
        day: the day of publication as YYYY-MM-DD, or None.
        remembered: when it was kept, ISO 8601.
        engine: the version of the engine that analysed it, or None for none yet.
    """

    number: int
    article_id: str
    text_digest: str
    title: str
    site: str
    byline: str
    day: str | None
    remembered: str
    engine: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedQuote:
    """What the index says of a quote.

    Attributes:
        number: its number in this index.
        quote_id: its id in the analysis.
        start: of its content, in code points of the article's text.
        end: likewise.
        kind: direct, indirect or mixed.
        words: its words as they are printed.
        speaker: who is credited with it; empty for nobody.
        key: the key of that source, as notes have it; empty for nobody.
        source_kind: person, organisation, group or unnamed; empty for nobody.
        role: the source's role, or empty.
        confidence: that the source is right, from 0 to 1.
        corrected: whether the reader set anything right about it.
        denied: whether the text says that it was not said.
    """

    number: int
    quote_id: str
    start: int
    end: int
    kind: str
    words: str
    speaker: str
    key: str
    source_kind: str
    role: str
    confidence: float
    corrected: bool
    denied: bool
