"""A page's article is found however its containers are made, and none where there is none."""

from __future__ import annotations

import json

import pytest

from bench.pages.shapes import empty_pages, page, shapes
from bench.pages.writing import paragraphs
from inquit.errors import InputError
from inquit.loaders.page.loader import load_page

SAID = paragraphs(300)
SHAPES = shapes()
EMPTY = empty_pages()
MENU = "<ul><li><a href='/a'>Home</a></li><li><a href='/b'>Sport</a></li></ul>"


@pytest.mark.parametrize("name", SHAPES)
def test_an_article_is_found_in_any_containers(name: str) -> None:
    text = load_page(SHAPES[name](SAID).encode(), origin="a.html").text
    sentences = [each for words in SAID for each in words.split(". ")]
    assert sum(each in text for each in sentences) > 0.9 * len(sentences)
    assert "Another story of today" not in text or "bare" in name


@pytest.mark.parametrize("name", EMPTY)
def test_a_page_without_an_article_is_refused(name: str) -> None:
    with pytest.raises(InputError, match=r"nothing readable came|only a menu"):
        load_page(EMPTY[name].encode(), origin="a.html")


def test_the_text_that_a_page_hides_is_shown_as_such() -> None:
    article = load_page(SHAPES["hidden main"](SAID).encode(), origin="a.html")
    assert article.text == "\n\n".join(SAID)
    assert any("without scripts" in notice for notice in article.notices)


def test_a_text_kept_for_subscribers_is_not_shown_where_it_is_hidden() -> None:
    locked = '<script type="application/ld+json">{"isAccessibleForFree": false}</script>'
    body = f"{MENU}<main hidden>{''.join(f'<p>{each}</p>' for each in SAID)}</main>"
    with pytest.raises(InputError, match="subscribers"):
        load_page(page(body, head=locked).encode(), origin="a.html")


@pytest.mark.parametrize(
    "hidden",
    [
        "",
        "<div hidden>{}</div>",
        "<main hidden><p>Loading the newest comments of readers.</p></main>",
    ],
)
def test_a_short_article_is_read_beside_what_the_page_hides(hidden: str) -> None:
    brief = (
        "The pier stays shut until the spring, the town council said on Monday after divers had "
        "looked at the piles and found two of them broken."
    )
    other = "".join(f"<p>{each}</p>" for each in SAID)
    source = f"<body>{MENU}<h1>Pier shut</h1><p>{brief}</p>{hidden.format(other)}</body>"
    text = load_page(source.encode(), origin="a.html").text
    assert brief in text
    assert SAID[0] not in text


def test_a_teaser_gives_way_to_the_long_article_that_the_page_hides() -> None:
    teaser = "<p>Sign up for the letter of the morning, and read the news of the harbour first.</p>"
    said = "".join(f"<p>{each}</p>" for each in SAID)
    text = load_page(page(f"{teaser * 2}<main hidden>{said}</main>").encode(), origin="a").text
    assert all(each in text for each in SAID)


@pytest.mark.parametrize("nested", [False, True])
@pytest.mark.parametrize("markup", [False, True])
def test_the_text_that_only_a_pages_data_give_is_shown_as_such(nested: bool, markup: bool) -> None:
    text = "".join(f"<p>{each}</p>" for each in SAID) if markup else "\n\n".join(SAID)
    told: object = {"@type": "NewsArticle", "articleBody": text}
    data = json.dumps({"@graph": [{"@type": "WebSite"}, told]} if nested else told)
    head = f"<script type='application/ld+json'>{data}</script>"
    article = load_page(page(f"{MENU}<div id='root'></div>", head=head).encode(), origin="a.html")
    assert article.text == "\n\n".join(SAID)
    assert any("data" in notice for notice in article.notices)


def test_what_a_pages_data_keep_for_subscribers_is_not_shown() -> None:
    told = {"@type": "NewsArticle", "isAccessibleForFree": "False", "articleBody": " ".join(SAID)}
    head = f"<script type='application/ld+json'>{json.dumps(told)}</script>"
    with pytest.raises(InputError, match="subscribers"):
        load_page(page("<div id='root'></div>", head=head).encode(), origin="a.html")


def test_a_short_article_beside_a_long_talk_of_readers_is_the_article() -> None:
    words = "I take the early bus since {0}, and it has been late on {0} mornings this month alone."
    talk = "".join(f"<div class='comment'><p>{words.format(n)}</p></div>" for n in range(60))
    article = "".join(f"<p>{each}</p>" for each in paragraphs(150))
    body = f"<article><h1>Pier</h1>{article}</article><div id='comments'>{talk}</div>"
    text = load_page(page(body).encode(), origin="a.html").text
    assert "early bus" not in text


def test_a_short_notice_in_a_language_without_spaces_is_no_empty_page() -> None:
    words = (
        "港口的老桥将在五月重新开放，市议会星期二晚上经过长时间的会议后决定。商店期待更多的游客。"
    )
    assert load_page(page(f"<p>{words}</p>").encode(), origin="a.html").text == words
