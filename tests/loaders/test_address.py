"""Any text is an address of the web, told one way, or is refused in one clear line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inquit.errors import InputError
from inquit.loaders.net.address import (
    address_of,
    differs_by_tracking,
    display_url,
    suggested_address,
)
from inquit.model.printable import printable

PARTS = st.sampled_from(
    [
        "http",
        "https",
        ":",
        "/",
        "//",
        "@",
        "[",
        "]",
        "%",
        "é",
        "²",
        "٣",
        "a",
        "0",
        "99999",
        ".",
        "-",
    ]
) | st.sampled_from(["?", "utm_x=", "&", "=", "#", "\0", " ", "\u202e", "xn--", "::1", "\udcff"])
FINAL = "https://example.org/a"


@pytest.mark.parametrize(
    ("given_address", "kept"),
    [
        ("HTTP://Example.ORG:80", "http://example.org/"),
        ("https://u:p@example.org/a?utm_source=x&b=1#c", "https://example.org/a?b=1"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
    ],
)
def test_one_page_has_one_address(given_address: str, kept: str) -> None:
    assert address_of(given_address) == kept


@pytest.mark.parametrize(
    "wrong", ["http://[::1", "http://a:x/", "ftp://a/", "http://a/?utm_b=\udcff"]
)
def test_what_is_no_address_of_a_page_is_refused(wrong: str) -> None:
    with pytest.raises(InputError):
        address_of(wrong)


@given(st.lists(PARTS, max_size=9).map(lambda parts: "http://" + "".join(parts)) | st.text())
def test_any_text_is_an_address_or_refused_in_one_line(text: str) -> None:
    assert printable(display_url(text)) == display_url(text)
    assert (suggested_address(text, FINAL) or FINAL).startswith("https://example.org/")
    try:
        outcome = address_of(text)
    except InputError as error:
        outcome = str(error)
    else:
        assert address_of(outcome) == outcome
    assert "\n" not in outcome


@pytest.mark.parametrize(
    ("link", "wanted"),
    [
        ("/b", "https://example.org/b"),
        ("https://example.org:443/b?utm_source=x#y", "https://example.org/b"),
        ("https://example.org/a", None),
        ("/", None),
        ("http://example.org/b", None),
        ("https://example.org:8443/b", None),
        ("https://www.example.org/b", None),
        ("https://evil.example/b", None),
        ("javascript:x", None),
        ("//[", None),
        (None, None),
    ],
)
def test_a_page_has_a_say_only_in_its_name_within_its_origin(
    link: str | None, wanted: str | None
) -> None:
    assert suggested_address(link, FINAL) == wanted


@pytest.mark.parametrize(
    ("own", "said", "tracked"),
    [
        ("?ocid=x&id=7", "?id=7", True),
        ("?CMP=share&at_medium=rss", "", True),
        ("?id=7", "", False),
        ("?ref=7", "", False),
        ("?xtor=1", "?id=7", False),
        ("/b?xtor=1", "", False),
    ],
)
def test_an_address_is_told_from_another_by_more_than_what_tracks(
    own: str, said: str, *, tracked: bool
) -> None:
    assert differs_by_tracking(f"{FINAL}{own}", f"{FINAL}{said}") is tracked
