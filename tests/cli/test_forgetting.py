"""`inquit store forget`: what points at a page is told first, and copies in backups are named."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from inquit.model.article import article_of
from inquit.model.span import Span
from inquit.store.pages.kept_pages import KeptPage, KeptPages
from inquit.store.pages.kept_texts import keep_text
from inquit.store.records.record_factory import new_bookmark
from inquit.store.records.repository import Repository
from tui.cli.commands import app

PAGE = "https://herald.example/login"
ALIAS = "https://herald.example/news/pier"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INQUIT_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("INQUIT_CONFIG_DIR", str(tmp_path / "config"))
    pages = KeptPages(tmp_path / "data")
    for words in ("one", "two"):
        pages.keep(KeptPage(address=PAGE, url=PAGE, text_digest=words), b"words", [ALIAS])
    pages.keep(KeptPage(address=f"{PAGE}2", url=f"{PAGE}2", text_digest="x"), b"words")
    return tmp_path / "data"


def _forget(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["store", "forget", *arguments])


def _kept(folder: Path) -> list[str]:
    return [page.address for _, page in KeptPages(folder).all()]


@pytest.mark.parametrize("address", [PAGE, ALIAS, f"{ALIAS}?utm_source=x#part"])
def test_a_page_is_forgotten_by_any_of_its_addresses(folder: Path, address: str) -> None:
    KeptPages(folder).show_whole(PAGE, whole=True)
    shown = _forget(address)
    assert (shown.exit_code, shown.stdout) == (0, f"2 versions of {PAGE} are forgotten\n")
    assert _kept(folder) == [f"{PAGE}2"]
    pages = KeptPages(folder)
    assert pages.newest(ALIAS) is None
    assert not pages.shows_whole(PAGE)
    assert len([path for path in pages.folder.iterdir() if path.name != "lock"]) == 1


def test_what_points_at_a_page_is_told_and_stays(folder: Path) -> None:
    for article_id in (PAGE, ALIAS, f"{PAGE}2"):
        article = article_of("Log in to go on.", article_id=article_id)
        with Repository.open(folder) as repository:
            repository.add_bookmark(new_bookmark(article, Span(0, 6)))
    refused = _forget(PAGE)
    assert refused.exit_code == 2
    assert refused.stderr.count("points at it: bookmark on Log in") == 2
    assert "--force forgets the page all the same" in refused.stderr
    assert len(_kept(folder)) == 3
    forced = _forget(PAGE, "--force")
    assert (forced.exit_code, _kept(folder)) == (0, [f"{PAGE}2"])
    with Repository.open(folder) as repository:
        assert len(repository.bookmarks()) == 3


def test_copies_in_backups_are_named_and_stay(folder: Path) -> None:
    assert CliRunner().invoke(app, ["store", "backup"]).exit_code == 0
    shown = _forget(PAGE)
    (copy,) = (folder / "backups").glob("*-pages")
    assert f"a copy is still in the backup {copy}" in shown.stderr
    assert len(list(copy.rglob("*.page"))) == 3


def test_a_page_that_is_not_kept_is_told(folder: Path) -> None:
    shown = _forget("https://herald.example/other")
    assert shown.exit_code == 2
    assert "No page is kept of https://herald.example/other" in shown.stderr
    assert len(_kept(folder)) == 3


def test_the_kept_texts_of_a_pipe_and_of_a_file_are_forgotten_too(
    folder: Path, tmp_path: Path
) -> None:
    piped = article_of("It rained.", article_id="sha256:abc")
    filed = article_of("It rained.", article_id=str(tmp_path.resolve() / "rain.txt"))
    for article in (piped, filed):
        keep_text(article, KeptPages(folder))
    assert _forget("sha256:abc").exit_code == 0
    assert _forget(str(tmp_path / "rain.txt")).exit_code == 0
    assert len(_kept(folder)) == 3
