"""What came from an address, as the article that it is: a page, plain text, or a document."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from inquit.errors import InputError
from inquit.loaders.kind import Kind
from inquit.loaders.local_documents import load
from inquit.loaders.net.address import address_of, display_url
from inquit.loaders.sniffing import kind_of
from inquit.loaders.text.plain_text import load_bytes
from inquit.model.article import Article, ArticleId
from inquit.model.progress import UNATTENDED, ProgressToken

_PAGES = ("", "text/html", "application/xhtml+xml", "application/xml", "text/xml")
_PLAIN = "text/plain"
# A server may be wrong about what it sends; of these the first bytes tell.
_UNMISTAKABLE = (Kind.PDF, Kind.EPUB, Kind.DOCX)
_DOCUMENTS = (*_UNMISTAKABLE, Kind.MARKDOWN, Kind.MAIL, Kind.MHTML, Kind.GZIP)


def article_in(
    data: bytes,
    article_id: ArticleId | None,
    *,
    url: str,
    content_type: str,
    charset: str | None,
    whole: bool = False,
    token: ProgressToken = UNATTENDED,
) -> Article:
    """Return the article that came from an address.

    Args:
        data: what came.
        article_id: its id, or None for the address that it is known by.
        url: where it came from in the end.
        content_type: what the server calls it, without parameters.
        charset: the character set that the server named.
        whole: whether to give all of a page's text and not only the article.
        token: who waits for it.

    Raises:
        CancelledError: it is not wanted any more.
        InputError: nothing readable is in it.
    """
    if _is_document(data, url, content_type):
        known = article_id or ArticleId(address_of(url))
        return load(data, origin=_name(url), article_id=known, whole=whole, token=token)
    if content_type == _PLAIN:
        plain_id = article_id or ArticleId(address_of(url))
        return load_bytes(data, article_id=plain_id, origin=display_url(url))
    if content_type not in _PAGES:
        raise InputError(f"cannot read {display_url(url)}: it is {content_type}, not a page")
    from inquit.loaders.page.loader import load_page

    return load_page(
        data,
        article_id=article_id,
        origin=display_url(url),
        url=url,
        charset=charset,
        whole=whole,
        token=token,
    )


def _is_document(data: bytes, url: str, content_type: str) -> bool:
    if content_type in _PAGES:
        return kind_of(data) in _UNMISTAKABLE
    return kind_of(data, _name(url)) in _DOCUMENTS


def _name(url: str) -> str:
    """Return an address as it is shown, without a query, so that it ends as a file's name does."""
    return display_url(unquote(urlsplit(url)._replace(query="", fragment="").geturl()))
