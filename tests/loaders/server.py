"""A real server on this machine that answers as a test tells it to."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[[BaseHTTPRequestHandler], None]


class Server:
    """Answers by path; keeps what it was asked.

    Attributes:
        answers: what to do for a path; 404 where there is nothing.
        asked: path and header fields of each request.
    """

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.stop = threading.Event()
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
                answer = server.answers.get(self.path)
                if answer is None:
                    say(self, b"none", status=404)
                else:
                    answer(self)

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
                """Say nothing."""

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.scheme = "http"
        if context is not None:
            self.scheme = "https"
            self.http.socket = context.wrap_socket(
                self.http.socket, server_side=True, do_handshake_on_connect=False
            )
        self.port = self.http.server_address[1]

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    def leads(self, path: str, target: str, status: int = 302) -> None:
        self.answers[path] = lambda handler: say(handler, b"", status=status, Location=target)

    def gives(self, path: str, body: bytes, **fields: str) -> None:
        self.answers[path] = lambda handler: say(handler, body, **fields)


def say(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **fields: str) -> None:
    """Answer; a field is named with underscores for hyphens."""
    handler.send_response(status)
    given = {"Content_Type": "text/html", "Content_Length": str(len(body)), **fields}
    for name, value in given.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    try:
        handler.wfile.write(body)
    except OSError:
        handler.close_connection = True


@contextmanager
def running(context: ssl.SSLContext | None = None) -> Iterator[Server]:
    """Give a server, of https where it has a certificate."""
    server = Server(context)
    thread = threading.Thread(target=server.http.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stop.set()
        server.http.shutdown()
        server.http.server_close()
        thread.join()
