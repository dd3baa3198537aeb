"""Prints an article for those who do not look: what `inquit read --plain` does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from inquit.export.plain import Manner, told
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from inquit.service import Analyst, set_right, user_cache, whole
from tui.errand import Errand
from tui.fetch_line import FetchLine
from tui.opening import open_at_once
from tui.user_store import corrections_by_article, tell


def read_plain_to(stream: TextIO, reference: str, *, model: str, manner: Manner) -> None:
    """Write an article with its attributions in words, each paragraph once it is analysed.

    Args:
        stream: where to write.
        reference: a path, `-` or `seed:NAME`.
        model: a spaCy pipeline's name or folder.
        manner: how to tell it.

    Raises:
        InputError: the article cannot be opened.
        ModelError: the model is missing or cannot be used.
        StoreError: the corrections cannot be read.
    """
    with FetchLine(reference) as line:
        article = open_at_once(reference, Errand(reference, line.show))
    analyst = Analyst(model, user_cache())
    for piece in told(article, _found(article, analyst) if manner.analysed else (), manner):
        stream.write(piece)
        stream.flush()
    tell(analyst.warning)


def _found(article: Article, analyst: Analyst) -> Iterable[AnalysisBatch]:
    """Return what is found in an article; all at once where the reader set something right."""
    corrections = corrections_by_article().get(article.id)
    if not corrections:
        return analyst.batches(article)
    return (whole(article, set_right(article, analyst.analyse(article), corrections)),)
