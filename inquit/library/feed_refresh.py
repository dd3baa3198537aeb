"""Refreshing all feeds: several hosts at a time, the feeds of one host one after the other."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from inquit.errors import CancelledError, InputError
from inquit.library.feeds import ask, faulty
from inquit.loaders.net.address import display_url, is_web
from inquit.model.feed import Subscription
from inquit.model.progress import UNATTENDED, ProgressToken

if TYPE_CHECKING:
    from inquit.loaders.net.fetching import Limits
    from inquit.store.records.feed_changes import RefreshedFeed
    from inquit.store.records.subscriptions import Subscriptions

MOST_HOSTS = 8
"""How many hosts are asked at a time."""

_TICK = 0.1  # seconds between two looks at whether to stop


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The result of refreshing a feed; fault says in one line why it failed, or is None."""

    feed: Subscription
    fault: str | None = None


def refresh_all(
    kept: Subscriptions,
    feeds: Iterable[Subscription] | None = None,
    *,
    limits: Limits | None = None,
    hosts: int = MOST_HOSTS,
    progress: Callable[[int, int], None] | None = None,
    token: ProgressToken = UNATTENDED,
) -> Generator[Outcome, None, None]:
    """Refresh feeds and yield the result of each once its entries are kept.

    If the caller stops early, even by an interrupt, all that has arrived is kept.

    Args:
        kept: the subscriptions.
        feeds: those to ask; None for all.
        limits: what each fetch may take.
        hosts: how many hosts are asked at a time.
        progress: told how many of how many are done.
        token: asked between feeds, and between portions of each, whether to stop.

    Raises:
        StoreError: what came could not be kept.
        RuntimeError: a fault of our own ended a thread.
    """
    wanted = tuple(kept.all() if feeds is None else feeds)
    asking = _RefreshThreads(wanted, limits=limits, token=token)
    asking.start(hosts)
    done = 0
    try:
        while done < len(wanted) and not asking.is_stopped():
            over = asking.over()
            arrived = asking.take_outcomes(wait=not over)
            if over and not arrived:
                if asking.is_stopped():
                    return
                raise RuntimeError("a thread that asks feeds has failed")
            for outcome in _keep(arrived, kept):
                done += 1
                if progress is not None:
                    progress(done, len(wanted))
                yield outcome
    finally:
        asking.stop()
        _keep(asking.take_outcomes(wait=False), kept)


class _RefreshThreads:
    """Threads that ask one host after the other, and their results."""

    def __init__(
        self,
        feeds: tuple[Subscription, ...],
        *,
        limits: Limits | None,
        token: ProgressToken,
    ) -> None:
        self._groups: queue.SimpleQueue[list[Subscription]] = queue.SimpleQueue()
        self._arrived: queue.SimpleQueue[tuple[RefreshedFeed, str | None]] = queue.SimpleQueue()
        self._limits = limits
        self._token = token
        self._stop = threading.Event()
        groups: dict[str, list[Subscription]] = {}
        for feed in feeds:
            groups.setdefault(_host(feed.url), []).append(feed)
        for group in groups.values():
            self._groups.put(group)
        # Daemons, so that a server that does not answer holds up nobody who wants to leave.
        self._threads = [
            threading.Thread(target=self._ask_hosts, daemon=True) for _ in range(len(groups))
        ]

    def start(self, hosts: int) -> None:
        del self._threads[hosts:]
        for thread in self._threads:
            thread.start()

    def over(self) -> bool:
        return not any(thread.is_alive() for thread in self._threads)

    def stop(self) -> None:
        self._stop.set()

    def is_stopped(self) -> bool:
        return self._stop.is_set() or self._token.is_cancelled

    def take_outcomes(self, *, wait: bool) -> list[tuple[RefreshedFeed, str | None]]:
        """Return all results since the last call; with wait, wait a moment for the first."""
        found = []
        try:
            if wait:
                found.append(self._arrived.get(timeout=_TICK))
            while True:
                found.append(self._arrived.get_nowait())
        except queue.Empty:
            return found

    def _ask_hosts(self) -> None:
        while not self.is_stopped():
            try:
                group = self._groups.get_nowait()
            except queue.Empty:
                return
            for number, feed in enumerate(group, 1):
                if self.is_stopped():
                    return
                if (error := self._ask(feed)) is not None:
                    self._spare(group[number:], error)
                    break

    def _ask(self, feed: Subscription) -> InputError | None:
        """Ask a feed; return the error that makes asking others of its host pointless, or None."""
        token = ProgressToken(cancelled=self.is_stopped)
        try:
            self._arrived.put((ask(feed, limits=self._limits, token=token), None))
        except CancelledError:
            return None
        except InputError as error:
            self._arrived.put((faulty(feed, error), str(error)))
            return error if _is_of_host(error) else None
        return None

    def _spare(self, feeds: list[Subscription], error: InputError) -> None:
        for feed in feeds:
            spared = _same_host(feed, error)
            self._arrived.put((faulty(feed, spared), str(spared)))


def _host(url: str) -> str:
    """Return host and port of an address; empty for files and for anything else."""
    try:
        parts = urlsplit(url)
        return f"{parts.hostname}:{parts.port or parts.scheme}" if is_web(url) else ""
    except ValueError:
        return ""


def _is_of_host(error: InputError) -> bool:
    from inquit.loaders.net.http_status_errors import BUSY, RefusedError
    from inquit.loaders.net.network_errors import UnreachableError

    busy = isinstance(error, RefusedError) and error.status in BUSY
    return busy or isinstance(error, UnreachableError)


def _same_host(feed: Subscription, error: InputError) -> InputError:
    """Return the error for a feed whose host has failed for another feed."""
    from inquit.loaders.net.http_status_errors import RefusedError

    told = f"{display_url(feed.url)} is not asked, as its host did not answer for another feed"
    if isinstance(error, RefusedError):
        return RefusedError(told, status=error.status, rest=error.rest)
    return InputError(told)


def _keep(
    arrived: list[tuple[RefreshedFeed, str | None]], kept: Subscriptions
) -> tuple[Outcome, ...]:
    if arrived:
        kept.renew(renewal for renewal, _ in arrived)
    return tuple(Outcome(feed=renewal.feed, fault=fault) for renewal, fault in arrived)
