"""Lists what `inquit` without arguments offers: recent articles, then the samples."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import seeds
from inquit.model.article import ArticleId
from inquit.model.printable import printable
from tui.services.article_list import ArticleList, ListedArticle
from tui.services.opening import SEED_PREFIX, open_article
from widgets.excerpt import reference_end

if TYPE_CHECKING:
    from inquit.service.reading_state import ReadingState


def list_recent_articles(state: ReadingState) -> ArticleList:
    """Return the recent articles, the last one first, then the samples."""
    recent = {each.reference: each.title for each in state.recent()}
    samples = [SEED_PREFIX + name for name in seeds.names()]
    offered = recent | {name: name for name in samples if name not in recent}
    items = tuple(_item(reference, title) for reference, title in offered.items())
    title = "Recent articles" if recent else "Samples to begin with"
    return ArticleList(title=title, items=items, is_recent=True)


def _item(reference: str, title: str) -> ListedArticle:
    return ListedArticle(
        reference=reference,
        title=printable(title),
        kind="sample" if reference.startswith(SEED_PREFIX) else reference_end(reference),
        article_id=ArticleId(reference),
        open=partial(open_article, reference),
    )
