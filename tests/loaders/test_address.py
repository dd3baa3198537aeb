"""Any text is an address of the web, told one way, or is refused in one clear line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inquit.errors import InputError
from inquit.loaders.address import address_of, canonical, shown
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
    assert printable(shown(text)) == shown(text)
    assert canonical(text, FINAL).startswith("https://example.org/")
    try:
        outcome = address_of(text)
    except InputError as error:
        outcome = str(error)
    else:
        assert address_of(outcome) == outcome
    assert "\n" not in outcome
