"""Fetching from a real server: redirects, faults, bombs, conditions."""

from __future__ import annotations

import base64
import gzip
import re
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from inquit.errors import CancelledError, InputError
from inquit.loaders.net.fetching import Limits, Validators, fetch
from inquit.loaders.net.http_status_errors import refusal
from inquit.model.progress import ProgressToken
from tests.loaders.server import Server, running, say

QUICK = Limits(retries=1, pause=0.01)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_PROXY", "*")
    with running() as served:
        yield served


def _fails(url: str, told: str, limits: Limits = QUICK) -> str:
    with pytest.raises(InputError, match=told) as raised:
        fetch(url, limits=limits)
    assert str(raised.value).isprintable()
    return str(raised.value)


def test_a_page_comes_with_its_type_and_where_it_came_from(server: Server) -> None:
    server.leads("/a", "/b?x=1")
    server.gives("/b?x=1", b"<p>hello</p>", Content_Type="text/html; charset=ISO-8859-2")
    came = fetch(server.url("/a"), limits=QUICK)
    assert (came.data, came.content_type, came.charset) == (
        b"<p>hello</p>",
        "text/html",
        "iso-8859-2",
    )
    assert came.url == server.url("/b?x=1")


def test_redirects_end_after_ten(server: Server) -> None:
    server.leads("/loop", "/loop")
    _fails(server.url("/loop"), "more than 10 times")
    assert len(server.asked) == 11


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://x.example/", "data:text/html,x"])
def test_no_redirect_leads_out_of_the_web(server: Server, target: str) -> None:
    server.leads("/out", target)
    _fails(server.url("/out"), "only pages of http and https")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "gopher://x", "http://", "http://a b/"])
def test_only_addresses_of_the_web_are_opened(url: str) -> None:
    _fails(url, "page")


def test_a_password_goes_to_its_own_host_only_and_is_never_shown(server: Server) -> None:
    server.leads("/in", server.url("/other", host="localhost"))
    server.leads("/same", "/end")
    server.gives("/end", b"x")
    url = server.url("/in").replace("http://", "http://ana:secret@")
    assert "secret" not in _fails(url, "no such page")
    wanted = "Basic " + base64.b64encode(b"ana:secret").decode()
    assert [asked.get("authorization") for _, asked in server.asked] == [wanted, None]
    came = fetch(server.url("/same").replace("http://", "http://ana:secret@"), limits=QUICK)
    assert "secret" not in came.url
    assert server.asked[-1][1]["authorization"] == wanted


@pytest.mark.parametrize(
    ("status", "told"), [(404, "no such page"), (500, "failed"), (403, "refuses"), (418, "418")]
)
def test_a_refusal_is_told(server: Server, status: int, told: str) -> None:
    server.answers["/x"] = lambda handler: say(handler, b"words", status=status)
    _fails(server.url("/x"), told)


def test_an_overloaded_server_is_asked_again_but_not_for_ever(server: Server) -> None:
    server.answers["/busy"] = lambda handler: say(handler, b"", status=503)
    _fails(server.url("/busy"), "overloaded")
    assert len(server.asked) == 2


def test_a_server_that_is_not_there_is_told() -> None:
    with running() as gone:
        url = gone.url("/")
    _fails(url, "refuses the connection")


def test_a_body_larger_than_allowed_stops(server: Server) -> None:
    server.gives("/big", b"x" * 5000)
    _fails(server.url("/big"), "larger than 1000 bytes", Limits(size=1000))


@pytest.mark.parametrize("packing", ["gzip", "deflate", "bare deflate"])
def test_packed_bodies_are_unpacked(server: Server, packing: str) -> None:
    bare = zlib.compressobj(wbits=-15)
    body = {
        "gzip": gzip.compress(b"words"),
        "deflate": zlib.compress(b"words"),
        "bare deflate": bare.compress(b"words") + bare.flush(),
    }[packing]
    server.gives("/packed", body, Content_Encoding=packing.split()[-1])
    assert fetch(server.url("/packed"), limits=QUICK).data == b"words"


def test_a_bomb_stops_before_it_is_unpacked(server: Server) -> None:
    server.gives("/bomb", gzip.compress(bytes(30_000_000)), Content_Encoding="gzip")
    _fails(server.url("/bomb"), "unpacks to far more")
    _fails(server.url("/bomb"), "larger than", Limits(size=100_000))


def test_damage_and_unknown_packing_are_told(server: Server) -> None:
    server.gives("/torn", b"\x1f\x8bnonsense", Content_Encoding="gzip")
    server.gives("/odd", b"x", Content_Encoding="br")
    _fails(server.url("/torn"), "damaged")
    _fails(server.url("/odd"), "not asked for")


def test_a_connection_that_is_cut_is_told(server: Server) -> None:
    server.gives("/short", b"half", Content_Length="4000")
    server.answers["/short"] = lambda handler: _cut(handler)
    _fails(server.url("/short"), "cut off")


def _cut(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "4000")
    handler.end_headers()
    handler.wfile.write(b"half")
    handler.close_connection = True


def test_a_server_that_falls_silent_or_trickles_is_left(server: Server) -> None:
    def trickle(handler: BaseHTTPRequestHandler, pause: float) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not server.stop.wait(pause):
            try:
                handler.wfile.write(b"x")
            except OSError:
                return

    server.answers["/silent"] = lambda handler: trickle(handler, 30)
    server.answers["/trickle"] = lambda handler: trickle(handler, 0.01)
    _fails(server.url("/silent"), "stopped sending", Limits(silence=0.1))
    _fails(server.url("/trickle"), "takes longer than", Limits(total=0.2))


def test_a_reader_can_stop_it_and_see_it_come(server: Server) -> None:
    server.gives("/page", b"x" * 1000)
    with pytest.raises(InputError, match="cancelled"):
        fetch(server.url("/page"), token=ProgressToken(cancelled=lambda: True), limits=QUICK)
    seen: list[tuple[str, int]] = []
    token = ProgressToken(report=lambda host, size: seen.append((host, size)))
    fetch(server.url("/page"), token=token, limits=QUICK)
    assert seen[0] == ("127.0.0.1", 0)
    assert seen[-1] == ("127.0.0.1", 1000)


def test_what_has_not_changed_is_not_sent_again(server: Server) -> None:
    server.answers["/page"] = lambda handler: say(handler, b"", status=304, ETag='"1"')
    came = fetch(server.url("/page"), validators=Validators(etag='"1"'), limits=QUICK)
    assert came.unchanged
    assert server.asked[0][1]["if-none-match"] == '"1"'


def test_a_server_that_never_ends_its_head_is_left(server: Server) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        while not server.stop.wait(0.02):
            try:
                handler.wfile.write(b"x")
            except OSError:
                return

    server.answers["/drip"] = drip
    _fails(server.url("/drip"), "takes longer than", Limits(total=0.3))


def test_a_reader_can_stop_waiting_for_a_server_that_says_nothing(server: Server) -> None:
    server.answers["/silent"] = lambda handler: say(handler, b"", status=200 + server.stop.wait(30))
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(len(server.asked))
        return bool(server.asked)

    with pytest.raises(CancelledError, match="cancelled"):
        fetch(server.url("/silent"), token=ProgressToken(cancelled=cancelled))
    assert asked[-1] == 1


def test_a_packed_body_that_ends_too_soon_is_told(server: Server) -> None:
    server.gives("/torn", gzip.compress(b"words " * 1000)[:-20], Content_Encoding="gzip")
    _fails(server.url("/torn"), "cut off")


def test_a_body_ends_where_its_length_says(server: Server) -> None:
    server.gives("/long", b"words and more", Content_Length="5")
    assert fetch(server.url("/long"), limits=QUICK).data == b"words"


def test_a_body_in_chunks_that_is_cut_is_told(server: Server) -> None:
    def chunks(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nwords\r\n")
        handler.close_connection = True

    server.answers["/chunks"] = chunks
    _fails(server.url("/chunks"), "cut off")


@pytest.mark.parametrize(
    "answer", [b"\x00\xff\xfe", b"SSH-2.0-x\r\n", b"HTTP/1.1 abc\r\n\r\n", b""]
)
def test_what_is_not_http_is_told(server: Server, answer: bytes) -> None:
    def odd(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(answer)
        handler.close_connection = True

    server.answers["/odd"] = odd
    _fails(server.url("/odd"), "not HTTP")
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("600", "asked again in 10 minutes"),
        ("7199", "asked again in 120 minutes"),
        ("99999999999", "asked again in 7 days"),
        ("Wed, 01 Jan 2020 00:00:00 GMT", r"later \(429\)$"),
        ("soon", r"later \(429\)$"),
        ("-5", r"later \(429\)$"),
        ("\u0663", r"later \(429\)$"),
    ],
)
def test_when_a_server_wants_to_be_asked_again_is_told(field: str, told: str) -> None:
    assert re.search(told, str(refusal(429, field)))


def test_a_wait_that_a_server_asks_for_ends_when_it_is_cancelled(server: Server) -> None:
    server.answers["/busy"] = lambda handler: say(handler, b"", status=503, Retry_After="4")
    token = ProgressToken(cancelled=lambda: len(server.asked) == 1)
    with pytest.raises(CancelledError):
        fetch(server.url("/busy"), token=token)
    assert len(server.asked) == 1
