"""Articles of the web: fetched once, kept as they were, fetched anew when that is asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from inquit.errors import InputError
from inquit.loaders.address import address_of, shown
from inquit.loaders.plain_text import load_bytes
from inquit.loaders.watching import Cancelled, Progress
from inquit.model.article import Article, ArticleId
from inquit.model.retrieval import Retrieval

if TYPE_CHECKING:
    from inquit.loaders.fetching import Fetched, Limits
    from inquit.store.kept_pages import KeptPage, KeptPages

_PAGES = ("", "text/html", "application/xhtml+xml", "application/xml", "text/xml")
_PLAIN = "text/plain"


def open_url(
    url: str,
    *,
    refresh: bool = False,
    whole: bool | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    pages: KeptPages | None = None,
    limits: Limits | None = None,
) -> Article:
    """Return the article at an address: as it is kept, or else fetched and then kept.

    Its id is the page's canonical address. A version is kept for each change of its text.

    Args:
        url: an address of http or https.
        refresh: whether to ask the server also where the page is kept.
        whole: whether to give all of the page's text, which is remembered; None as remembered.
        progress: told the host and the bytes that have come.
        cancelled: asked between portions whether to stop.
        pages: where pages are kept; None for the user's own.
        limits: what the fetch may take.

    Raises:
        CancelledError: it is not wanted any more.
        InputError: it cannot be had, or nothing readable is there.
        StoreError: what came could not be kept, or what is kept not be read.
    """
    pages = pages or _own_pages()
    address = address_of(url)
    kept = pages.newest(address)
    if kept is None or refresh:
        kept = _asked(url, kept, pages, progress=progress, cancelled=cancelled, limits=limits)
    if whole is not None:
        pages.show_whole(kept.address, whole=whole)
    return open_version(kept, pages=pages)


def versions_of(url: str, *, pages: KeptPages | None = None) -> tuple[KeptPage, ...]:
    """Return the kept versions of a page, the oldest first; nothing is fetched.

    Args:
        url: its address, or one that once led to it, or its article's id.
        pages: where pages are kept; None for the user's own.

    Raises:
        InputError: it is no address of a page.
    """
    return (pages or _own_pages()).versions(address_of(url))


def open_version(
    page: KeptPage, *, whole: bool | None = None, pages: KeptPages | None = None
) -> Article:
    """Return the article that a kept version of a page holds.

    Args:
        page: the version.
        whole: whether to give all of the page's text; None as remembered.
        pages: where pages are kept; None for the user's own.

    Raises:
        InputError: nothing readable is in it.
        StoreError: what is kept cannot be read.
    """
    pages = pages or _own_pages()
    article = _article(
        pages.data(page),
        ArticleId(page.address),
        url=page.url,
        content_type=page.content_type,
        charset=page.charset,
        whole=pages.shown_whole(page.address) if whole is None else whole,
    )
    had = Retrieval(url=page.url, fetched=page.fetched, version=page.number)
    return replace(article, retrieved=had)


def _asked(
    url: str,
    kept: KeptPage | None,
    pages: KeptPages,
    *,
    progress: Progress | None,
    cancelled: Cancelled | None,
    limits: Limits | None,
) -> KeptPage:
    """Ask the server for a page and return the version that is current now."""
    from inquit.loaders.fetching import Validators, fetch

    known = Validators(etag=kept.etag, last_modified=kept.last_modified) if kept else None
    came = fetch(url, validators=known, progress=progress, cancelled=cancelled, limits=limits)
    if came.unchanged and kept is not None:
        return pages.confirm(kept)
    return _kept(url, came, pages)


def _kept(url: str, came: Fetched, pages: KeptPages) -> KeptPage:
    """Keep what came, unless nothing in it can be read."""
    from inquit.store.kept_pages import KeptPage

    article = _article(
        came.data, None, url=came.url, content_type=came.content_type, charset=came.charset
    )
    page = KeptPage(
        address=article.id,
        url=came.url,
        text_digest=article.text_digest,
        charset=came.charset,
        content_type=came.content_type,
        etag=came.validators.etag,
        last_modified=came.validators.last_modified,
    )
    return pages.keep(page, came.data, (address_of(url), address_of(came.url)))


def _article(
    data: bytes,
    article_id: ArticleId | None,
    *,
    url: str,
    content_type: str,
    charset: str | None,
    whole: bool = False,
) -> Article:
    if content_type == _PLAIN:
        plain_id = article_id or ArticleId(address_of(url))
        return load_bytes(data, article_id=plain_id, origin=shown(url))
    if content_type not in _PAGES:
        raise InputError(f"cannot read {shown(url)}: it is {content_type}, not a page")
    from inquit.loaders.page import load_page

    return load_page(
        data, article_id=article_id, origin=shown(url), url=url, charset=charset, whole=whole
    )


def _own_pages() -> KeptPages:
    from inquit.store.folders import data_dir
    from inquit.store.kept_pages import KeptPages

    return KeptPages(data_dir())
