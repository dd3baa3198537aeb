"""What the files of cached work on an article's text are called."""

from __future__ import annotations

import hashlib

from inquit.model.article import Article


def cache_name(article: Article, engine_version: str, model_name: str) -> str:
    """Return the name of what an engine makes of an article's text; other texts have others.

    Args:
        article: wherever it lies, it is the same text.
        engine_version: of the engine.
        model_name: the spaCy pipeline's name or folder.
    """
    # Besides the text the engine reads where its paragraphs are and what kind each is.
    structure = repr((article.block_spans, article.blocks))
    named = "\0".join((article.text_digest, engine_version, model_name, structure))
    return hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:40]
