"""What is forgotten is gone from the index, the caches and the analyses."""

from __future__ import annotations

from pathlib import Path

import pytest

from inquit.errors import UnknownRecordError
from inquit.model.article import ArticleId
from inquit.service.library.forgetting import find_forgettable, forget
from inquit.store.analysis_cache import AnalysisCache
from inquit.store.reading_state import ReadingState
from tests.library.index.making import make_analysis
from tests.service.library.conftest import ENGINE, SCHOOLS, TARIFFS, Shelf


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INQUIT_CONFIG_DIR", str(tmp_path / "config"))


def test_nothing_of_a_forgotten_article_is_left(shelf: Shelf, tmp_path: Path) -> None:
    article = shelf.keep(TARIFFS.replace("Traders", "Zzyzx"), "sha256:a")
    AnalysisCache(tmp_path / "cache").put(article, make_analysis(article, ENGINE))
    shelf.keep(SCHOOLS, "sha256:b")
    shelf.catch_up()
    state = ReadingState.open(tmp_path / "config")
    state.keep_recent("sha256:a", "Zzyzx")
    state.keep_position(ArticleId("sha256:a"), 7, article.text_digest)
    done = forget(find_forgettable("sha256:a", shelf.library), shelf.library, state)
    assert (done.versions, done.analyses) == (1, 2)
    for path in (each for each in tmp_path.rglob("*") if each.is_file()):
        data = path.read_bytes()
        assert b"zzyzx" not in data.lower(), path
        assert article.text_digest.encode() not in data, path
    assert shelf.find("doors") == ["sha256:b"]
    assert shelf.find("by:ruiz") == ["sha256:b"]
    assert state.position(ArticleId("sha256:a")) is None


def test_what_is_not_kept_cannot_be_forgotten(shelf: Shelf) -> None:
    with pytest.raises(UnknownRecordError):
        find_forgettable("sha256:none", shelf.library)
