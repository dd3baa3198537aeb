"""Quotes that come in while one reads."""

from __future__ import annotations

from dataclasses import replace

from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from tests.app.conftest import HandAnalyst, desk_in, whole_batch
from tests.app.test_reader import Reader, reader
from tui.app import ReaderApp


def stretches(article: Article) -> list[AnalysisBatch]:
    """Return what is found in the article, a quote to a batch."""
    batch = whole_batch(article)
    return [
        replace(batch, done=quote.span.end, quotes=(quote,), attributions=(given,))
        for quote, given in zip(batch.quotes, batch.attributions, strict=True)
    ]


async def test_the_text_stays_where_it_is(tmp_path, article) -> None:
    analyst = HandAnalyst(stretches)
    analyst.go.clear()
    app = ReaderApp(desk_in(tmp_path, analyst), article)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("space", "j", "j")
        await pilot.pause()
        at_work = Reader(app, pilot)
        top, lines = at_work.screen.pane.top, at_work.lines()
        analyst.go.set()
        await at_work.settle()
        assert len(at_work.screen.reading.findings) == 5
        assert at_work.screen.pane.top == top > 0
        assert at_work.lines() == lines


async def test_what_comes_bit_by_bit_looks_like_what_comes_at_once(tmp_path, article) -> None:
    seen = []
    for name, made in (("bits", stretches), ("once", lambda given: [whole_batch(given)])):
        async with reader(desk_in(tmp_path / name, HandAnalyst(made)), article) as at_work:
            strip = at_work.screen.overview
            cells = [strip.render_line(y).text for y in range(strip.size.height)]
            seen.append((at_work.rows(), cells, at_work.lines()))
    assert seen[0] == seen[1]
    assert any(cell.strip() for cell in seen[0][1])
