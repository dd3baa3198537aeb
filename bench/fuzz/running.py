"""What a fuzzed loader is run on, and what must hold of the outcome."""

from __future__ import annotations

from collections.abc import Callable

from inquit.loaders import load
from inquit.loaders.feed.parser import load_feed, load_opml
from inquit.loaders.text.corpus import articles_in
from inquit.model.article import Article
from tests.loaders.soundness import (
    require_glance,
    require_offsets,
    require_sound,
    require_sound_feed,
    require_sound_listing,
)


def runner(loader: str, name: str) -> Callable[[bytes], None]:
    """Return what runs a loader on bytes; it raises UserError for what cannot be read.

    Args:
        loader: as in `BEGINNINGS`.
        name: what the input is said to be called.
    """

    def document(data: bytes) -> None:
        require_glance(data, name)
        require_sound(load(data, origin=name, article_id=None))

    def corpus(data: bytes) -> None:
        for article in articles_in(data.splitlines(), name):
            if isinstance(article, Article):
                require_offsets(article)

    def feed(data: bytes) -> None:
        require_sound_feed(load_feed(data, origin=name))

    def listing(data: bytes) -> None:
        require_sound_listing(load_opml(data, origin=name))

    return {"jsonl": corpus, "feed": feed, "opml": listing}.get(loader, document)
