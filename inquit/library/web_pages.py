"""Articles on the web: fetched once, kept as they were, and fetched again on request."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from inquit.errors import CancelledError, FeedFoundError, InputError, StoreError
from inquit.library.http_response import article_in
from inquit.library.page_identity import PageArrival
from inquit.loaders.kind import Kind
from inquit.loaders.net.address import address_of, display_url
from inquit.loaders.sniffing import kind_of
from inquit.model.article import Article, ArticleId
from inquit.model.finishing import finish_article
from inquit.model.progress import UNATTENDED, ProgressToken
from inquit.model.retrieval import Retrieval

if TYPE_CHECKING:
    from inquit.loaders.net.fetching import FetchResult, Limits
    from inquit.store.pages.kept_pages import KeptPage, KeptPages


def open_url(
    url: str,
    *,
    refresh: bool = False,
    whole: bool | None = None,
    token: ProgressToken = UNATTENDED,
    pages: KeptPages | None = None,
    limits: Limits | None = None,
    named_by: str | None = None,
) -> Article:
    """Return the article at an address, from the kept pages or else from the web.

    Its id is the page's address, or the canonical address where that is certain. A version is kept
    each time the text changes. The article's notices say what else went wrong, such as a page that
    could not be kept.

    Args:
        url: an address of http or https.
        refresh: whether to ask the server also where the page is kept.
        whole: whether to give all of the page's text, which is remembered; None as remembered.
        token: told the host and the bytes that have come; asked between portions whether to stop.
        pages: where pages are kept; None for the user's own.
        limits: what the fetch may take.
        named_by: the address of the feed that named this one, or None where the user did.

    Raises:
        CancelledError: it is not wanted any more.
        FeedFoundError: a feed is there.
        InputError: it cannot be had, or nothing readable is there.
        StoreError: what is kept cannot be read.
    """
    pages = pages or _own_pages()
    kept, data, damage = pages.newest_readable(address_of(url))
    found = None if kept is None else _Page(page=kept, data=data)
    notices = [damage] if damage else []
    if found is None or refresh or damage:
        asking = _PageRequest(token=token, limits=limits, named_by=named_by)
        found, told = _current(asking, url, found, pages, damage)
        notices += told
    if whole is None:
        whole = pages.shows_whole(found.page.address)
    else:
        notices += _choice_kept(pages, found.page.address, whole=whole)
    article = _read(found, whole=whole)
    return finish_article(article, last=tuple(notices))


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
    found = _Page(page=page, data=pages.data(page))
    return _read(found, whole=pages.shows_whole(page.address) if whole is None else whole)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A version of a page and its bytes.

    Attributes:
        page: what is known of it.
        data: its bytes.
        article: its article, where that was read already.
        kept: whether it could be kept.
    """

    page: KeptPage
    data: bytes
    article: Article | None = None
    kept: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class _PageRequest:
    """A request for a page."""

    token: ProgressToken
    limits: Limits | None
    named_by: str | None

    def page(self, url: str, known: _Page | None, pages: KeptPages) -> tuple[_Page, list[str]]:
        """Return the version that is current now, and what went wrong when keeping it."""
        came = self._fetch_address(url, known.page if known else None)
        if came.unchanged and known is not None:
            return _keep_version(known, pages, ())
        # Once kept, it stays the same article, whatever address the page claims later.
        stays = known.page if known else pages.newest(address_of(came.url))
        article = self._article(came, url, ArticleId(stays.address) if stays else None)
        arrival = PageArrival(asked=url, came=came, article=article)
        if known is not None and not arrival.belongs_to(known.page, lambda: _read(known).title):
            raise InputError(
                f"cannot open {display_url(url)} anew: "
                f"it leads to {display_url(came.url)} for the moment, another page; "
                "it is shown as it was kept, and that address can be opened itself"
            )
        if article.suggested_id is not None:
            article = self._adopt_suggested_id(arrival, pages)
        found = _Page(page=_page_of(article, came), data=came.data, article=article)
        return _keep_version(found, pages, arrival.names())

    def _fetch_address(self, url: str, known: KeptPage | None = None) -> FetchResult:
        from inquit.loaders.net.fetching import Validators, fetch

        etag, last_modified = (known.etag, known.last_modified) if known else (None, None)
        return fetch(
            url,
            validators=Validators(etag=etag, last_modified=last_modified),
            token=self.token,
            limits=self.limits,
            named_by=self.named_by,
        )

    def _article(self, came: FetchResult, url: str, article_id: ArticleId | None) -> Article:
        if kind_of(came.data) is Kind.FEED:
            told = f"cannot read {display_url(url)}: it is a feed, a list of articles"
            raise FeedFoundError(told, came.data)
        return article_in(
            came.data,
            article_id,
            url=came.url,
            content_type=came.content_type,
            charset=came.charset,
            token=self.token,
        )

    def _adopt_suggested_id(self, arrival: PageArrival, pages: KeptPages) -> Article:
        """Return an article with the id its page suggests, if the page of that id has its text."""
        article, wished = arrival.article, str(arrival.article.suggested_id)
        kept = pages.newest(wished)
        if kept is not None:
            same = kept.text_digest == article.text_digest
            return finish_article(article, id=ArticleId(kept.address)) if same else article
        if _is_marked(wished, article, pages):
            return finish_article(article, id=ArticleId(wished))
        try:
            came = replace(self, named_by=arrival.came.url)._fetch_address(wished)
            other = self._article(came, wished, ArticleId(wished))
        except CancelledError:
            raise
        except InputError:
            return article  # it has no such page, so it stays what it is
        same = address_of(came.url) == wished and other.text_digest == article.text_digest
        return finish_article(article, id=ArticleId(wished)) if same else article


def _current(
    asking: _PageRequest, url: str, known: _Page | None, pages: KeptPages, damage: str | None
) -> tuple[_Page, list[str]]:
    """Request a page; if that fails, fall back to an older version of a damaged one."""
    try:
        return asking.page(url, known, pages)
    except (CancelledError, FeedFoundError):
        raise
    except InputError as error:
        if not damage:
            raise
        if known is None:
            raise InputError(f"{error}. {damage}") from error
        return known, [f"This is as it was on {known.page.fetched[:10]}: {error}"]


def _is_marked(article_id: str, article: Article, pages: KeptPages) -> bool:
    """Tell whether the reader has already marked this very text under another id."""
    from inquit.store.pages.page_references import find_page_references

    try:
        pointers = find_page_references(pages.folder.parent)
    except StoreError:
        return False
    return (article_id, article.text_digest) in pointers.passages


def _page_of(article: Article, came: FetchResult) -> KeptPage:
    from inquit.store.pages.kept_pages import KeptPage

    return KeptPage(
        address=article.id,
        url=came.url,
        fetched=datetime.now(UTC).isoformat(timespec="seconds"),
        text_digest=article.text_digest,
        charset=came.charset,
        content_type=came.content_type,
        etag=came.validators.etag,
        last_modified=came.validators.last_modified,
        title=article.title,
    )


def _keep_version(
    found: _Page, pages: KeptPages, names: tuple[str, ...]
) -> tuple[_Page, list[str]]:
    """Keep a version and make room for it; return what went wrong, as the page itself is there."""
    from inquit.store.pages.page_quota import make_room

    try:
        found = replace(found, page=pages.keep(found.page, found.data, names))
    except StoreError as error:
        return replace(found, kept=False), [str(error)]
    try:
        pruned = make_room(pages, found.page)
    except StoreError as error:
        return found, [f"No room was made for pages: {error}"]
    return found, [f"To make room, {pruned.describe()}"] if pruned else []


def _choice_kept(pages: KeptPages, address: str, *, whole: bool) -> list[str]:
    """Remember how a page is wanted, and return what went wrong when doing so."""
    try:
        pages.show_whole(address, whole=whole)
    except StoreError as error:
        return [str(error)]
    return []


def _read(found: _Page, *, whole: bool = False) -> Article:
    page, article = found.page, None if whole else found.article
    article = article or article_in(
        found.data,
        ArticleId(page.address),
        url=page.url,
        content_type=page.content_type,
        charset=page.charset,
        whole=whole,
    )
    version = page.number if found.kept else None
    had = Retrieval(url=page.url, fetched=page.fetched, version=version)
    return finish_article(article, retrieved=had)


def _own_pages() -> KeptPages:
    from inquit.store.folders import data_dir
    from inquit.store.pages.kept_pages import KeptPages

    return KeptPages(data_dir())
