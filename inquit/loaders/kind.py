"""The kinds of input that a loader exists for."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What an input is; the value is what a person calls it."""

    TEXT = "text"
    HTML = "web page"
    MHTML = "saved web page"
    MARKDOWN = "Markdown"
    EPUB = "EPUB"
    PDF = "PDF"
    DOCX = "DOCX"
    MAIL = "mail"
    CORPUS = "corpus"
    FEED = "feed"
    OPML = "list of feeds"
    GZIP = "gzip"
