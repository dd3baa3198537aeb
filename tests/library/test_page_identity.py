"""Which article a page is: no page takes another's place by what it says or where it leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from inquit.errors import InputError
from inquit.library.web_pages import open_url, versions_of
from inquit.loaders.net.fetching import Limits
from inquit.model.article import Article, ArticleId
from inquit.model.span import Span
from inquit.store.pages.kept_pages import KeptPage, KeptPages
from inquit.store.records.record_factory import new_bookmark
from inquit.store.records.repository import Repository
from tests.loaders.server import Server, running

QUICK = Limits(retries=0)
STORY = "The harbour council met for hours on Tuesday and decided to close the pier for good. "
OTHER = "The school board met for hours on Monday and decided to build a hall after all. "
LOGIN = "Please log in with your name and your password to go on reading what you came for. "


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setenv("INQUIT_CONFIG_DIR", str(tmp_path / "config"))
    with running() as served:
        yield served


@pytest.fixture
def pages(tmp_path: Path) -> KeptPages:
    return KeptPages(tmp_path / "data")


def _page(words: str, canonical: str | None = None, title: str = "Pier") -> bytes:
    link = f"<link rel='canonical' href='{canonical}'>" if canonical else ""
    return (
        f"<html><head><title>{title}</title>{link}</head><body><article><h1>{title}</h1>"
        f"<p>{words * 3}</p><p>{words * 2}</p></article></body></html>"
    ).encode()


def _open(server: Server, pages: KeptPages, path: str, *, refresh: bool = False) -> Article:
    return open_url(server.url(path), refresh=refresh, pages=pages, limits=QUICK)


def test_a_page_that_calls_itself_another_article_replaces_it_nowhere(
    server: Server, pages: KeptPages
) -> None:
    server.gives("/story", _page(STORY))
    server.gives("/hostile", _page(OTHER, "/story"))
    hostile = _open(server, pages, "/hostile")
    assert hostile.id == server.url("/hostile")
    story = _open(server, pages, "/story")
    assert (story.id, "harbour" in story.text) == (server.url("/story"), True)
    assert "school" in _open(server, pages, "/hostile").text
    assert len(versions_of(story.id, pages=pages)) == 1


@pytest.mark.parametrize("canonical", ["http://127.0.0.1:1/story", "https://127.0.0.1/story"])
def test_a_name_on_another_port_or_scheme_is_not_asked(
    server: Server, pages: KeptPages, canonical: str
) -> None:
    server.gives("/a", _page(STORY, canonical))
    assert _open(server, pages, "/a").id == server.url("/a")
    assert [path for path, _ in server.asked] == ["/a"]


def test_what_only_tracks_is_left_out_where_the_page_says_so(
    server: Server, pages: KeptPages
) -> None:
    server.gives("/story?ocid=mail&id=7", _page(STORY, "/story?id=7"))
    assert _open(server, pages, "/story?ocid=mail&id=7").id == server.url("/story?id=7")
    assert [path for path, _ in server.asked] == ["/story?ocid=mail&id=7"]


def test_a_name_is_taken_where_the_page_of_that_name_has_the_same_text(
    server: Server, pages: KeptPages
) -> None:
    server.gives("/story?ref=mail", _page(STORY, "/story"))
    server.gives("/story", _page(STORY))
    article = _open(server, pages, "/story?ref=mail")
    assert article.id == server.url("/story")
    asked = len(server.asked)
    assert _open(server, pages, "/story").id == article.id
    assert _open(server, pages, "/story?ref=mail").id == article.id
    assert len(server.asked) == asked


def test_a_kept_page_of_that_name_settles_it_without_a_request(
    server: Server, pages: KeptPages
) -> None:
    server.gives("/story", _page(STORY))
    server.gives("/print", _page(STORY, "/story"))
    server.gives("/hostile", _page(OTHER, "/story"))
    _open(server, pages, "/story")
    assert _open(server, pages, "/print").id == server.url("/story")
    assert _open(server, pages, "/hostile").id == server.url("/hostile")
    assert [path for path, _ in server.asked] == ["/story", "/print", "/hostile"]


@pytest.mark.parametrize("answer", ["none", "redirect", "picture"])
def test_a_name_that_leads_to_no_such_page_is_not_taken(
    server: Server, pages: KeptPages, answer: str
) -> None:
    server.gives("/a", _page(STORY, "/story"))
    if answer == "redirect":
        server.leads("/story", "/a")
    elif answer == "picture":
        server.gives("/story", b"\x89PNG", Content_Type="image/png")
    assert _open(server, pages, "/a").id == server.url("/a")


def test_a_page_that_was_kept_under_a_name_of_its_own_stays_reachable_by_both_addresses(
    server: Server, pages: KeptPages
) -> None:
    """As earlier versions kept it: under any canonical address of the same host."""
    server.gives("/a?x=1", _page(STORY, "/story"))
    made = _open(server, pages, "/a?x=1")
    (version,) = versions_of(made.id, pages=pages)
    earlier = KeptPages(pages.folder.parent / "earlier")
    old = KeptPage(address=server.url("/b"), url=version.url, text_digest=version.text_digest)
    earlier.keep(old, pages.data(version), [server.url("/a?x=1")])
    for path in ("/b", "/a?x=1"):
        assert _open(server, earlier, path).id == server.url("/b")
    again = _open(server, earlier, "/a?x=1", refresh=True)
    assert (again.id, again.text) == (server.url("/b"), made.text)


def test_a_text_that_was_marked_under_another_name_keeps_that_name(
    server: Server, pages: KeptPages
) -> None:
    """Earlier versions took any name of the same host, and the page may not be kept any more."""
    server.gives("/a", _page(STORY))
    marked = replace(
        _open(server, KeptPages(pages.folder / "x"), "/a"), id=ArticleId(server.url("/b"))
    )
    with Repository.open(pages.folder.parent) as repository:
        repository.add_bookmark(new_bookmark(marked, Span(0, 4)))
    server.gives("/a", _page(STORY, "/b"))
    assert _open(server, pages, "/a").id == server.url("/b")
    server.gives("/c", _page(OTHER, "/b"))
    assert _open(server, pages, "/c").id == server.url("/c")


@pytest.mark.parametrize("status", [302, 303, 307])
def test_what_leads_elsewhere_for_the_moment_is_asked_again_the_next_time(
    server: Server, pages: KeptPages, status: int
) -> None:
    server.leads("/story", "/members?to=x", status=status)
    server.gives("/members?to=x", _page(LOGIN))
    assert _open(server, pages, "/story").id == server.url("/members?to=x")
    server.gives("/story", _page(STORY))
    story = _open(server, pages, "/story")
    assert (story.id, "harbour" in story.text) == (server.url("/story"), True)


@pytest.mark.parametrize("status", [301, 308])
def test_an_article_that_moved_for_good_opens_by_its_old_address(
    server: Server, pages: KeptPages, status: int
) -> None:
    server.leads("/old", "/new", status=status)
    server.gives("/new", _page(STORY))
    assert _open(server, pages, "/old").id == server.url("/new")
    server.answers.clear()
    assert _open(server, pages, "/old").id == server.url("/new")


@pytest.mark.parametrize("target", ["/login", "/", "/gate?next=%2Fnews%2Fstory"])
def test_what_moved_for_good_to_a_page_before_it_is_asked_again(
    server: Server, pages: KeptPages, target: str
) -> None:
    server.leads("/news/story", target, status=301)
    server.gives(target, _page(LOGIN))
    _open(server, pages, "/news/story")
    server.gives("/news/story", _page(STORY))
    assert _open(server, pages, "/news/story").id == server.url("/news/story")


def test_a_chain_with_one_step_for_the_moment_makes_no_lasting_name(
    server: Server, pages: KeptPages
) -> None:
    server.leads("/a", "/b", status=301)
    server.leads("/b", "/c", status=302)
    server.gives("/c", _page(STORY))
    _open(server, pages, "/a")
    server.gives("/a", _page(OTHER))
    assert "school" in _open(server, pages, "/a").text


@pytest.mark.parametrize("status", [301, 302])
def test_a_log_in_page_is_no_new_version_of_an_article(
    server: Server, pages: KeptPages, status: int
) -> None:
    server.gives("/story", _page(STORY))
    before = _open(server, pages, "/story")
    server.leads("/story", "/login", status=status)
    server.gives("/login", _page(LOGIN, title="Log in"))
    with pytest.raises(InputError, match=r"leads to .*/login for the moment, another page"):
        _open(server, pages, "/story", refresh=True)
    assert len(versions_of(before.id, pages=pages)) == 1
    assert _open(server, pages, "/story") == before


def test_an_article_that_is_served_elsewhere_for_the_moment_gets_its_new_version(
    server: Server, pages: KeptPages
) -> None:
    server.gives("/story", _page(STORY))
    before = _open(server, pages, "/story")
    server.leads("/story", "/mirror/story", status=302)
    server.gives("/mirror/story", _page(f"{STORY}It rained. "))
    after = _open(server, pages, "/story", refresh=True)
    assert (after.id, "It rained" in after.text) == (before.id, True)
    assert len(versions_of(before.id, pages=pages)) == 2
