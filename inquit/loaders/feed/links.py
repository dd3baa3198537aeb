"""The feeds that a page names in its head, as browsers find them (RSS Advisory Board, 2006)."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import urljoin

from inquit.loaders.article_builder import web_address

_HEAD = 256 * 1024
_MOST = 3
_TYPES = ("application/rss+xml", "application/atom+xml")


def find_feed_links(data: bytes, url: str) -> tuple[str, ...]:
    """Return the addresses of the first feeds that a page names.

    Args:
        data: the page's bytes, of which the beginning is looked at.
        url: its address, which theirs may be relative to.
    """
    looking = _LinkFinder(url)
    try:
        looking.feed(data[:_HEAD].decode("utf-8", "replace"))
    except AssertionError:  # the parser's word for markup that it cannot make sense of
        return tuple(looking.found)
    return tuple(looking.found)


class _LinkFinder(HTMLParser):
    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        kind = (said.get("type") or "").strip().lower()
        if tag != "link" or kind not in _TYPES or len(self.found) == _MOST:
            return
        if "alternate" in (said.get("rel") or "").lower().split():
            self._take(said.get("href") or "")

    def _take(self, href: str) -> None:
        try:
            address = web_address(urljoin(self._url, href))
        except ValueError:
            return
        if address is not None and address not in self.found:
            self.found.append(address)
