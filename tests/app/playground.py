"""What a monkey has to play with: articles, feeds, and pages that are other ones each time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from itertools import count
from pathlib import Path

from inquit.model.feed import Subscription
from inquit.store.records.subscriptions import Subscriptions
from tests.hostile import BAD, hostile_feed, hostile_files
from tests.loaders.server import Server, running, say

_NOBODY = "http://127.0.0.1:9"
ALONE = {
    "BROWSER": "true",
    "NO_PROXY": "127.0.0.1",
    **dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), _NOBODY),
}
"""What keeps the monkey from the network and from other programs."""

_WORDS = "“The ferry is late,” said Ana Silva. The mayor said that it sails on Monday."
_PAGES, _FEEDS = 4, 3
_ALWAYS = "/page-0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Playground:
    """What there is to open.

    Attributes:
        arguments: what the reader may be started with.
        feeds: addresses of feeds to follow.
    """

    arguments: tuple[tuple[str, ...], ...]
    feeds: tuple[str, ...]

    def follow_feeds(self, data: Path) -> None:
        """Follow the feeds; what they bring comes when they are refreshed."""
        with Subscriptions(data) as kept:
            kept.put_all(Subscription(url=url) for url in self.feeds)


@contextmanager
def playground(folder: Path) -> Iterator[Playground]:
    """Write articles to an empty folder, and serve pages and feeds meanwhile."""
    with running() as server:
        _serve(server)
        yield Playground(
            arguments=(*_files(folder), ("feeds", "read"), (server.url(_ALWAYS),)),
            feeds=tuple(server.url(f"/feed-{number}") for number in range(_FEEDS)),
        )


def _files(folder: Path) -> Iterator[tuple[str, ...]]:
    """Write articles of several kinds and sizes and yield what opens them."""
    texts = {
        "short": f"Ferry\n\n{_WORDS}\n",
        "long": f"Ferries\n\n{(_WORDS + ' It was calm. ' * 20 + chr(10) * 2) * 200}",
        "empty": "x\n",
        "wide": f"日本語 {BAD}\n\n“{'語' * 400}” said 田中. “👩‍👩‍👧 é”, he said.\n",
    }
    paths = []
    for name, text in texts.items():
        paths.append(folder / f"{name}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    (folder / "feed.xml").write_bytes(hostile_feed())
    (folder / "hostile").mkdir()
    paths += [folder, folder / "feed.xml", *hostile_files(folder / "hostile")]
    yield from ((str(path),) for path in paths)
    yield tuple(str(path) for path in paths[:3])
    yield ("seed:pentagon-readout",)


def _serve(server: Server) -> None:
    """Answer with pages and feeds that are other ones, now and then none, each time."""
    asked = count(1)

    def page(handler: BaseHTTPRequestHandler) -> None:
        number = next(asked)
        if number % 9 == 0 and handler.path != _ALWAYS:
            say(handler, b"no", status=500)
            return
        words = "".join(
            f"<p>{_WORDS} The pier had seen {each} of {number} of them before, somebody wrote, and "
            f"<a href='/page-{each % _PAGES}'>ferry {each}</a> was the one that did not come.</p>"
            for each in range(8 + 7 * (number % 5))
        )
        body = f"<h1>Ferry {number % 3}</h1><h2>Monday</h2>{words}<ul><li>One</li></ul>"
        head = "<html><head><title>Ferry</title></head>"
        say(handler, f"{head}<body><article>{body}</article></body></html>".encode())

    def feed(handler: BaseHTTPRequestHandler) -> None:
        number = next(asked)
        items = "".join(
            f"<item><title>Ferry {each} {number % 3}</title><guid>{each}</guid>"
            f"<link>{server.url(f'/page-{each % _PAGES}')}</link></item>"
            for each in range(number % 30)
        )
        say(
            handler, f"<rss version='2.0'><channel><title>F</title>{items}</channel></rss>".encode()
        )

    server.answers |= {f"/page-{number}": page for number in range(_PAGES)}
    server.answers |= {"/feed-0": feed, "/feed-1": feed}
    server.gives("/feed-2", hostile_feed())
