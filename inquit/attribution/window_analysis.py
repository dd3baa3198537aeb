"""One window of an article: what is found in its paragraphs, and who is meant."""

from __future__ import annotations

from inquit.attribution.finder import Finder, OpenWindow
from inquit.attribution.linking.linker import Linker
from inquit.attribution.rating import rate
from inquit.attribution.rules.inner import inner_reports
from inquit.attribution.rules.nesting import nested_reports, resumed
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch


def analyse_window(
    window: OpenWindow, finder: Finder, linker: Linker, article: Article
) -> AnalysisBatch:
    """Return what is found in a window.

    Args:
        window: what comes after all that finder and linker have read.
        finder: finds what is reported.
        linker: tells who is meant.
        article: what the window is of.
    """
    passages = window.passages
    reports = tuple(finder.find(window))
    nested = tuple(nested_reports(passages, reports))
    outer, inner = resumed(reports, nested, article.text)
    extractions = (*outer, *inner, *inner_reports(passages))
    linked = linker.link(passages, extractions)
    return rate(linked, extractions, article.text_digest)
