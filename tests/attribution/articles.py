"""Articles for the tests of the engine."""

from __future__ import annotations

from inquit.model.article import Article, ArticleId, digest_of, paragraphs_of


def article_of(text: str) -> Article:
    """Return the article that a text makes."""
    digest = digest_of(text)
    return Article(
        id=ArticleId(digest),
        text=text,
        text_digest=digest,
        origin="a test",
        block_spans=paragraphs_of(text),
    )
