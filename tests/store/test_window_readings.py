"""Readings of windows: kept one by one, whatever cuts them off."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from inquit.errors import StoreWriteError
from inquit.model.article import article_of
from inquit.store import window_readings
from inquit.store.analysis_cache import AnalysisCache
from inquit.store.window_readings import WindowReadings

ARTICLE = article_of("One.\nTwo.")


def readings(folder: Path, *, engine: str = "1", model: str = "m") -> WindowReadings:
    return WindowReadings(folder, ARTICLE, engine, model)


def only_file(folder: Path) -> Path:
    (path,) = (folder / "readings").iterdir()
    return path


def test_what_is_added_is_there_the_next_time(tmp_path: Path) -> None:
    kept = readings(tmp_path)
    assert kept.get() == {}
    kept.add(0, b"zero")
    kept.add(7, b"")
    readings(tmp_path).add(3, b"three" * 1_000)
    assert readings(tmp_path).get() == {0: b"zero", 7: b"", 3: b"three" * 1_000}


def test_another_engine_model_or_text_has_no_share(tmp_path: Path) -> None:
    readings(tmp_path).add(0, b"zero")
    assert readings(tmp_path, engine="2").get() == {}
    assert readings(tmp_path, model="n").get() == {}
    assert WindowReadings(tmp_path, article_of("One.\nThree."), "1", "m").get() == {}


@pytest.mark.parametrize("cut", [1, 20, 47, 49, 55])
def test_what_was_cut_off_is_passed_over_and_what_follows_is_read(cut: int, tmp_path: Path) -> None:
    readings(tmp_path).add(0, b"zero")
    path = only_file(tmp_path)
    whole = path.read_bytes()
    readings(tmp_path).add(1, b"one, which is longer")
    path.write_bytes(path.read_bytes()[: len(whole) + cut])
    assert readings(tmp_path).get() == {0: b"zero"}
    readings(tmp_path).add(2, b"two")
    assert readings(tmp_path).get() == {0: b"zero", 2: b"two"}


def test_what_is_damaged_is_passed_over(tmp_path: Path) -> None:
    for number in range(3):
        readings(tmp_path).add(number, f"reading {number}".encode())
    path = only_file(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"reading 1", b"reading X"))
    assert set(readings(tmp_path).get()) == {0, 2}


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_nobody_else_can_read_them(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    readings(folder).add(0, b"zero")
    path = only_file(folder)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_what_cannot_be_written_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "readings").write_text("in the way")
    with pytest.raises(StoreWriteError, match="not kept"):
        readings(tmp_path).add(0, b"zero")


def test_a_link_in_its_place_is_refused(tmp_path: Path) -> None:
    readings(tmp_path).add(0, b"zero")
    path, elsewhere = only_file(tmp_path), tmp_path / "elsewhere"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    assert readings(tmp_path).get() == {}
    with pytest.raises(StoreWriteError):
        readings(tmp_path).add(1, b"one")
    assert b"one" not in elsewhere.read_bytes()


def test_dropped_ones_are_gone(tmp_path: Path) -> None:
    kept = readings(tmp_path)
    kept.drop()
    kept.add(0, b"zero")
    kept.drop()
    assert readings(tmp_path).get() == {}
    assert list((tmp_path / "readings").iterdir()) == []


def test_only_so_many_texts_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window_readings, "MOST_FILES", 3)
    for number in range(6):
        WindowReadings(tmp_path, article_of(f"{number}."), "1", "m").add(0, b"x")
        path = next((tmp_path / "readings").glob(f"{article_of(f'{number}.').text_digest}*"))
        os.utime(path, (number, number))
    assert len(list((tmp_path / "readings").iterdir())) == 3
    assert WindowReadings(tmp_path, article_of("5."), "1", "m").get() == {0: b"x"}
    assert WindowReadings(tmp_path, article_of("0."), "1", "m").get() == {}


def test_only_so_many_bytes_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window_readings, "MOST_BYTES", 1_000)
    other = WindowReadings(tmp_path, article_of("Other."), "1", "m")
    other.add(0, b"x" * 1_200)
    readings(tmp_path).add(0, b"y")
    assert other.get() == {}
    assert readings(tmp_path).get() == {0: b"y"}


def test_they_are_no_analysis_and_forgotten_with_it(tmp_path: Path) -> None:
    cache = AnalysisCache(tmp_path)
    cache.readings(ARTICLE, "1", "m").add(0, b"zero")
    assert cache.get(ARTICLE, "1", "m") is None
    cache.forget(ARTICLE.text_digest)
    assert cache.readings(ARTICLE, "1", "m").get() == {}
