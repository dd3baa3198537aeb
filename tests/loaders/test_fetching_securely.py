"""Certificates are checked, and nothing meant for one server goes to another."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from inquit.errors import InputError
from inquit.loaders.net.fetching import Limits, fetch
from tests.loaders.certificates import Authority
from tests.loaders.server import Server, running, say

QUICK = Limits(connect=5, silence=5, total=10, retries=1, pause=0.01)
HERE = "127.0.0.1"


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """Return an authority that is trusted."""
    for name in ("https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_PROXY", "*")
    made = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.file))
    return made


@pytest.fixture
def other() -> Iterator[Server]:
    with running() as served:
        yield served


def _fault(url: str) -> str:
    with pytest.raises(InputError) as raised:
        fetch(url, limits=QUICK)
    assert str(raised.value).isprintable()
    return str(raised.value)


def test_a_page_comes_from_a_server_that_is_vouched_for(authority: Authority) -> None:
    with running(authority.context(HERE)) as server:
        server.gives("/", b"words")
        assert fetch(server.url("/"), limits=QUICK).data == b"words"


@pytest.mark.parametrize(
    ("address", "first", "last", "told"),
    [
        (HERE, -9, -2, "the certificate of the server has expired"),
        (HERE, 2, 9, "the certificate of the server is not valid yet"),
        ("127.0.0.2", -1, 9, "the certificate of the server is another host's"),
    ],
)
def test_a_wrong_certificate_is_told_and_nothing_is_asked(
    authority: Authority, address: str, first: int, last: int, told: str
) -> None:
    with running(authority.context(address, first=first, last=last)) as server:
        assert _fault(server.url("/")) == f"cannot open {server.url('/')}: {told}"
        assert server.asked == []


def test_a_certificate_that_nobody_known_vouches_for_is_told(
    authority: Authority, tmp_path: Path
) -> None:
    (tmp_path / "unknown").mkdir()
    assert authority.file.exists()
    with running(Authority(tmp_path / "unknown").context(HERE)) as server:
        assert "vouches for the certificate" in _fault(server.url("/"))
        assert server.asked == []


def test_a_redirect_to_a_server_with_a_wrong_certificate_is_not_followed(
    authority: Authority, other: Server
) -> None:
    with running(authority.context("127.0.0.2")) as server:
        other.leads("/", server.url("/"))
        assert "another host's" in _fault(other.url("/"))
        assert server.asked == []


def test_a_server_without_https_is_told(authority: Authority, other: Server) -> None:
    assert authority.file.exists()
    assert "does not speak HTTPS" in _fault(other.url("/").replace("http:", "https:"))


def test_a_login_for_https_does_not_go_to_http_of_the_same_host(
    authority: Authority, other: Server
) -> None:
    other.gives("/", b"words")
    with running(authority.context(HERE)) as server:
        server.leads("/", other.url("/"))
        url = server.url("/").replace("https://", "https://ana:secret@")
        assert fetch(url, limits=QUICK).data == b"words"
        assert "authorization" in server.asked[0][1]
    assert "authorization" not in other.asked[0][1]


def test_cookies_go_back_to_their_own_server_only(other: Server) -> None:
    with running() as server:
        for field in ("who=ana", "who=ana; Domain=127.0.0.1", "who=ana; Domain=.0.1"):
            server.answers["/set"] = lambda handler, field=field: say(  # type: ignore[misc]
                handler, b"", status=302, Location=other.url("/back"), Set_Cookie=field
            )
            other.leads("/back", server.url("/end"))
            server.gives("/end", b"words")
            assert fetch(server.url("/set"), limits=QUICK).data == b"words"
    assert [asked.get("cookie") for _, asked in other.asked] == [None] * 3
    assert server.asked[1][1]["cookie"] == "who=ana"


def test_cookies_of_one_page_are_gone_with_the_next(other: Server) -> None:
    other.gives("/", b"words", Set_Cookie="who=ana")
    for _ in range(2):
        fetch(other.url("/"), limits=QUICK)
    assert [asked.get("cookie") for _, asked in other.asked] == [None, None]


@pytest.mark.parametrize(
    ("number", "said", "told", "tries"),
    [
        (socket.EAI_NONAME, "Name or service not known", "there is no such host", 1),
        (socket.EAI_AGAIN, "Temporary failure in name resolution", "is there a connection?", 2),
    ],
)
def test_a_name_that_is_not_found_is_told(
    number: int, said: str, told: str, tries: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def nowhere(*names: object, **_: object) -> None:
        asked.append(names)
        raise socket.gaierror(number, said)

    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    assert told in _fault("http://nowhere.example/")
    assert len(asked) == tries
