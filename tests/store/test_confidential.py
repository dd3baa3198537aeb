"""Folders 0700 and files 0600 from their creation on, whatever the umask."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from inquit.errors import StoreWriteError
from inquit.model.article import ArticleId
from inquit.model.feed import Subscription
from inquit.model.quotation import Analysis
from inquit.store import folders
from inquit.store.analysis_cache import AnalysisCache
from inquit.store.durability.files import Disk
from inquit.store.pages.kept_pages import KeptPage, KeptPages
from inquit.store.reading_state import ReadingState
from inquit.store.records.drafts import Drafts
from inquit.store.records.repository import Repository
from inquit.store.records.subscriptions import Subscriptions
from inquit.store.restore import back_up
from tests.store.making import FailingDisk, article, note


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o777], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


class WatchingDisk(FailingDisk):
    """Notes the mode that each file has at the moment of its creation."""

    def __init__(self) -> None:
        super().__init__()
        self.modes: set[int] = set()

    def create(self, path: Path) -> int:
        return self._watched(super().create(path))

    def open_to_append(self, path: Path) -> int:
        return self._watched(super().open_to_append(path))

    def _watched(self, descriptor: int) -> int:
        self.modes.add(stat.S_IMODE(os.fstat(descriptor).st_mode))
        return descriptor


@pytest.mark.usefixtures("umask")
def test_feeds_and_pages_are_the_users_alone(tmp_path: Path) -> None:
    disk, data = WatchingDisk(), tmp_path / "never" / "made"
    pages = KeptPages(data, disk=disk)
    with Subscriptions(data, disk=disk) as feeds:
        for number in range(3):
            feeds.put(Subscription(url=f"https://a.example/{number}"))
            page = KeptPage(address="https://a.example/", url="", text_digest=str(number))
            pages.keep(page, b"x", ["https://a.example/go"])
        pages.show_whole("https://a.example/", whole=True)
        feeds.remove("https://a.example/1")
        back_up(data)
    ((path, _), *_) = pages.all()
    path.write_bytes(b"")
    pages.newest_readable("https://a.example/")
    for path in (data, *data.rglob("*")):
        assert stat.S_IMODE(path.lstat().st_mode) == (0o700 if path.is_dir() else 0o600), path
    assert disk.modes == {0o600}


@pytest.mark.usefixtures("umask")
def test_everything_that_is_written_is_the_users_alone(tmp_path: Path) -> None:
    disk = WatchingDisk()
    data, cache, config = folders.data_dir(), folders.cache_dir(), folders.config_dir()
    with Repository.open(data, disk=disk) as repository:
        for number in range(15):
            repository.add_note(note(at=number))
        disk.fail(errno.EIO, "sync", within=data)
        with pytest.raises(StoreWriteError):
            repository.add_note(note("kept elsewhere"))
        disk.heal()
    (data / "inquit.json").write_bytes(b"damaged")
    Repository.open(data, disk=disk, rescue_folders=[]).close()
    Drafts.open(data, disk=disk).keep("key", "text")
    ReadingState.open(config, disk=disk).keep_position(ArticleId("a"), 3)
    AnalysisCache(cache, disk=disk).put(article("text"), _analysis())
    found = [path for top in (data, cache, config) for path in [top, *top.rglob("*")]]
    modes = {str(path.relative_to(tmp_path)): _mode(path) for path in found}
    assert modes == {name: 0o700 if (tmp_path / name).is_dir() else 0o600 for name in modes}
    assert disk.modes == {0o600}
    names = " ".join(modes)
    for part in ("lock", "journal", "rescue", "damaged/", "drafts/", "analyses/", ".spare"):
        assert part in names


def test_the_lock_file_says_nothing_of_what_is_written(folder: Path) -> None:
    with Repository.open(folder) as repository:
        repository.add_note(note("a secret", name="A Source"))
    assert b"secret" not in (folder / "lock").read_bytes()


def test_a_fault_says_nothing_of_what_is_written(folder: Path) -> None:
    disk = FailingDisk()
    with Repository.open(folder, disk=disk) as repository:
        disk.fail(errno.ENOSPC, within=folder)
        with pytest.raises(StoreWriteError) as told:
            repository.add_note(note("a secret", name="A Source"))
    assert "secret" not in str(told.value)
    assert "Source" not in str(told.value)


def test_a_folder_that_was_there_is_tightened_only_if_it_is_the_stores(tmp_path: Path) -> None:
    own, shared = tmp_path / "data", tmp_path / "shared"
    for folder in (own, shared):
        folder.mkdir()
        folder.chmod(0o755)
    (shared / "of somebody else.txt").write_text("x")
    assert _mode(folders.data_dir()) == 0o700
    with Repository.open(shared) as repository:
        repository.add_note(note())
    assert _mode(shared / "inquit.json") == 0o600


def test_a_folder_that_the_user_made_read_only_stays_so(folder: Path) -> None:
    with Repository.open(folder) as repository:
        repository.add_note(note())
    folder.chmod(0o555)
    folders.data_dir()
    assert _mode(folder) == 0o500
    folder.chmod(0o700)


def test_asking_for_a_folder_makes_it_and_importing_does_not(tmp_path: Path) -> None:
    assert not (tmp_path / "cache").exists()
    assert folders.cache_dir() == tmp_path / "cache"
    assert (tmp_path / "cache").is_dir()
    assert folders.default_rescue_folders()[0] == tmp_path / "config" / "rescue"
    assert not folders.default_rescue_folders()[0].exists()


@pytest.mark.parametrize("kind", ["link", "folder", "pipe"])
def test_only_a_regular_file_is_read(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "data.json"
    if kind == "link":
        path.symlink_to(tmp_path / "elsewhere")
    elif kind == "folder":
        path.mkdir()
    else:
        os.mkfifo(path)
    with pytest.raises(OSError, match=r"data\.json"):
        Disk().read(path)


def test_a_spare_file_with_a_second_name_is_not_reused(tmp_path: Path) -> None:
    path = tmp_path / "spare"
    path.write_bytes(b"a copy that somebody kept")
    os.link(path, tmp_path / "kept")
    with pytest.raises(OSError, match="spare"):
        Disk().open_again(path)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _analysis() -> Analysis:
    return Analysis(
        article_id=ArticleId("a"),
        text_digest="0" * 64,
        engine_version="1",
        model_name="m",
        quotes=(),
        mentions=(),
        sources=(),
        attributions=(),
    )
