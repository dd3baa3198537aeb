"""Whatever the input, each loader ends in something sound or in one clear line."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inquit.errors import InputError
from inquit.loaders import load
from inquit.loaders.feed.parser import load_feed, load_opml
from inquit.loaders.pdf import loader as pdf
from inquit.loaders.text.corpus import articles_in
from inquit.model.article import Article
from inquit.model.printable import printable
from tests.loaders import making, samples
from tests.loaders.pdf_here import read_pages_here
from tests.loaders.soundness import (
    require_glance,
    require_offsets,
    require_sound,
    require_sound_feed,
    require_sound_listing,
)

PACKED = (".epub", ".docx")
SAMPLES: dict[str, tuple[bytes, ...]] = {
    "a.txt": (making.PLAIN.encode(), samples.WRAPPED, samples.GUTENBERG),
    "a.html": (making.PAGE.encode(), samples.RICH_PAGE),
    "a.mhtml": (making.MHTML, samples.QUOTED_MHTML),
    "a.md": (making.MARKDOWN.encode(), samples.RICH_MARKDOWN),
    "a.epub": (making.epub(one="<p>One.</p>", two="<h2>Two</h2>"), samples.EPUB_2),
    "a.docx": (samples.RICH_DOCX,),
    "a.pdf": (samples.COLUMNS, samples.packed_pdf("FlateDecode")),
    "a.eml": (making.MAIL, samples.MULTIPART_MAIL),
    "a.txt.gz": (gzip.compress(making.PLAIN.encode(), mtime=0),),
    "a.jsonl": (making.CORPUS,),
    "a.rss": (samples.RSS, samples.ATOM, samples.RDF),
    "a.opml": (samples.OPML,),
}
HOSTILE = (
    *("\x1b[31m", "\x1b]52;c;eA==\x07", "\x9b2J", "&#27;[2J", "=?utf-8?q?=1B[2J?=", "\\u001b"),
    *("\u202e", "\u2066", "\u200b", "&#x202e;", "\x00", "\ud7ff", "\ufffe", "\U000e0041"),
    *("[bold]", "“", '"', "<p>", "<div hidden>", "<!--", "]]>", "](", "> ", "\r\n", "\n\n"),
    *("charset=punycode", "charset=utf-7", "/Kids", " 1e38 ", " nan ", "--b\r\n"),
)
PARTS = st.binary(max_size=8) | st.sampled_from(HOSTILE).map(str.encode)
CHANGES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 20), PARTS), max_size=5)
Changes = list[tuple[float, int, bytes]]


def _changed(data: bytes, changes: Changes) -> bytes:
    for where, length, put in changes:
        at = int(where * len(data))
        data = data[:at] + put + data[at + length :]
    return data


def _changed_inside(data: bytes, which: float, changes: Changes) -> bytes:
    """Return an archive with one of its members changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        members = {name: opened.read(name) for name in opened.namelist()}
    name = sorted(members)[int(which * (len(members) - 1))]
    return making.zipped({**members, name: _changed(members[name], changes)})


def _outcome(name: str, data: bytes) -> object:
    """Return what a loader makes of bytes, checked, or what it says against them."""
    loaders: dict[str, Callable[[], object]] = {
        "a.rss": lambda: load_feed(data, origin=name),
        "a.opml": lambda: load_opml(data, origin=name),
        "a.jsonl": lambda: tuple(
            str(line) if isinstance(line, InputError) else line
            for line in articles_in(data.splitlines(), name)
        ),
    }
    try:
        return loaders.get(name, lambda: load(data, origin=name, article_id=None))()
    except InputError as error:
        return str(error)


def _require(name: str, outcome: object) -> None:
    checks: dict[str, Callable[..., None]] = {
        "a.rss": require_sound_feed,
        "a.opml": require_sound_listing,
        "a.jsonl": lambda lines: [_require_line(line) for line in lines],
    }
    if isinstance(outcome, str):
        assert printable(outcome) == outcome
    else:
        checks.get(name, require_sound)(outcome)


def _require_line(line: Article | str) -> None:
    if isinstance(line, str):
        assert printable(line) == line
    else:
        require_offsets(line)


@pytest.fixture
def _quick_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "read_pages", read_pages_here)


@pytest.mark.usefixtures("_quick_pdf")
@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_well_formed_is_read(name: str) -> None:
    for data in SAMPLES[name]:
        outcome = _outcome(name, data)
        assert not isinstance(outcome, str), outcome
        _require(name, outcome)


@pytest.mark.usefixtures("_quick_pdf")
@pytest.mark.parametrize("name", SAMPLES)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_damage_ends_in_something_sound_or_in_one_line(name: str, data: st.DataObject) -> None:
    given_bytes = _changed(data.draw(st.sampled_from(SAMPLES[name])), data.draw(CHANGES))
    require_glance(given_bytes, name)
    outcome = _outcome(name, given_bytes)
    _require(name, outcome)
    assert _outcome(name, given_bytes) == outcome


@pytest.mark.parametrize("name", [name for name in SAMPLES if name.endswith(PACKED)])
@settings(max_examples=50)
@given(which=st.floats(0, 1), changes=CHANGES)
def test_any_damage_inside_an_archive_ends_so_too(
    name: str, which: float, changes: Changes
) -> None:
    data = _changed_inside(SAMPLES[name][-1], which, changes)
    _require(name, _outcome(name, data))


@pytest.mark.usefixtures("_quick_pdf")
@pytest.mark.parametrize("name", SAMPLES)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300))
def test_any_bytes_end_so_too(name: str, data: bytes) -> None:
    require_glance(data, name)
    _require(name, _outcome(name, data))
    _require(name, _outcome(name, SAMPLES[name][0][:20] + data))
