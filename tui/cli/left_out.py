"""What is told of corrections that an article is printed without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inquit.model.article import Article

if TYPE_CHECKING:
    from inquit.correcting import Corrected


def describe_left_out(article: Article, corrected: Corrected) -> str | None:
    """Return a line on the corrections that an article is printed without, or None for none."""
    states = ((corrected.to_check, "to check"), (corrected.orphaned, "orphaned"))
    counts = [f"{len(ids)} {state}" for ids, state in states if ids]
    if not counts:
        return None
    total = len(corrected.to_check) + len(corrected.orphaned)
    what = "1 correction is" if total == 1 else f"{total} corrections are"
    return f"{what} left out of {article.id}: {', '.join(counts)}; see 'inquit corrections'"
