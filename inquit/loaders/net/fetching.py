"""Fetching a page: http and https only, every redirect checked, time and size limited."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from inquit.errors import CancelledError, InputError
from inquit.loaders.decompression import Unpacker
from inquit.loaders.guard import guard_iteration, report_faults
from inquit.loaders.input_bytes import SIZE_LIMIT
from inquit.loaders.net.address import address_of, display_url
from inquit.loaders.net.chain_cookies import ChainCookies, NoCookies
from inquit.loaders.net.connection_watchdog import ConnectionWatchdog
from inquit.loaders.net.header_fields import charset_in, media_type, sendable
from inquit.loaders.net.http_status_errors import BUSY, RefusedError, refusal
from inquit.loaders.net.network_errors import cause, is_final, network_error
from inquit.loaders.net.redirect_guard import RedirectGuard
from inquit.loaders.net.request_headers import bare, headers, login_of, origin_of
from inquit.model.progress import UNATTENDED, ProgressToken

if TYPE_CHECKING:
    import httpx

MOST_HOPS = 10
"""Redirects that are followed at most."""

Trace = Callable[[str, dict[str, Any]], None]
"""Takes what httpcore tells of a connection."""

_SLICE = 0.1  # seconds that a wait goes on after it was cancelled
_REDIRECTS = (301, 302, 303, 307, 308)
_FOR_GOOD = (301, 308)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The limits of a fetch.

    Attributes:
        size: bytes of the unpacked body.
        connect: seconds until a connection stands.
        silence: seconds between two portions of an answer.
        total: seconds in all.
        retries: further attempts where no connection came about or the server is overloaded.
        pause: seconds before the first of them; each later one waits twice as long.
        patience: seconds that are waited at most where a server asks to come later.
    """

    size: int = SIZE_LIMIT
    connect: float = 10.0
    silence: float = 20.0
    total: float = 120.0
    retries: int = 2
    pause: float = 0.5
    patience: float = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server sent with a page so that one can ask later whether it has changed."""

    etag: str | None = None
    last_modified: str | None = None

    def fields(self) -> dict[str, str]:
        """Return the fields of a conditional request."""
        pairs = (("If-None-Match", self.etag), ("If-Modified-Since", self.last_modified))
        return {name: value for name, kept in pairs if (value := sendable(kept))}


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchResult:
    """The result of a fetch.

    Attributes:
        url: the address it came from in the end, without user name and password.
        data: the body, unpacked; empty where it has not changed.
        content_type: the type without parameters, in lower case; empty where none was given.
        charset: the character set that the server named.
        validators: what to ask with next time.
        unchanged: whether the server says that it is as it was.
        moved: the address that it has from now on, where the server says that it moved for good.
    """

    url: str
    data: bytes = b""
    content_type: str = ""
    charset: str | None = None
    validators: Validators = Validators()
    unchanged: bool = False
    moved: str | None = None


def fetch(
    url: str,
    *,
    validators: Validators | None = None,
    limits: Limits | None = None,
    token: ProgressToken = UNATTENDED,
    named_by: str | None = None,
) -> FetchResult:
    """Return what an address holds.

    Args:
        url: an address of http or https; a user name and password in it go to its host alone.
        validators: those of an earlier fetch, to be told where nothing has changed since.
        limits: what it may take.
        token: told of every portion that comes; asked between portions whether to stop.
        named_by: the address of what named this one, or None where the user did; what is public
            leads to nothing private.

    Raises:
        CancelledError: it is not wanted any more.
        RefusedError: the server answered, and gave none.
        UnreachableError: no connection came about.
        InputError: it cannot be had, in one line.
    """
    attempt = _Attempt(limits or Limits(), validators or Validators(), token, named_by)
    told = f"cannot open {display_url(url)}"
    from httpx import HTTPError, InvalidURL

    try:
        return attempt.fetch(url)
    except (HTTPError, InvalidURL) as error:
        raise network_error(told, error) from error
    except CancelledError as error:
        raise CancelledError(f"{told}: {error}") from error
    except RefusedError as error:
        raise RefusedError(f"{told}: {error}", status=error.status, rest=error.rest) from error
    except InputError as error:
        raise InputError(f"{told}: {error}") from error


class _Attempt:
    """One fetch and its limits."""

    def __init__(
        self, limits: Limits, validators: Validators, token: ProgressToken, named_by: str | None
    ) -> None:
        self._limits = limits
        self._validators = validators
        self._token = token
        self._named_by = named_by
        self._ends = time.monotonic() + limits.total
        self._cookies = ChainCookies()

    def fetch(self, url: str) -> FetchResult:
        import httpx

        limits = self._limits
        with (
            ConnectionWatchdog(self._is_over) as watchdog,
            _client(httpx.Timeout(limits.silence, connect=limits.connect)) as client,
        ):
            # The client looks at where a redirect leads before we can, and says less of what is
            # wrong.
            client.event_hooks = {"response": [_refuse_to_leave_the_web]}
            for attempt in range(limits.retries + 1):
                try:
                    return self._follow_redirects(client, url, watchdog)
                except (httpx.ReadError, httpx.RemoteProtocolError):
                    self._check()  # it may have been cut from here
                    raise
                except (httpx.ConnectError, httpx.ConnectTimeout, RefusedError) as error:
                    pause = self._pause(error, attempt)
                    if attempt == limits.retries or pause is None:
                        raise
                self._rest(pause)
        raise AssertionError("a last attempt returns or raises")

    def _pause(self, error: Exception, attempt: int) -> float | None:
        """Return the seconds to wait before trying again, or None if that is useless."""
        pause = self._limits.pause * 2**attempt
        if isinstance(error, RefusedError):
            asked = pause if error.rest is None else error.rest
            return asked if error.status in BUSY and asked <= self._limits.patience else None
        return None if is_final(error) else pause

    def _rest(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        self._check()
        while (left := until - time.monotonic()) > 0:
            time.sleep(min(left, _SLICE))
            self._check()

    def _follow_redirects(
        self, client: httpx.Client, url: str, watchdog: ConnectionWatchdog
    ) -> FetchResult:
        """Follow redirects, checking each, and return what is at the last address."""
        address_of(url)
        login = login_of(url)
        owner = origin_of(url)
        here, moved, for_good = url, None, True
        guard = RedirectGuard(self._named_by)
        for _ in range(MOST_HOPS + 1):
            address = bare(here)
            self._check()
            self._token.tell(urlsplit(address).hostname or "", 0)
            guard.enter(address)
            auth = login if origin_of(here) == owner else None
            traces = (watchdog.trace, guard.trace)
            with self._open_response(client, address, auth, traces) as response:
                target = response.headers.get("location")
                if response.status_code not in _REDIRECTS or not target:
                    return replace(self._read(response, address), moved=moved)
            guard.leave()
            here = urljoin(address, target)
            # What a redirect for the moment leads to has no say in where the page is for good.
            for_good = for_good and _stays(response.status_code, address, here)
            moved = here if for_good else moved
        raise InputError(f"it leads on and on, more than {MOST_HOPS} times")

    @contextmanager
    def _open_response(
        self,
        client: httpx.Client,
        address: str,
        auth: tuple[str, str] | None,
        traces: Iterable[Trace],
    ) -> Iterator[httpx.Response]:
        """Request one address, with the cookies of its own server and no others."""
        owner = origin_of(address)
        fields = self._validators.fields() | self._cookies.fields(owner)
        traced = {"trace": lambda event, told: [trace(event, told) for trace in traces]}
        with report_faults(), _one_line_for_addresses():
            request = client.build_request("GET", address, headers=fields, extensions=traced)
            response = client.send(request, auth=auth, stream=True)
        try:
            self._cookies.take(owner, response.headers.get_list("set-cookie"))
            yield response
        finally:
            response.close()

    def _read(self, response: httpx.Response, address: str) -> FetchResult:
        status = response.status_code
        given = response.headers
        validators = Validators(
            etag=sendable(given.get("etag")), last_modified=sendable(given.get("last-modified"))
        )
        if status == 304 and self._validators.fields():
            return FetchResult(url=address, validators=validators, unchanged=True)
        if status != 200:
            raise refusal(status, given.get("retry-after"))
        with report_faults():
            charset = response.charset_encoding
        return FetchResult(
            url=address,
            data=self._body(response),
            content_type=media_type(given.get("content-type")),
            charset=charset_in(charset),
            validators=validators,
        )

    def _body(self, response: httpx.Response) -> bytes:
        unpacker = Unpacker(response.headers.get("content-encoding", ""))
        host = response.url.host
        body = bytearray()
        for packed in guard_iteration(response.iter_raw()):
            for portion in unpacker.unpack(packed):
                body += portion
                if len(body) > self._limits.size:
                    raise InputError(f"it is larger than {_size(self._limits.size)}")
                self._check()
            self._token.tell(host, len(body))
        self._check()  # where the length was not told, a cut looks like an end
        unpacker.finish()
        return bytes(body)

    def _check(self) -> None:
        """Stop if the reader has cancelled or time is up."""
        self._token.check()
        if self._is_late():
            raise InputError(f"it takes longer than {self._limits.total:g} seconds")

    def _is_late(self) -> bool:
        return time.monotonic() > self._ends

    def _is_over(self) -> bool:
        return self._is_late() or self._token.is_cancelled


def _client(bounds: httpx.Timeout) -> httpx.Client:
    """Return the client; raises InputError if the environment names an invalid proxy."""
    import httpx

    try:
        return httpx.Client(timeout=bounds, headers=headers(), cookies=NoCookies())
    except (httpx.InvalidURL, ValueError) as error:
        told = "the proxy cannot be used that HTTP_PROXY, HTTPS_PROXY or ALL_PROXY names"
        raise InputError(told) from error


@contextmanager
def _one_line_for_addresses() -> Iterator[None]:
    """Report an address as invalid where a library raises ValueError."""
    try:
        yield
    except ValueError as error:
        raise InputError(cause(error)) from error


def _refuse_to_leave_the_web(response: httpx.Response) -> None:
    """Raise InputError for a redirect to anything but http and https."""
    target = response.headers.get("location")
    if response.status_code in _REDIRECTS and target:
        address_of(urljoin(str(response.url), target))


def _stays(status: int, here: str, target: str) -> bool:
    """Tell whether a redirect is permanent and does not lead to an unencrypted address."""
    return status in _FOR_GOOD and (origin_of(here)[0], origin_of(target)[0]) != ("https", "http")


def _size(limit: int) -> str:
    return f"{limit // (1024 * 1024)} MB" if limit >= 1024 * 1024 else f"{limit} bytes"
