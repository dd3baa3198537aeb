"""Texts that cannot be had again, kept with what is written in them."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from inquit.correcting.actions import NotAQuote
from inquit.errors import StoreError
from inquit.model.annotation import SourceKey, target_of
from inquit.model.article import Article, ArticleId, article_of
from inquit.model.correction import Proposal
from inquit.model.span import Span
from inquit.model.structure import Block, BlockKind, Link
from inquit.store.folders import config_dir
from inquit.store.pages.kept_pages import KeptPages
from inquit.store.pages.kept_texts import keep_text, load_text
from inquit.store.pages.page_quota import prune
from inquit.store.reading_state import ReadingState
from inquit.store.records.record_factory import new_bookmark, new_correction, new_note
from inquit.store.records.repository import Repository

TEXT = "A heading\n“No,” said Ann Lee.\nIt rained\u2029 \ud800."
PIPED = replace(
    article_of(TEXT, article_id="sha256:1", origin="standard input"),
    title="A heading",
    byline="By Somebody",
    published="2026-11-28",
    blocks=(Block(span=Span(0, 9), kind=BlockKind.HEADING, level=2),),
    links=(Link(span=Span(10, 13), target="https://a.example/"),),
    site="The Post",
    language="en",
    notices=("told",),
    page_words=12,
    suggested_id=ArticleId("https://a.example/page"),
    whole=True,
)


@pytest.fixture
def pages(folder: Path) -> KeptPages:
    return KeptPages(folder)


def _without_notice(article: Article | None) -> Article:
    assert article is not None
    assert article.notices[0].startswith("This is the text as it was kept on 20")
    return replace(article, notices=article.notices[1:])


def test_an_article_comes_back_as_it_was(pages: KeptPages) -> None:
    bare = article_of("x")
    unset = {each.name for each in fields(Article)} - {"id", "text", "text_digest", "retrieved"}
    assert not [name for name in unset if getattr(PIPED, name) == getattr(bare, name)]
    assert load_text(PIPED.id, pages) is None
    assert keep_text(PIPED, pages) is None
    assert _without_notice(load_text(PIPED.id, pages)) == PIPED


def test_a_text_is_kept_once_and_a_changed_one_beside_it(pages: KeptPages) -> None:
    changed = replace(article_of("Another text.", article_id=PIPED.id), title="Changed")
    for article in (PIPED, PIPED, changed, PIPED):
        keep_text(article, pages)
    assert [page.text_digest for page in pages.versions(PIPED.id)] == [
        PIPED.text_digest,
        changed.text_digest,
    ]
    assert _without_notice(load_text(PIPED.id, pages)).title == "Changed"
    assert _without_notice(load_text(PIPED.id, pages, PIPED.text_digest)) == PIPED
    assert _without_notice(load_text(PIPED.id, pages, "no such")).title == "Changed"


@pytest.mark.parametrize("article_id", ["https://a.example/", "http://a.example/x", "seed:x"])
def test_what_can_be_had_again_is_not_kept(pages: KeptPages, article_id: str) -> None:
    keep_text(replace(PIPED, id=ArticleId(article_id)), pages)
    assert pages.versions(article_id) == ()


def test_a_text_is_listed_by_its_title_or_by_how_it_begins(pages: KeptPages) -> None:
    untitled = article_of("word " * 40, article_id="entry:2")
    for article in (PIPED, untitled):
        keep_text(article, pages)
    found = pages.titles([PIPED.id, untitled.id, ArticleId("sha256:none")])
    assert found[PIPED.id] == "A heading"
    assert found[untitled.id] == f"{'word ' * 40}"[:79] + "…"
    assert len(found) == 2


def test_a_kept_text_is_the_users_alone(pages: KeptPages) -> None:
    keep_text(PIPED, pages)
    for path in [pages.folder, *pages.folder.rglob("*")]:
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600)


def test_a_damaged_text_is_told(pages: KeptPages) -> None:
    keep_text(PIPED, pages)
    (path,) = pages.folder.rglob("*.page")
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(StoreError, match="damaged"):
        load_text(PIPED.id, pages)


def _write(kind: str, folder: Path, article: Article) -> None:
    span = Span(10, 12)
    with Repository.open(folder) as store:
        if kind == "bookmark":
            store.add_bookmark(new_bookmark(article, span))
        elif kind == "correction":
            wrong = Proposal(span=span, action=NotAQuote.name)
            store.add_correction(new_correction(article, wrong))
        elif kind == "note":
            store.add_note(new_note("a man", "x", about=SourceKey(f"unnamed:{article.id}#0:s1")))
    if kind == "letter":
        ReadingState.open(config_dir()).keep_mark(article.id, "a", target_of(article, span))


@pytest.mark.parametrize("kind", ["bookmark", "correction", "note", "letter"])
def test_a_text_stays_as_long_as_something_is_written_in_it(
    folder: Path, pages: KeptPages, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INQUIT_CONFIG_DIR", str(folder.with_name("config")))
    bare = replace(PIPED, id=ArticleId("sha256:2"))
    for article in (PIPED, bare):
        keep_text(article, pages)
    _write(kind, folder, PIPED)
    assert [page.address for page in prune(pages, 0).removed] == [bare.id]
    assert load_text(PIPED.id, pages) is not None
