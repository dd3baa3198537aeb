"""The library's one call: text in, analysis out."""

from __future__ import annotations

from functools import lru_cache

from spacy.language import Language

from inquit.attribution import DEFAULT_MODEL
from inquit.attribution.engine import analyse_article
from inquit.attribution.pipeline import load_pipeline
from inquit.model.article import article_of
from inquit.model.engine import Engine
from inquit.model.quotation import Analysis


def analyse(text: str, *, model: str = DEFAULT_MODEL, engine: Engine = Engine.STANDARD) -> Analysis:
    """Find who says what in an English text.

    Args:
        text: paragraphs separated by line feeds; spans of the result count its code points.
        model: the name of an installed spaCy pipeline for English, loaded once.
        engine: which encoder reads, the small one or the large one of inquit-deep.

    Returns:
        The quotes with their sources; whatever is unresolved is None.

    Raises:
        ModelError: where the pipeline or the engine cannot be used.
        ValueError: there is no such engine.
    """
    return analyse_article(article_of(text), _pipeline(model), model=model, engine=Engine(engine))


@lru_cache(maxsize=2)
def _pipeline(name: str) -> Language:
    return load_pipeline(name)
