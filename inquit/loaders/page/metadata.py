"""Metadata of a page: headline, authors, date, site and canonical address."""

from __future__ import annotations

import json
from dataclasses import dataclass

from lxml.html import HtmlElement

from inquit.loaders.guard import FAULTS
from inquit.loaders.net.address import address_of, differs_by_tracking, suggested_address
from inquit.model.article import ArticleId

_LONGEST_BROKEN = 5_000
"""Characters of described data up to which broken JSON is searched for what it means to say.

That search takes the square of the length.
"""

DESCRIBING = ("application/ld+json", "application/settings+json")
"""Types of scripts that are none, but data on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The metadata of a page, as the page words it."""

    title: str | None = None
    byline: str | None = None
    published: str | None = None
    site: str | None = None


def metadata_of(tree: HtmlElement, url: str | None, *, searched: bool) -> Metadata:
    """Return the metadata of a page.

    Args:
        tree: the page; scripts that are none are taken out of it.
        url: where it came from, or None.
        searched: whether to search the page, or else only to look at its title.
    """
    if not searched:
        return Metadata(title=tree.findtext(".//title"))
    from trafilatura.metadata import extract_metadata

    for script in tree.iter("script"):
        if script.get("type") in DESCRIBING and not _is_tame(script.text or ""):
            script.text = None
    try:
        found = extract_metadata(tree, default_url=url, extensive=False)
    except FAULTS:  # malformed, or nested without end; the page's words are there all the same
        return Metadata(title=tree.findtext(".//title"))
    return Metadata(
        title=found.title, byline=found.author, published=found.date, site=found.sitename
    )


def ids_of(tree: HtmlElement, url: str) -> tuple[ArticleId, ArticleId | None]:
    """Return the id of the article on a page, and the id that the page suggests.

    The id is the page's address, without what the page itself says only tracks a reader. Another
    that it suggests is unchecked: any page can call itself what it likes.

    Args:
        tree: the page.
        url: where it came from.
    """
    own = address_of(url)
    link = tree.find(".//link[@rel='canonical'][@href]")
    said = suggested_address(None if link is None else link.get("href"), own)
    if said is None or differs_by_tracking(own, said):
        return ArticleId(said or own), None
    return ArticleId(own), ArticleId(said)


def _is_tame(text: str) -> bool:
    """Tell whether described data can be read in time that its size allows."""
    if len(text) <= _LONGEST_BROKEN:
        return True
    try:
        json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return False
    return True
