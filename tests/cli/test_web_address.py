"""An address is shown as it is opened, with nothing hidden in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.services.web_address import web_address


def test_a_plain_address_stays_as_it_is() -> None:
    whole = "https://example.org:8080/a/b;c?d=e&f=%20#g"
    found = web_address(whole)
    assert found is not None
    assert (found.whole, found.site, found.unicode_site) == (whole, "example.org", None)


def test_the_name_of_a_site_is_shown_in_ascii() -> None:
    found = web_address("http://аpple.example/")
    assert found is not None
    assert found.site == "xn--pple-43d.example"
    assert found.unicode_site == "аpple.example"
    assert found.whole == "http://xn--pple-43d.example/"


def test_a_name_before_the_site_is_not_the_site() -> None:
    found = web_address("https://bank.example@evil.example/")
    assert found is not None
    assert found.site == "evil.example"
    assert found.whole == "https://bank.example@evil.example/"


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", "file:///etc/passwd", "ftp://a.example/", "https://", "//a.example",
     "http://[::1", "https://a b.example/", "https://a.example:port/", "mailto:a@b.example", ""],
)  # fmt: skip
def test_what_is_no_web_page_is_refused(target: str) -> None:
    assert web_address(target) is None


@given(st.text(max_size=60), st.text(max_size=60))
def test_only_printable_ascii_is_ever_shown_or_opened(site: str, path: str) -> None:
    found = web_address(f"https://{site}/{path}")
    if found is not None:
        assert found.whole.isascii()
        assert found.whole.isprintable()
        assert " " not in found.whole
        assert found.whole.startswith("https://")
