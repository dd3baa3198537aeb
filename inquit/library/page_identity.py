"""Which page a request led to: its addresses, and whether it is the page that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inquit.loaders.net.address import address_of
from inquit.loaders.page.interstitials import leads_to_article
from inquit.model.article import Article

if TYPE_CHECKING:
    from inquit.loaders.net.fetching import FetchResult
    from inquit.store.pages.kept_pages import KeptPage


@dataclass(frozen=True, slots=True, kw_only=True)
class PageArrival:
    """What an address led to.

    Attributes:
        asked: the address that was asked for.
        came: the bytes that came, and their address.
        article: the article in them.
    """

    asked: str
    came: FetchResult
    article: Article

    @property
    def is_elsewhere(self) -> bool:
        """Whether it came from an address other than the one asked for."""
        return address_of(self.asked) != address_of(self.came.url)

    @property
    def is_article(self) -> bool:
        """Whether it can be the article that was asked for, and not a page in front of it."""
        return not self.is_elsewhere or leads_to_article(
            self.asked,
            self.came.url,
            words=self.article.word_count,
            data=self.came.data,
        )

    @property
    def moved(self) -> bool:
        """Whether the article has moved for good, and is not just redirected for now."""
        moved = self.came.moved is not None and address_of(self.came.moved)
        return moved == address_of(self.came.url) and self.is_article

    def names(self) -> tuple[str, ...]:
        """Return the addresses that lead to this page from now on."""
        final = address_of(self.came.url)
        return (address_of(self.asked), final) if self.moved or not self.is_elsewhere else (final,)

    def belongs_to(self, kept: KeptPage, title: Callable[[], str | None]) -> bool:
        """Tell whether this is a version of a page that is kept, and not a page in front of it.

        Args:
            kept: the newest version.
            title: returns its title.
        """
        if address_of(self.came.url) in (kept.address, address_of(kept.url)):
            return True
        if self.moved or self.article.text_digest == kept.text_digest:
            return True
        return self.is_article and self.article.title is not None and self.article.title == title()
