"""Keeping redirects out of private networks, whatever a name resolves to at the moment."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from inquit.errors import InputError
from inquit.loaders.net.address import display_url, is_web
from inquit.loaders.net.private_network import (
    is_private_address,
    is_private_host,
    is_public_host,
)


class RedirectGuard:
    """Watches a chain of redirects; after a public address it lets no private one through."""

    def __init__(self, named_by: str | None) -> None:
        """Take the address that named the first one, if any.

        Args:
            named_by: the address of what named it, or None where the user did. One whose host
                cannot be resolved is not known to be public.
        """
        self._public = (
            named_by is not None
            and is_web(named_by)
            and is_public_host(urlsplit(named_by).hostname or "")
        )
        self._address = self._host = self._connecting = ""
        self._peer_is_public = False

    def enter(self, address: str) -> None:
        """Check the address that is requested next.

        Raises:
            InputError: it is private, and was named by what is public.
        """
        self._address, self._host = address, urlsplit(address).hostname or ""
        self._peer_is_public = False
        if self._public and is_private_host(self._host):
            raise self._refusal()

    def leave(self) -> None:
        """Note that the present address redirects to another."""
        if not self._public:
            self._public = self._peer_is_public or not is_private_host(self._host)

    def trace(self, event: str, told: dict[str, Any]) -> None:
        """Check where a connection leads when httpcore reports it, before anything is sent.

        A name may resolve to something else than a moment ago. A proxy is what the user has set up.

        Raises:
            InputError: it leads to a private address, and was named by what is public.
        """
        if event.endswith("connect_tcp.started"):
            self._connecting = str(told.get("host", ""))
        if not event.endswith("connect_tcp.complete") or self._connecting != self._host:
            return
        stream = told["return_value"]
        peer = stream.get_extra_info("server_addr")
        private = isinstance(peer, tuple) and is_private_address(str(peer[0]))
        self._peer_is_public = not private
        if private and self._public:
            stream.close()
            raise self._refusal()

    def _refusal(self) -> InputError:
        return InputError(
            f"a page of the web leads to {display_url(self._address)}, "
            "inside a private network; open that address itself if you trust it"
        )
