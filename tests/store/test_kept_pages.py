"""Kept pages: versions, damage, crashes, crowds."""

from __future__ import annotations

import json
import random
from contextlib import suppress
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given

from inquit.store.pages.kept_pages import KeptPage, KeptPages
from inquit.store.pages.page_file import DamagedPageError, pack_page, read_body, read_head
from tests.store.killing import acknowledged, started
from tests.store.making import Crash, FailingDisk

ADDRESS = "https://herald.example/pier"


def _page(digest: str, address: str = ADDRESS) -> KeptPage:
    return KeptPage(address=address, url=address, text_digest=digest, charset="utf-8")


@given(st.binary(max_size=200), st.text(max_size=20), st.none() | st.text(max_size=9))
def test_any_page_is_read_as_it_was_written(data: bytes, address: str, etag: str | None) -> None:
    page = KeptPage(address=address, url="", text_digest="", etag=etag)
    file = b"".join(pack_page(page, data))
    assert read_head(file) == page


_JSON = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just([[]])
_FIELDS = st.sampled_from(("address", "url", "text_digest", "number", "etag", "check", "other"))


@given(
    st.binary(max_size=80) | st.dictionaries(_FIELDS, _JSON).map(lambda d: json.dumps(d).encode())
)
def test_any_bytes_are_a_page_of_the_right_shape_or_damaged(line: bytes) -> None:
    try:
        page = read_head(line + b"\n")
    except DamagedPageError:
        return
    assert isinstance(page.address, str)
    assert page.number > 0
    assert page.etag is None or isinstance(page.etag, str)


@pytest.fixture
def two(folder: Path) -> tuple[KeptPages, KeptPage, KeptPage]:
    pages = KeptPages(folder)
    return (
        pages,
        pages.keep(_page("1"), b"the first text " * 9),
        pages.keep(_page("2"), b"another one " * 9),
    )


def _file(pages: KeptPages, page: KeptPage) -> Path:
    return next(path for path, each in pages.all() if each == page)


def test_a_version_cut_short_anywhere_gives_way_to_the_one_before(
    two: tuple[KeptPages, KeptPage, KeptPage],
) -> None:
    pages, old, new = two
    file = _file(pages, new)
    data = file.read_bytes()
    for hundredth in range(100):
        file.write_bytes(data[: len(data) * hundredth // 100])
        page, body, told = pages.newest_readable(ADDRESS)
        assert (page, body) == (old, b"the first text " * 9)
        assert not file.exists()
        assert told is None or "set aside" in told
    aside = [path.read_bytes() for path in (pages.folder / "damaged").iterdir()]
    assert len(aside) == 100


def test_a_flipped_byte_anywhere_never_passes_for_the_page(
    two: tuple[KeptPages, KeptPage, KeptPage],
) -> None:
    pages, old, new = two
    file = _file(pages, new)
    data = file.read_bytes()
    chance = random.Random(7)  # noqa: S311 - the same bytes every time
    for _ in range(200):
        spoilt = bytearray(data)
        spoilt[chance.randrange(len(data))] ^= chance.randrange(1, 256)
        file.write_bytes(spoilt)
        assert pages.newest_readable(ADDRESS)[0] == old
        with pytest.raises(DamagedPageError):
            read_body(bytes(spoilt))


def test_what_stands_in_the_place_of_a_page_is_not_followed_or_waited_for(
    two: tuple[KeptPages, KeptPage, KeptPage], tmp_path: Path
) -> None:
    pages, old, new = two
    file = _file(pages, new)
    moved = tmp_path / "elsewhere.page"
    file.rename(moved)
    file.symlink_to(moved)
    assert pages.newest_readable(ADDRESS)[0] == old
    file.unlink()
    file.mkdir()
    assert pages.newest_readable(ADDRESS)[0] == old


@pytest.mark.parametrize("step", range(14))
def test_a_crash_while_a_page_is_kept_leaves_the_versions_before(folder: Path, step: int) -> None:
    disk = FailingDisk()
    pages = KeptPages(folder, disk=disk)
    old = pages.keep(_page("1"), b"old")
    disk.crash(step)
    with suppress(Crash):
        pages.keep(_page("2"), b"new", ["https://herald.example/go"])
    disk.heal()
    found, body, told = KeptPages(folder).newest_readable(ADDRESS)
    assert found is not None
    assert (found.text_digest, body) in [("1", b"old"), ("2", b"new")]
    assert old in KeptPages(folder).versions(ADDRESS)
    assert told is None
    assert KeptPages(folder).keep(_page("3"), b"newer").number == found.number + 1


_KEEPER = """
import sys
from pathlib import Path
from inquit.store.pages.kept_pages import KeptPage, KeptPages

pages = KeptPages(Path(sys.argv[1]))
for number in range(int(sys.argv[2])):
    text = f"{sys.argv[3]} {number}"
    page = KeptPage(address="https://herald.example/pier", url="", text_digest=text)
    pages.keep(page, text.encode() * 2000)
    print(text, flush=True)
"""


def test_no_version_that_was_kept_is_lost_when_its_writer_is_killed(folder: Path) -> None:
    chance = random.Random(5)  # noqa: S311 - the same moments every time
    told: set[str] = set()
    for run in range(12):
        told |= acknowledged(_KEEPER, folder, 100_000, run, seconds=chance.uniform(0, 0.02))
    pages = KeptPages(folder)
    assert told <= {page.text_digest for page in pages.versions(ADDRESS)}
    for page in pages.versions(ADDRESS):
        assert pages.data(page) == page.text_digest.encode() * 2000
    assert not (pages.folder / "damaged").exists()


def test_no_version_of_many_processes_at_once_is_lost(folder: Path) -> None:
    keepers = [started(_KEEPER, folder, 20, number) for number in range(4)]
    told = [line for keeper in keepers for line in keeper.communicate()[0].splitlines()]
    versions = KeptPages(folder).versions(ADDRESS)
    assert len(told) == 80
    assert sorted(page.text_digest for page in versions) == sorted(told)
    assert [page.number for page in versions] == list(range(1, 81))
