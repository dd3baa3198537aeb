"""What can be made again or forgotten: cached analyses, positions, preferences."""

from __future__ import annotations

import errno
import json
import os
import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from inquit.errors import DocumentError, StoreWriteError
from inquit.model.article import Article, ArticleId, article_of
from inquit.model.quotation import (
    Analysis,
    Attribution,
    Cue,
    Mention,
    MentionKind,
    Quote,
    QuoteType,
    Source,
    SourceKind,
    quote_id,
    source_id,
)
from inquit.model.span import Span
from inquit.model.structure import Block, BlockKind
from inquit.store.analysis_cache import AnalysisCache
from inquit.store.analysis_codec import decode_analysis, encode_analysis
from inquit.store.reading_state import MOST_ARTICLES, MOST_RECENT, ReadingState
from tests.store.making import FailingDisk

DIGEST = "ab" * 32


def _analysis(article_id: str = "a", digest: str = DIGEST) -> Analysis:
    ines = source_id(DIGEST, Span(30, 41))
    mention = Mention(span=Span(30, 41), kind=MentionKind.NAME, source_id=ines)
    unlisted = Mention(span=Span(90, 92), kind=MentionKind.PRONOUN, source_id=None)
    first, second = quote_id(DIGEST, Span(0, 20)), quote_id(DIGEST, Span(60, 80))
    return Analysis(
        article_id=ArticleId(article_id),
        text_digest=digest,
        engine_version="1",
        model_name="m",
        quotes=(
            Quote(id=first, type=QuoteType.DIRECT, content_spans=(Span(0, 20), Span(44, 50))),
            Quote(id=second, type=QuoteType.MIXED, content_spans=(Span(60, 80),), within=first),
        ),
        mentions=(mention,),
        sources=(Source(id=ines, name="Ines", kind=SourceKind.PERSON, role="harbour master"),),
        attributions=(
            Attribution(
                quote_id=first,
                cue=Cue(span=Span(22, 26), lemma="say"),
                mention=mention,
                source_id=ines,
                addressee=Span(52, 55),
                method="parse",
                confidence=0.75,
                reason="subject of “said”",
            ),
            Attribution(
                quote_id=second,
                cue=None,
                mention=unlisted,
                source_id=None,
                addressee=None,
                method="none",
                confidence=0.0,
                reason="",
            ),
        ),
    )


def _article(of: Analysis) -> Article:
    return replace(article_of("text", article_id=of.article_id), text_digest=of.text_digest)


def _put(cache: AnalysisCache, analysis: Analysis) -> None:
    cache.put(_article(analysis), analysis)


def _get(cache: AnalysisCache, of: Analysis) -> Analysis | None:
    return cache.get(_article(of), of.engine_version, of.model_name)


def test_an_analysis_comes_back_as_it_was(tmp_path: Path) -> None:
    analysis, cache = _analysis(), AnalysisCache(tmp_path / "cache")
    assert _get(cache, analysis) is None
    _put(cache, analysis)
    assert _get(cache, analysis) == analysis


def test_the_same_text_elsewhere_has_the_same_analysis_under_its_own_id(tmp_path: Path) -> None:
    analysis, cache = _analysis("/a.txt"), AnalysisCache(tmp_path)
    _put(cache, analysis)
    moved = replace(analysis, article_id=ArticleId("/b.txt"))
    assert _get(cache, moved) == moved


def test_the_same_text_in_other_blocks_is_analysed_by_itself(tmp_path: Path) -> None:
    analysis, cache = _analysis(), AnalysisCache(tmp_path)
    _put(cache, analysis)
    quoted = Block(span=Span(0, 4), kind=BlockKind.BLOCK_QUOTE, level=1)
    for other in (
        replace(_article(analysis), blocks=(quoted,)),
        replace(_article(analysis), block_spans=(Span(0, 2), Span(2, 4))),
    ):
        assert cache.get(other, "1", "m") is None
    assert _get(cache, analysis) == analysis


@pytest.mark.parametrize("field", ["text_digest", "engine_version", "model_name"])
def test_an_analysis_of_anything_else_is_not_it(tmp_path: Path, field: str) -> None:
    analysis, cache = _analysis(), AnalysisCache(tmp_path)
    _put(cache, analysis)
    assert _get(cache, replace(analysis, **{field: "other"})) is None


def test_a_damaged_entry_counts_as_none_and_is_replaced(tmp_path: Path) -> None:
    analysis, cache = _analysis(), AnalysisCache(tmp_path)
    _put(cache, analysis)
    (path,) = tmp_path.rglob("*.json")
    whole = path.read_bytes()
    for damaged in (b"", whole[:-1], whole.replace(b"say", b"sax"), b"\xff\n{}", b"[" * 9999):
        path.write_bytes(damaged)
        assert _get(cache, analysis) is None
        _put(cache, analysis)
        assert _get(cache, analysis) == analysis


def test_the_oldest_entries_make_room(tmp_path: Path) -> None:
    cache = AnalysisCache(tmp_path, most_entries=3)
    for number in range(5):
        _put(cache, _analysis(digest=str(number)))
        newest = max(tmp_path.rglob("*.json"), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, (number, number))
    assert [_get(cache, _analysis(digest=str(n))) is not None for n in range(5)] == [0, 0, 1, 1, 1]
    small = AnalysisCache(tmp_path, most_bytes=1)
    _put(small, _analysis(digest="last"))
    assert _get(small, _analysis(digest="last")) is not None
    assert len(list(tmp_path.rglob("*.json"))) == 1


def test_rows_of_another_version_are_refused() -> None:
    document = encode_analysis(_analysis())
    for broken in ({**document, "schema_version": 99}, {**document, "quotes": [[1]]}, {}):
        with pytest.raises(DocumentError):
            decode_analysis(broken)


def test_positions_and_preferences_are_remembered(tmp_path: Path) -> None:
    state = ReadingState.open(tmp_path)
    assert state.position(ArticleId("a")) is None
    assert state.preference("theme") is None
    state.keep_position(ArticleId("a"), 120)
    state.keep_preference("theme", "newsprint")
    state.keep_preference("sidebar", False)
    state.keep_preference("width", 72)
    reopened = ReadingState.open(tmp_path)
    assert reopened.position(ArticleId("a")) == 120
    assert [reopened.preference(n) for n in ("theme", "sidebar", "width")] == [
        "newsprint",
        False,
        72,
    ]
    reopened.keep_preference("theme", None)
    assert ReadingState.open(tmp_path).preference("theme") is None


def test_two_windows_do_not_forget_what_the_other_remembers(tmp_path: Path) -> None:
    first, second = ReadingState.open(tmp_path), ReadingState.open(tmp_path)
    first.keep_position(ArticleId("a"), 1)
    second.keep_position(ArticleId("b"), 2)
    third = ReadingState.open(tmp_path)
    assert (third.position(ArticleId("a")), third.position(ArticleId("b"))) == (1, 2)


def test_windows_that_remember_at_the_same_time_leave_a_whole_file(tmp_path: Path) -> None:
    states = [ReadingState.open(tmp_path / "state") for _ in range(6)]

    def scroll(state: ReadingState) -> None:
        for offset in range(20):
            state.keep_position(ArticleId("a"), offset)
            assert json.loads((tmp_path / "state" / "reading-state.json").read_bytes())

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(scroll, states))
    assert [path.name for path in (tmp_path / "state").iterdir()] == ["reading-state.json"]


def test_what_a_killed_writer_left_is_removed_when_it_is_surely_dead(tmp_path: Path) -> None:
    old, new = tmp_path / ".reading-state.json.7-0.tmp", tmp_path / ".reading-state.json.8-0.tmp"
    for path in (old, new):
        path.write_bytes(b"{")
    os.utime(old, (0, 0))
    ReadingState.open(tmp_path).keep_position(ArticleId("a"), 1)
    assert not old.exists()
    assert new.exists()


def test_the_articles_read_longest_ago_are_forgotten(tmp_path: Path) -> None:
    positions = {f"article {number}": number for number in range(MOST_ARTICLES)}
    document = {"schema_version": 1, "positions": positions, "preferences": {}}
    (tmp_path / "reading-state.json").write_text(json.dumps(document))
    state = ReadingState.open(tmp_path)
    state.keep_position(ArticleId("article 0"), 5)
    state.keep_position(ArticleId("new"), 7)
    assert state.position(ArticleId("article 0")) == 5
    assert state.position(ArticleId("article 1")) is None
    assert state.position(ArticleId("article 2")) == 2


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff", b'{"schema_version": 1, "positions": [7]}', b"[" * 99999]
)
def test_a_state_that_cannot_be_read_counts_as_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "reading-state.json").write_bytes(content)
    state = ReadingState.open(tmp_path)
    assert state.position(ArticleId("a")) is None
    state.keep_position(ArticleId("a"), 3)
    assert ReadingState.open(tmp_path).position(ArticleId("a")) == 3


def test_what_cannot_be_remembered_is_told(tmp_path: Path) -> None:
    disk = FailingDisk()
    disk.fail(errno.ENOSPC)
    with pytest.raises(StoreWriteError, match="No space left"):
        ReadingState.open(tmp_path, disk=disk).keep_preference("theme", "dark")
    with pytest.raises(StoreWriteError, match="No space left"):
        _put(AnalysisCache(tmp_path, disk=disk), _analysis())


def test_recent_articles_come_last_first_and_once(tmp_path) -> None:
    state = ReadingState.open(tmp_path)
    for reference in ("/a", "/b", "/a"):
        state.keep_recent(reference, reference.upper())
    held = ReadingState.open(tmp_path).recent()
    assert [(item.reference, item.title) for item in held] == [("/a", "/A"), ("/b", "/B")]


def test_only_so_many_recent_articles_are_remembered(tmp_path) -> None:
    state = ReadingState.open(tmp_path)
    for number in range(MOST_RECENT + 3):
        state.keep_recent(f"/{number}", "")
    assert len(state.recent()) == MOST_RECENT
    assert state.recent()[0].reference == f"/{MOST_RECENT + 2}"


def _damage(document: Any, chance: random.Random) -> None:
    """Replace or remove one value somewhere in a document."""
    while True:
        keys = list(document) if isinstance(document, dict) else list(range(len(document)))
        key = chance.choice(keys)
        inner = document[key]
        if isinstance(inner, list | dict) and inner and chance.random() < 0.8:
            document = inner
        elif chance.random() < 0.3:
            del document[key]
            return
        else:
            document[key] = chance.choice([None, -1, "x", [], {}, True, 1.5, [1, 2], "\ud800"])
            return


@pytest.mark.parametrize("seed", range(200))
def test_what_is_not_a_whole_analysis_is_as_good_as_none(seed: int) -> None:
    document = json.loads(json.dumps(encode_analysis(_analysis())))
    _damage(document, random.Random(seed))  # noqa: S311 - the same damage each time
    try:
        decoded = decode_analysis(document)
    except DocumentError:
        return
    sources = {source.id: source for source in decoded.sources}
    for quote, given in zip(decoded.quotes, decoded.attributions, strict=True):
        assert all(
            span.of("x" * 99) + "x" * (99 - len(span)) == "x" * 99 for span in quote.content_spans
        )
        assert given.source_id is None or sources[given.source_id].name.split()
        assert 0 <= round(given.confidence, 2) <= 1


@pytest.mark.parametrize("english", [True, False])
def test_a_cached_analysis_keeps_whether_the_text_is_english(english: bool) -> None:
    analysis = replace(_analysis(), english=english)
    assert decode_analysis(encode_analysis(analysis)) == analysis


def test_an_analysis_cached_before_languages_were_told_is_read() -> None:
    document = encode_analysis(_analysis())
    del document["english"]
    assert decode_analysis(document) == _analysis()


def test_the_history_goes_on_behind_the_recent_articles_and_says_when(tmp_path: Path) -> None:
    state = ReadingState.open(tmp_path)
    for number in range(60):
        state.keep_recent(str(number), f"title {number}")
    reopened = ReadingState.open(tmp_path)
    assert [each.reference for each in reopened.recent()] == [str(n) for n in range(59, 9, -1)]
    assert [each.reference for each in reopened.history()] == [str(n) for n in range(59, -1, -1)]
    times = [each.opened for each in reopened.history()]
    assert all(times)
    assert times == sorted(times, reverse=True)  # type: ignore[type-var]


def test_a_history_of_titles_alone_is_read_without_times(tmp_path: Path) -> None:
    state = ReadingState.open(tmp_path)
    state.keep_recent("b", "new")
    path = tmp_path / "reading-state.json"
    document = json.loads(path.read_text())
    document["recent"] = {"a": "old", "b": {"title": "new", "opened": "never"}, "c": 7}
    path.write_text(json.dumps(document))
    held = ReadingState.open(tmp_path).history()
    assert [(each.reference, each.title, each.opened) for each in held] == [
        ("b", "new", None),
        ("a", "old", None),
    ]
