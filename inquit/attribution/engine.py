"""The engine: an article in, what was said by whom out, a batch of paragraphs at a time."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language

from inquit.attribution import DEFAULT_MODEL, ENGINE_VERSION
from inquit.attribution.choice import finder_for
from inquit.attribution.language import is_english
from inquit.attribution.linking.linker import Linker
from inquit.attribution.rules.inner import inner_reports
from inquit.attribution.rules.nesting import nested_reports, resumed
from inquit.attribution.unread import unread_batch
from inquit.attribution.windows import read_windows
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch, collect
from inquit.model.quotation import Analysis


def analyse_batches(article: Article, nlp: Language) -> Iterator[AnalysisBatch]:
    """Yield what the engine finds, in reading order, while it reads on.

    Args:
        article: the text and its paragraphs.
        nlp: a pipeline of `load_pipeline`.

    Yields:
        A batch for each window of paragraphs; memory is bounded by the window. Of a text that is
        not English one batch, which credits nobody.
    """
    if not is_english(article):
        yield unread_batch(article)
        return
    finder = finder_for(article, nlp)
    linker = Linker(article)
    for window in read_windows(article, nlp):
        reports = tuple(finder.find(window.passages, window.ahead))
        nested = tuple(nested_reports(window.passages, reports))
        outer, inner = resumed(reports, nested, article.text)
        quoted = inner_reports(window.passages)
        yield linker.link(window.passages, (*outer, *inner, *quoted))


def analyse_article(article: Article, nlp: Language, *, model: str = DEFAULT_MODEL) -> Analysis:
    """Return all that the engine finds in an article.

    Args:
        article: the text and its paragraphs.
        nlp: a pipeline of `load_pipeline`.
        model: the name that it was loaded by, which the analysis carries.
    """
    return collect(
        article, analyse_batches(article, nlp), engine_version=ENGINE_VERSION, model_name=model
    )
