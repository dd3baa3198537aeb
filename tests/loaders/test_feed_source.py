"""A feed is bounded before it is parsed."""

from __future__ import annotations

import pytest

from inquit.errors import InputError
from inquit.loaders.feed.parser import MOST_ENTRIES, load_feed
from inquit.loaders.feed.source import MOST_BYTES, limit_source

HEAD = '<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>'
ITEM = "<item><title>Nº {0}</title><link>https://e.example/{0}</link></item>"
TAIL = "</channel></rss>"


def _feed(items: str, tail: str = TAIL) -> bytes:
    return f"{HEAD}{items}{tail}".encode()


def test_of_a_feed_of_entries_without_end_the_first_are_read() -> None:
    source = _feed("".join(map(ITEM.format, range(50_000))))
    feed = load_feed(source, origin="a.xml")
    assert len(feed.entries) == MOST_ENTRIES
    assert feed.entries[-1].title == f"Nº {MOST_ENTRIES - 1}"
    assert limit_source(source, 2, origin="a.xml") == _feed(ITEM.format(0) + ITEM.format(1))


def test_a_feed_of_few_entries_is_left_as_it_is() -> None:
    source = _feed(ITEM.format(1))
    assert limit_source(source, 2, origin="a.xml") == source


def test_an_entry_with_attributes_without_end_is_read() -> None:
    many = " ".join(f"a{number}='{number}'" for number in range(50_000))
    feed = load_feed(_feed(f"<item {many}><title>One</title></item>"), origin="a.xml")
    assert [entry.title for entry in feed.entries] == ["One"]


@pytest.mark.parametrize(
    "data",
    [b"<rss>" + b" " * MOST_BYTES, ("<rss>" + " " * (MOST_BYTES // 2)).encode("utf-16")],
    ids=["bytes", "wide"],
)
def test_what_is_too_large_for_a_feed_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="no feed is that large"):
        load_feed(data, origin="a.xml")


def test_an_entity_that_doubles_without_end_stays_small() -> None:
    doubling = '<!ENTITY e0 "words">' + "".join(
        f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9)
    )
    source = f'<!DOCTYPE rss [{doubling}]><rss version="2.0"><channel><title>&e9;</title>'
    feed = load_feed(f"{source}<item><title>One</title></item>{TAIL}".encode(), origin="a.xml")
    assert len(feed.title) < 1000


@pytest.mark.parametrize("declared", ["", ' encoding="UTF-16"', " encoding='utf-16le' "])
@pytest.mark.parametrize(
    "encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_a_feed_of_several_bytes_a_character_is_read_as_any_other(
    encoding: str, declared: str
) -> None:
    many = " ".join(f"a{number}='{number}'" for number in range(5_000))
    items = f"<item {many}><title>First</title></item>" + "".join(map(ITEM.format, range(9000)))
    source = _feed(items).decode().replace("?>", f"{declared}?>", 1)
    assert len(source.encode(encoding)) > 1_000_000
    titles = [entry.title for entry in load_feed(source.encode(encoding), origin="a").entries]
    assert titles == ["First", *(f"Nº {number}" for number in range(MOST_ENTRIES - 1))]


def test_a_feed_without_a_mark_may_have_space_before_it() -> None:
    source = f"\n {HEAD}{ITEM.format(1)}{TAIL}".encode("utf-16-le")
    assert [entry.title for entry in load_feed(source, origin="a").entries] == ["Nº 1"]
