"""JSON for people and programs: one array with a document an article."""

from __future__ import annotations

from inquit.export.json_document import document_of, dump_json
from inquit.model.article import Article
from inquit.model.quotation import Analysis

HEAD, SEPARATOR, FOOT = "[\n", ",\n", "\n]\n"


def render(article: Article, analysis: Analysis) -> str:
    """Return the article and its attributions as one indented JSON object."""
    return dump_json(document_of(article, analysis), indent=2)
