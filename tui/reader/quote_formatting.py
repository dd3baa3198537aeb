"""A quote as it is pasted elsewhere: with who said it, bare, or in Markdown."""

from __future__ import annotations

from dataclasses import replace

from inquit.model import quoted_words
from inquit.model.article import Article
from inquit.model.passage import with_marks
from inquit.model.printable import clean_line
from inquit.model.quotation import QuoteType
from inquit.service.export import escape_markdown, format_markdown_quote
from widgets.attributed_quotes import AttributedQuote


def words_of(article: Article, finding: AttributedQuote) -> str:
    """Return the content on one line, without marks around it."""
    return clean_line(quoted_words.words_of(article.text, finding.quote))


def cited(article: Article, finding: AttributedQuote) -> str:
    """Return the quote with its attribution, as in ``"..." (Pat Ryder, Press Secretary)``."""
    return (
        f"{clean_line(quoted_words.format_quote(article.text, finding.quote))} ({credit(finding)})"
    )


def passage_around(article: Article, finding: AttributedQuote) -> str:
    """Return the article's words from the quote's first to its last, the inquit included."""
    return with_marks(article.text, finding.span).of(article.text)


def cited_in_markdown(article: Article, finding: AttributedQuote) -> str:
    """Return the quote in Markdown with its attribution, the article's title and origin."""
    quote = replace(finding.quote, within=None)
    margin = ">" if quote.type is QuoteType.DIRECT else ""
    where = f"— {escape_markdown(credit(finding))}, {_whence(article)}"
    lines = (format_markdown_quote(article.text, quote), margin, f"{margin} {where}".lstrip())
    return "".join(f"{line}\n" for line in lines)


def passage_in_markdown(article: Article, passage: str) -> str:
    """Return some of an article's words as a Markdown block with its title and origin."""
    paragraphs = [escape_markdown(part) for part in passage.split("\n") if part.strip()]
    return "".join(f"> {part}\n>\n" for part in paragraphs) + f"> — {_whence(article)}\n"


def credit(finding: AttributedQuote) -> str:
    """Return who said it: name and role, or that it is not attributed."""
    if finding.source is None:
        return "unattributed"
    parts = [finding.source.name, finding.source.role]
    return ", ".join(clean_line(part) for part in parts if part)


def _whence(article: Article) -> str:
    """Return an article's title and origin in Markdown."""
    title, origin = escape_markdown(article.display_title), clean_line(article.origin)
    return f"*{title}*" + (
        "" if origin == article.display_title else f", {escape_markdown(origin)}"
    )
