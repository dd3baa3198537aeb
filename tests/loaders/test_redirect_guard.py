"""What is public leads to nothing private, by redirect, name or feed; who types it may open it."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from inquit.errors import InputError
from inquit.loaders.net import private_network
from inquit.loaders.net import redirect_guard as boundary
from inquit.loaders.net.fetching import Limits, fetch
from inquit.loaders.net.private_network import is_private_address, is_private_host
from tests.loaders.server import Server, running

QUICK = Limits(retries=0)
HERE = "127.0.0.1"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_PROXY", "*")
    with running() as served:
        served.gives("/end", b"words")
        yield served


@pytest.fixture
def public(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """Return a server whose address passes for public; `localhost` does not."""

    def is_private(text: str) -> bool:
        return text != HERE and is_private_address(text)

    monkeypatch.setattr(private_network, "is_private_address", is_private)
    monkeypatch.setattr(boundary, "is_private_address", is_private)
    return server


def _refused(url: str, named_by: str | None = None) -> str:
    with pytest.raises(InputError, match="inside a private network; open that address") as told:
        fetch(url, limits=QUICK, named_by=named_by)
    assert str(told.value).isprintable()
    return str(told.value)


@pytest.mark.parametrize(
    "target",
    [
        "http://10.0.0.1/x",
        "http://192.168.0.1:8080/x",
        "http://169.254.169.254/latest",
        "http://[::1]/x",
        "http://[fd00::1]/x",
        "http://[::ffff:10.0.0.1]/x",
        "http://2130706434/x",
        "http://127.2/x",
        "http://router/x",
        "http://printer.local/x",
    ],
)
def test_no_redirect_leads_from_a_public_address_to_a_private_one(
    public: Server, target: str
) -> None:
    public.leads("/out", target)
    public.leads("/chain", "/out", status=301)
    assert target in _refused(public.url("/out"))
    assert target in _refused(public.url("/chain"))


def test_a_redirect_to_a_name_of_this_machine_asks_it_nothing(public: Server) -> None:
    public.leads("/out", public.url("/end", host="localhost"))
    _refused(public.url("/out"))
    assert [path for path, _ in public.asked] == ["/out"]


def test_a_name_that_resolves_to_a_private_address_is_none_of_the_web(
    public: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolved = socket.getaddrinfo

    def inside(host: str, *rest: object, **more: object) -> object:
        return resolved("10.0.0.1" if host == "evil.example" else host, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", inside)
    public.leads("/out", "http://evil.example/x")
    _refused(public.url("/out"))


def test_a_name_that_resolves_to_something_else_a_moment_later_is_asked_nothing(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    peers = iter((False, True))  # public, then private
    monkeypatch.setattr(boundary, "is_private_host", lambda _: False)
    monkeypatch.setattr(boundary, "is_private_address", lambda _: next(peers))
    server.leads("/out", server.url("/end", host="localhost"))
    _refused(server.url("/out"))
    assert [path for path, _ in server.asked] == ["/out"]


def test_a_private_address_that_is_typed_opens_and_may_lead_to_another(server: Server) -> None:
    server.leads("/in", server.url("/end", host="localhost"))
    assert fetch(server.url("/in"), limits=QUICK).data == b"words"


def test_what_a_public_feed_names_is_not_private(public: Server) -> None:
    _refused(public.url("/end", host="localhost"), named_by=public.url("/feed"))
    assert public.asked == []
    at_home = public.url("/feed", host="localhost")
    gone = "http://herald.invalid/feed"
    for named_by in (None, "/home/ana/feed.xml", at_home, gone):
        url = public.url("/end", host="localhost")
        assert fetch(url, limits=QUICK, named_by=named_by).data == b"words"


def test_a_proxy_may_be_private_and_what_is_asked_through_it_is_judged_by_name(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_PROXY")
    monkeypatch.setenv("http_proxy", server.url(""))
    monkeypatch.setattr(socket, "getaddrinfo", _resolving_only_here)
    server.leads("http://news.example/a", "http://www.news.example/b")
    server.gives("http://www.news.example/b", b"words")
    server.leads("http://news.example/c", "http://10.0.0.1/")
    assert fetch("http://news.example/a", limits=QUICK).data == b"words"
    _refused("http://news.example/c")


_resolved = socket.getaddrinfo


def _resolving_only_here(host: str, *rest: object, **more: object) -> object:
    if host.endswith(".example"):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    return _resolved(host, *rest, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "::1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.1.2.3",
        "100.64.0.1", "224.0.0.1", "255.255.255.255", "::", "fe80::1%eth0", "fd00::1", "ff02::1",
        "::ffff:10.0.0.1", "::a00:1", "64:ff9b::a00:1", "2002:7f00:1::", "::ffff:169.254.169.254",
        "64:ff9b:1::a00:1", "fec0::1",
    ],
)  # fmt: skip
def test_addresses_of_ones_own_network_are_known(address: str) -> None:
    assert is_private_address(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "x"]
)
def test_other_addresses_are_public(address: str) -> None:
    assert not is_private_address(address)


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "a.localhost",
        "nas",
        "NAS.local.",
        "127.1",
        "fe80::1%25eth0",
        "nas.home",
        "a.test",
    ],
)
def test_names_of_ones_own_network_are_known(host: str) -> None:
    assert is_private_host(host)
