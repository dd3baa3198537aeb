"""What an inquit of schema 3 wrote in all its folders is read as it was meant."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from inquit.model.annotation import Target, name_key
from inquit.model.article import Article, article_of
from inquit.model.quotation import Analysis
from inquit.store.analysis_cache import AnalysisCache
from inquit.store.pages.kept_pages import KeptPages
from inquit.store.pages.kept_texts import load_text
from inquit.store.pages.page_quota import limit
from inquit.store.reading_state import ReadingState, Recent
from inquit.store.records.drafts import Drafts
from inquit.store.records.repository import Repository
from inquit.store.records.subscriptions import Subscriptions

DATA = Path(__file__).parent / "data" / "version-3"
TEXT = (
    "“The harbour will open on Monday,” said Ines Castro, who runs the port office.\n\n"
    "Tom Okafor, a baker, did not believe her."
)
SAID = "The harbour will open on Monday"
PAGE = "https://herald.example/harbour"


@pytest.fixture(autouse=True)
def written(tmp_path: Path) -> None:
    for source in sorted(DATA.rglob("*")):
        path = tmp_path / source.relative_to(DATA)
        if source.is_dir():
            path.mkdir(mode=0o700)
        else:
            shutil.copyfile(source, path)
            path.chmod(0o600)


def _article() -> Article:
    return article_of(TEXT, article_id="pipe:harbour", origin="a pipe")


def _assert_on_what_was_said(target: Target) -> None:
    assert target.article_id == "pipe:harbour"
    assert target.text_digest == _article().text_digest
    assert (target.position.start, target.position.end) == (1, 32)
    assert target.quote.exact == SAID
    assert (target.twin_share, target.framed_share) == (0.17, 0.09)


def test_bookmarks_notes_corrections_and_the_bin_are_all_there(folder: Path) -> None:
    with Repository.open(folder) as repository:
        (mark,), (fix,) = repository.bookmarks(), repository.corrections()
        assert (mark.label, mark.comment, mark.target.inquit) == (
            "Opening date",
            "check",
            "said Ines Castro",
        )
        for target in (mark.target, fix.target):
            _assert_on_what_was_said(target)
        assert (fix.action, fix.values) == ("attribute", (("name", "Tom Okafor"),))
        notes = repository.notes(name_key("Ines Castro"))
        assert [note.body for note in notes] == ["called back\nzwei Zeilen é", "could not be saved"]
        assert notes[0].tags == ("port",)
        assert [item.record.id for item in repository.removed()] == [repository.undo().record.id]  # type: ignore[union-attr]


def test_a_change_that_could_not_be_saved_is_saved_now_and_said_to_be(folder: Path) -> None:
    with Repository.open(folder) as repository:
        told = "1 change that an earlier session could not save is saved now"
        assert repository.recovery == told
    with Repository.open(folder) as repository:
        assert repository.recovery is None
        assert len(repository.notes()) == 2


def test_a_damaged_file_is_made_good_from_its_backup_and_journal(folder: Path) -> None:
    (folder / "inquit.json").write_bytes(b"damaged")
    with Repository.open(folder) as repository:
        assert "recovered from the backup of" in str(repository.recovery)
        assert (len(repository.bookmarks()), len(repository.corrections())) == (1, 1)
        assert (len(repository.notes()), len(repository.removed())) == (2, 1)


def test_feeds_come_with_what_was_read_and_what_was_removed(folder: Path) -> None:
    with Subscriptions(folder) as feeds:
        assert feeds.recovery is None
        assert [feed.title for feed in feeds.all()] == ["a"]
        entries = feeds.entries("https://a.example/f")
        assert [(e.title, e.read, e.content) for e in entries] == [
            ("one", True, ""),
            ("two", False, "all of it"),
        ]
        assert feeds.undo() == "feed b"
        assert feeds.get("https://b.example/f").etag == '"x"'
        assert feeds.unread_counts() == {"https://a.example/f": 1, "https://b.example/f": 1}


def test_kept_pages_and_texts_come_with_all_their_versions(folder: Path) -> None:
    pages = KeptPages(folder)
    for address in (PAGE, f"{PAGE}/amp"):
        first, second = pages.versions(address)
        assert (first.text_digest, second.text_digest) == ("1" * 64, "2" * 64)
        assert pages.data(first) == b"<p>first</p>"
        assert pages.newest_readable(address) == (second, b"<p>second</p>", None)
        assert pages.shows_whole(address)
    text = load_text(_article().id, pages)
    assert text is not None
    assert text.text == TEXT


def test_a_draft_is_pending(folder: Path) -> None:
    drafts = Drafts.open(folder).pending()
    assert [(draft.key, draft.text) for draft in drafts] == [("note:Ines Castro", "half a sen")]


def test_positions_marks_choices_and_settings_are_remembered(tmp_path: Path) -> None:
    state = ReadingState.open(tmp_path / "config")
    assert state.position(_article().id) == 42
    _assert_on_what_was_said(state.marks(_article().id)["a"])
    choices = [state.preference(name) for name in ("theme", "sidebar_width", "mouse")]
    assert choices == ["inquit-dark", 40, True]
    assert state.recent() == (Recent(reference=PAGE, title="The harbour"),)
    assert limit() == 123_000_000


def test_a_cached_analysis_in_earlier_rows_is_none_and_is_kept_anew(tmp_path: Path) -> None:
    """It is derived, and the engine that made it is another one, so that nothing is lost."""
    cache = AnalysisCache(tmp_path / "cache")
    assert cache.has(_article(), "1.0", "en 3.8.0")
    assert cache.get(_article(), "1.0", "en 3.8.0") is None
    analysis = Analysis(
        article_id=_article().id,
        text_digest=_article().text_digest,
        engine_version="1.0",
        model_name="en 3.8.0",
        quotes=(),
        mentions=(),
        sources=(),
        attributions=(),
    )
    cache.put(_article(), analysis)
    assert cache.get(_article(), "1.0", "en 3.8.0") == analysis
