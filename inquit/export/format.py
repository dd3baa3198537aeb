"""What a format of export is."""

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
        name: what the user calls it.
        suffix: how a file in it is named, with the dot.
        render: one article and its analysis to text.
        head: what stands before the first article.
        separator: what stands between two articles.
        foot: what stands after the last article.
    """

    name: str
    suffix: str
    render: Callable[[Article, Analysis], str]
    head: str = ""
    separator: str = ""
    foot: str = ""
