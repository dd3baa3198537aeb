"""What is read, kept with what is written in it, so that it can be opened again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inquit.errors import InputError, StoreError
from inquit.model.annotation import Target
from inquit.model.article import Article

if TYPE_CHECKING:
    from inquit.store.pages.kept_pages import KeptPages

_PLACES = ("/", "seed:", "http://", "https://")
KEPT = ("sha256:", "entry:")
"""What the ids of texts begin with that have no place; they name what is kept of them."""


def can_be_opened_again(article: Article, pages: KeptPages | None) -> bool:
    """Tell whether an article's id is a reference to it: to a place, or to what is kept."""
    if article.id.startswith(_PLACES):
        return True
    return article.id.startswith(KEPT) and pages is not None and bool(pages.versions(article.id))


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptText:
    """Whether an article's text is kept now, or does not need to be; and what there is to tell."""

    kept: bool = False
    lines: tuple[str, ...] = ()


def keep_article(article: Article, pages: KeptPages | None) -> KeptText:
    """Keep the text of an article, where nothing else does."""
    from inquit.store.pages.kept_texts import keep_text

    if pages is None:
        return KeptText()
    try:
        told = keep_text(article, pages)
    except StoreError as error:
        return KeptText(lines=(str(error),))
    return KeptText(kept=True, lines=(told,) if told else ())


def open_marked(
    target: Target, pages: KeptPages | None, open_article: Callable[[str], Article]
) -> Article:
    """Return the article that a passage was marked in; may block.

    Where its id names no place, it is had from what is kept: the text in which it was marked.

    Args:
        target: the passage.
        pages: where texts are kept, or None where none are.
        open_article: returns the article that a reference names, or raises InputError.

    Raises:
        InputError: it cannot be had.
    """
    from inquit.store.pages.kept_texts import load_text

    if pages is not None and not target.article_id.startswith(_PLACES):
        try:
            kept = load_text(target.article_id, pages, target.text_digest)
        except StoreError as error:
            raise InputError(str(error)) from error
        if kept is not None:
            return kept
    return open_article(target.article_id)
