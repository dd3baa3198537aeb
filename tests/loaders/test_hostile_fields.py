"""Whatever a server sends in the fields of its answer comes to a page or to one line."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inquit.errors import InputError
from inquit.loaders.net.fetching import FetchResult, Limits, Validators, fetch
from inquit.loaders.net.header_fields import media_type, sendable
from inquit.loaders.net.http_status_errors import seconds_of
from tests.loaders.server import Server, running, say

QUICK = Limits(connect=2, silence=1, total=5, retries=1, pause=0.0, patience=0.1)
_FIELDS = (
    "Retry-After", "Date", "Content-Length", "ETag", "Last-Modified", "Location", "Content-Type",
    "Content-Encoding", "Transfer-Encoding", "Set-Cookie", "Link", "Connection", "Refresh",
)  # fmt: skip
_VALUES = (
    b"", b"\xff", "é٣".encode(), b"-1", b"9" * 5000, b"\x01\x7f", b"//[x", b"http://a:b/",
    b"http://a:99999999/", b"text/html; charset=\xff", b"text/html; charset*=utf-8''%zz",
    b"a=b; expires=Mon, 01 Jan 99999 00:00:00 GMT; domain=\xff; max-age=" + b"9" * 30,
    b"Mon, 01 Jan 2026 00:00:00 +99999999999999", b"Fri, 31 Dec 9999 23:59:59 -2359",
)  # fmt: skip


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with pytest.MonkeyPatch.context() as patch, running() as served:
        patch.setenv("NO_PROXY", "*")
        yield served


def _came(
    server: Server, status: int, field: str, value: bytes, known: Validators | None = None
) -> FetchResult | None:
    """Return what came where one field of an answer is as given, None where one line told why."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        length = b"" if field in ("Content-Length", "Transfer-Encoding") else b"Content-Length: 5\n"
        given = field.encode() + b": " + value
        handler.wfile.write(b"HTTP/1.1 %d Told\n" % status + length + given + b"\n\nwords")
        handler.close_connection = True

    server.answers["/x"] = answer
    try:
        return fetch(server.url("/x"), validators=known, limits=QUICK)
    except InputError as error:
        told = str(error)
    assert told.isprintable()
    assert told.startswith("cannot open http://127.0.0.1")
    return None


@pytest.mark.parametrize("field", _FIELDS)
@pytest.mark.parametrize("status", [200, 301, 503])
def test_any_field_comes_to_a_page_or_one_line(server: Server, status: int, field: str) -> None:
    for value in _VALUES:
        came = _came(server, status, field, value)
        if came is not None:
            assert came.data in (b"words", b"")
            assert came.content_type.isprintable()
            assert (came.charset or "").isprintable()


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    status=st.sampled_from((200, 302, 304, 429)),
    field=st.sampled_from(_FIELDS),
    value=st.binary(max_size=60).map(lambda data: data.replace(b"\n", b"").replace(b"\r", b"")),
)
def test_any_bytes_in_a_field_come_to_a_page_or_one_line(
    server: Server, status: int, field: str, value: bytes
) -> None:
    came = _came(server, status, field, value, Validators(etag='"1"'))
    assert came is None or came.data in (b"words"[:size] for size in range(6))


@pytest.mark.parametrize(
    "field",
    [
        "Mon, 01 Jan 2026 00:00:00 +99999999999999",
        "Mon, 01 Jan 2026 00:00:00 -" + "9" * 40,
        "1 Jan 2026 99999999999999:00",
        "32 Foo 99999 99:99",
        ",",
    ],
)
def test_a_time_to_come_back_that_is_none_is_passed_over(field: str) -> None:
    assert seconds_of(field) is None


@given(st.text(max_size=60) | st.from_regex(r"\w{3}, \d+ Jan \d+ \d+:\d+:\d+ [+-]\d+"))
def test_any_time_to_come_back_is_a_week_at_most(field: str) -> None:
    seconds = seconds_of(field)
    assert seconds is None or 0 <= seconds <= 7 * 24 * 3600


@pytest.mark.parametrize("etag", [b'"caf\xe9"', '"café"'.encode(), b'"' + b"x" * 5000 + b'"'])
def test_a_tag_that_cannot_be_sent_back_makes_no_later_request_fail(
    server: Server, etag: bytes
) -> None:
    first = _came(server, 200, "ETag", etag)
    assert first is not None
    server.gives("/x", b"later")
    assert fetch(server.url("/x"), validators=first.validators, limits=QUICK).data == b"later"


def test_a_tag_that_was_kept_and_cannot_be_sent_is_left_out(server: Server) -> None:
    server.answers["/x"] = lambda handler: say(handler, b"later")
    known = Validators(etag='"café"', last_modified="Sun, 01 Mar 2026 10:00:00 GMT")
    assert fetch(server.url("/x"), validators=known, limits=QUICK).data == b"later"
    assert "if-none-match" not in server.asked[-1][1]
    assert server.asked[-1][1]["if-modified-since"] == "Sun, 01 Mar 2026 10:00:00 GMT"


def test_fields_are_kept_as_far_as_they_are_sound() -> None:
    assert sendable('W/"1-2 3"') == 'W/"1-2 3"'
    assert [sendable(value) for value in (None, "", " ", "é", "\x01", "x" * 1001)] == [None] * 6
    assert media_type("Text/HTML; charset=x") == "text/html"
    assert [media_type(value) for value in (None, "", "words", "a/b\x1b[2J", "é/x")] == [""] * 5


def test_a_cookie_that_cannot_be_sent_back_is_dropped_and_the_page_comes(server: Server) -> None:
    def leads(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(302)
        handler.send_header("Set-Cookie", "odd=caf\xe9; Path=/")
        handler.send_header("Set-Cookie", "plain=1; Path=/")
        handler.send_header("Location", "/end")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    server.answers["/x"] = leads
    server.gives("/end", b"words")
    assert fetch(server.url("/x"), limits=QUICK).data == b"words"
    assert server.asked[-1][1]["cookie"] == "plain=1"


@pytest.mark.parametrize(
    "cookie",
    [
        "a=b; Max-Age=" + "9" * 400,
        "a=b; Max-Age=-" + "9" * 5000,
        "a=b; Expires=Mon, 01 Jan 999999999999 00:00:00 GMT",
        "a=b; Version=" + "9" * 5000,
        'a="b; Port="' + "9" * 5000,
        "=; =; a; ;;=" + ";" * 5000,
        "a=b; Domain=" + "." * 300,
    ],
)
@pytest.mark.filterwarnings("error")
def test_a_cookie_that_no_jar_expects_is_told_to_nobody(
    server: Server, cookie: str, capfd: pytest.CaptureFixture[str]
) -> None:
    server.gives("/x", b"words", Set_Cookie=cookie)
    assert fetch(server.url("/x"), limits=QUICK).data == b"words"
    assert capfd.readouterr().err == ""


def test_a_cookie_that_is_taken_back_on_the_way_is_sent_no_more(server: Server) -> None:
    server.answers["/x"] = lambda handler: say(
        handler, b"", status=302, Location="/y", Set_Cookie="a=1; Path=/"
    )
    server.answers["/y"] = lambda handler: say(
        handler, b"", status=302, Location="/end", Set_Cookie="a=1; Path=/; Max-Age=0"
    )
    server.gives("/end", b"words")
    assert fetch(server.url("/x"), limits=QUICK).data == b"words"
    assert [asked.get("cookie") for _, asked in server.asked[-2:]] == ["a=1", None]


@pytest.mark.parametrize("target", [b"http://[::1", b"http://xn--a.xn--/", b"http://" + b"a" * 70])
def test_a_redirect_to_what_is_no_address_is_told_as_that(server: Server, target: bytes) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 301 Moved\nLocation: " + target + b"\n\n")
        handler.close_connection = True

    server.answers["/x"] = answer
    with pytest.raises(InputError, match="this is no address of a page"):
        fetch(server.url("/x"), limits=QUICK)


@pytest.mark.parametrize("proxy", ["gopher://127.0.0.1:9", "http://[::1"])
def test_a_proxy_that_is_none_is_named(monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.setenv("ALL_PROXY", proxy)
    with pytest.raises(InputError, match="the proxy cannot be used"):
        fetch("http://a.example/", limits=QUICK)
