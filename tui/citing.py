"""A quote as it is pasted elsewhere: with who said it, bare, or in Markdown."""

from __future__ import annotations

from inquit.export.markdown import escaped
from inquit.model.article import Article
from inquit.model.printable import drawn
from inquit.model.quotation import QuoteType
from widgets.findings import Finding

_MARKS = "\"“”„«»‘’'"


def words_of(article: Article, finding: Finding) -> str:
    """Return the content on one line, its parts apart by an ellipsis, without marks around it."""
    parts = [drawn(span.of(article.text)) for span in finding.quote.content_spans]
    return " … ".join(parts)


def cited(article: Article, finding: Finding) -> str:
    """Return the quote with its attribution, as in ``"..." (Pat Ryder, Press Secretary)``."""
    return f"{_marked(article, finding)} ({credit(finding)})"


def cited_in_markdown(article: Article, finding: Finding) -> str:
    """Return the quote as a Markdown block with its attribution, the article's title and origin."""
    where = f"{escaped(credit(finding))}, {_whence(article)}"
    return f"> {escaped(_marked(article, finding))}\n>\n> — {where}\n"


def passage_in_markdown(article: Article, passage: str) -> str:
    """Return some of an article's words as a Markdown block with its title and origin."""
    paragraphs = [escaped(part) for part in passage.split("\n") if part.strip()]
    return "".join(f"> {part}\n>\n" for part in paragraphs) + f"> — {_whence(article)}\n"


def credit(finding: Finding) -> str:
    """Return who said it: name and role, or that it is not attributed."""
    if finding.source is None:
        return "unattributed"
    parts = [finding.source.name, finding.source.role]
    return ", ".join(drawn(part) for part in parts if part)


def _marked(article: Article, finding: Finding) -> str:
    """Return the words in quotation marks, where they were quoted."""
    words = words_of(article, finding)
    if finding.quote.type is QuoteType.DIRECT:
        return f"“{words.strip(_MARKS)}”"
    return words


def _whence(article: Article) -> str:
    """Return an article's title and origin in Markdown."""
    title, origin = escaped(article.display_title), drawn(article.origin)
    return f"*{title}*" + ("" if origin == article.display_title else f", {escaped(origin)}")
