"""Pages that stand before an article are told from the article itself."""

from __future__ import annotations

import pytest

from inquit.loaders.page.interstitials import leads_to_article

STORY = "https://herald.example/news/pier-closes"


def _leads(final: str, *, asked: str = STORY, words: int = 400, data: bytes = b"<p>") -> bool:
    return leads_to_article(asked, final, words=words, data=data)


@pytest.mark.parametrize(
    "final",
    [
        "https://herald.example/login",
        "https://herald.example/user/sign-in?x=1",
        "https://herald.example/cookie-consent.php",
        "https://herald.example/user_login.html",
        "https://consent.herald.example/collect",
        "https://accounts.example/v3/signin",
        "https://herald.example/members?to=%2Fnews%2Fpier-closes",
        "https://hotel.example/?url=https%253A%252F%252Fherald.example%252Fnews%252Fpier-closes",
        "http://wifi.example/portal/welcome",
        "https://herald.example/",
        "https://herald.example/error/404",
    ],
)
def test_a_page_named_as_a_gate_is_none_of_an_article(final: str) -> None:
    assert not _leads(final)


@pytest.mark.parametrize(
    "final",
    [
        "https://www.herald.example/2026/pier-closes",
        "https://other.example/pier-closes?lang=en",
        "https://herald.example/news/consenting-adults-close-pier",
        "https://herald.example/news/2026/error-at-the-gate-opened-the-wall",
    ],
)
def test_another_address_can_be_the_articles(final: str) -> None:
    assert _leads(final)


def test_an_article_on_logging_in_leads_to_its_own_new_address() -> None:
    assert _leads("https://herald.example/tech/login", asked="https://herald.example/login")


def test_a_short_page_is_no_article_least_of_all_one_that_asks_for_a_password() -> None:
    asks = b"<form><INPUT id=p type='password'></form>"
    moved = "https://herald.example/2026/pier"
    assert not _leads(moved, words=9)
    assert _leads(moved, words=60)
    assert not _leads(moved, words=60, data=asks)
    assert _leads(moved, words=600, data=asks)
