"""What the tests of the engine share: the pipeline, loaded once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from inquit.attribution.engine import analyse_article
from inquit.attribution.pipeline import load_pipeline
from inquit.model.article import article_of
from inquit.model.quotation import Analysis


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default pipeline, as the engine loads it."""
    return load_pipeline()


@pytest.fixture(scope="session")
def analysed(nlp: Language) -> Callable[[str], Analysis]:
    """What the engine finds in a text."""
    return lambda text: analyse_article(article_of(text), nlp)
