"""Where kept pages were opened before; its users move on."""

from __future__ import annotations

from inquit.model.article import Article
from inquit.service.pages import KeptPage, KeptPages, open_again
from inquit.service.pages import kept_versions as versions
from inquit.service.pages import open_kept_version as version_text
from tui.services.load_task import LoadTask

__all__ = ["kept_versions", "same_page", "version_text"]


def kept_versions(article: Article, pages: KeptPages) -> tuple[KeptPage, ...]:
    """Return the kept versions of the page that an article is on, the oldest first."""
    return versions(article.id, pages)


def same_page(article: Article, pages: KeptPages, task: LoadTask, *, whole: bool) -> Article:
    """Return an article anew from the same version of its page."""
    return open_again(article, pages, task.token, whole=whole)
