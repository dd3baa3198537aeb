"""What the tests of the engine share: the pipeline, loaded once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from inquit.attribution.engine import analyse_article
from inquit.attribution.pipeline import load_pipeline
from inquit.model.article import Article, ArticleId, digest_of, paragraphs_of
from inquit.model.quotation import Analysis


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default pipeline, as the engine loads it."""
    return load_pipeline()


@pytest.fixture(scope="session")
def analysed(nlp: Language) -> Callable[[str], Analysis]:
    """What the engine finds in a text."""
    return lambda text: analyse_article(article_of(text), nlp)


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
