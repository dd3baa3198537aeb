"""What an export format is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from inquit.model.article import Article
from inquit.model.quotation import Analysis


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A way to print any number of articles with their attributions, one after the other.

    The whole is: head, the articles with separator between them, foot.

    Attributes:
        name: what the user types for it.
        suffix: the suffix of its files, with the dot.
        render: turns one article and its analysis into text.
        head: the text before the first article.
        separator: the text between two articles.
        foot: the text after the last article.
    """

    name: str
    suffix: str
    render: Callable[[Article, Analysis], str]
    head: str = ""
    separator: str = ""
    foot: str = ""
