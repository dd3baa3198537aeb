"""Formats a quote for pasting elsewhere: with its source, alone, or in Markdown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from inquit.model import quoted_words
from inquit.model.passage import with_marks
from inquit.model.printable import clean_line
from inquit.model.quotation import QuoteType
from inquit.service.export import escape_markdown, format_markdown_quote

if TYPE_CHECKING:
    from inquit.model.article import Article
    from widgets.attributed_quotes import AttributedQuote


def words_of(article: Article, finding: AttributedQuote) -> str:
    """Return the content on one line, without quotation marks."""
    return clean_line(quoted_words.words_of(article.text, finding.quote))


def format_quote(article: Article, finding: AttributedQuote) -> str:
    """Return the quote with its attribution, as in ``"..." (Pat Ryder, Press Secretary)``."""
    return (
        f"{clean_line(quoted_words.format_quote(article.text, finding.quote))} ({credit(finding)})"
    )


def passage_around(article: Article, finding: AttributedQuote) -> str:
    """Return the article's words from the quote's first to its last, the inquit included."""
    return with_marks(article.text, finding.span).of(article.text)


def format_quote_as_markdown(article: Article, finding: AttributedQuote) -> str:
    """Return the quote in Markdown with its attribution, the article's title and origin."""
    quote = replace(finding.quote, within=None)
    margin = ">" if quote.type is QuoteType.DIRECT else ""
    where = f"— {escape_markdown(credit(finding))}, {_format_origin(article)}"
    lines = (format_markdown_quote(article.text, quote), margin, f"{margin} {where}".lstrip())
    return "".join(f"{line}\n" for line in lines)


def format_passage_as_markdown(article: Article, passage: str) -> str:
    """Return a passage of an article as a Markdown block with its title and origin."""
    paragraphs = [escape_markdown(part) for part in passage.split("\n") if part.strip()]
    return "".join(f"> {part}\n>\n" for part in paragraphs) + f"> — {_format_origin(article)}\n"


def credit(finding: AttributedQuote) -> str:
    """Return the name and role of the source, or that the quote is unattributed."""
    if finding.source is None:
        return "unattributed"
    parts = [finding.source.name, finding.source.role]
    return ", ".join(clean_line(part) for part in parts if part)


def _format_origin(article: Article) -> str:
    """Return an article's title and origin in Markdown."""
    title, origin = escape_markdown(article.display_title), clean_line(article.origin)
    return f"*{title}*" + (
        "" if origin == article.display_title else f", {escape_markdown(origin)}"
    )
