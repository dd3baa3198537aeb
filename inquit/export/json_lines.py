"""JSON Lines: one document a line, as annotated corpora have it."""

from __future__ import annotations

from inquit.export.json_document import document_of, dump_json
from inquit.model.article import Article
from inquit.model.quotation import Analysis


def render(article: Article, analysis: Analysis) -> str:
    """Return the article and its attributions as one line of JSON, with its line feed."""
    return dump_json(document_of(article, analysis)) + "\n"
