"""What is told of corrections that are not done until the reader has checked them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inquit.model.article import Article

if TYPE_CHECKING:
    from inquit.correcting import Corrected


def describe_left_out(article: Article, corrected: Corrected) -> str | None:
    """Return a line on the corrections that an article is printed without, or None for none."""
    count = len(corrected.to_check)
    if not count:
        return None
    what = "1 correction is" if count == 1 else f"{count} corrections are"
    return f"{what} left out of {article.id}: it changed there; see 'inquit corrections'"
