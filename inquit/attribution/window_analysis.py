"""One window of an article: what is found in its paragraphs, and who is meant."""

from __future__ import annotations

from inquit.attribution.finder import Finder
from inquit.attribution.linking.linker import Linker
from inquit.attribution.rating import rate
from inquit.attribution.rules.inner import inner_reports
from inquit.attribution.rules.nesting import nested_reports, resumed
from inquit.attribution.windows import Window
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch


def analyse_window(
    window: Window, finder: Finder, linker: Linker, article: Article
) -> AnalysisBatch:
    """Return what is found in a window.

    Args:
        window: what comes after all that finder and linker have read.
        finder: finds what is reported.
        linker: tells who is meant.
        article: what the window is of.
    """
    reports = tuple(finder.find(window.passages, window.ahead))
    nested = tuple(nested_reports(window.passages, reports))
    outer, inner = resumed(reports, nested, article.text)
    quoted = inner_reports(window.passages)
    extractions = (*outer, *inner, *quoted)
    linked = linker.link(window.passages, extractions)
    return rate(linked, extractions, article.text_digest)
