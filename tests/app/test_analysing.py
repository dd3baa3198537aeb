"""Quotes that come in while one reads."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from textual.strip import Strip

from inquit.attribution.unread import unread_batch
from inquit.errors import AnalysisStoppedError
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from inquit.model.quotation import Source, SourceId, SourceKind
from inquit.model.span import Span
from tests.app.conftest import TEXT, HandAnalyst, article_of, desk_in, whole_batch
from tests.app.test_drafts import until
from tests.app.test_reader import Reader, reader
from tui.reader.app import ReaderApp
from tui.reader.controllers import analysis as analysing
from widgets.article_pane import ArticlePane


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
        top, lines = at_work.screen.panes.text.top, at_work.lines()
        analyst.go.set()
        await at_work.settle()
        assert len(at_work.screen.reading.findings) == 5
        assert at_work.screen.panes.text.top == top > 0
        assert at_work.lines() == lines


async def test_what_comes_bit_by_bit_looks_like_what_comes_at_once(tmp_path, article) -> None:
    seen = []
    for name, made in (("bits", stretches), ("once", lambda given: [whole_batch(given)])):
        async with reader(desk_in(tmp_path / name, HandAnalyst(made)), article) as at_work:
            strip = at_work.screen.panes.overview
            cells = [strip.render_line(y).text for y in range(strip.size.height)]
            seen.append((at_work.rows(), cells, at_work.lines()))
    assert seen[0] == seen[1]
    assert any(cell.strip() for cell in seen[0][1])


class PreviewingAnalyst(HandAnalyst):
    """Previews the last quote, as somebody else's; the rest comes when told to."""

    def __init__(self) -> None:
        super().__init__(stretches)
        self.go.clear()

    def batches(
        self,
        article: Article,
        wanted: Callable[[], bool],
        visible: Callable[[], Span | None] = lambda: None,  # noqa: ARG002 - the protocol's
    ) -> Iterator[AnalysisBatch]:
        *_, last = self.made(article)
        (given,) = last.attributions
        stranger = Source(id=SourceId("stranger"), name="Nobody", kind=SourceKind.PERSON)
        yield replace(
            last,
            done=0,
            sources=(stranger,),
            attributions=(replace(given, source_id=stranger.id, mention=None),),
            preview=Span(last.quotes[0].span.start, len(article.text)),
        )
        yield from super().batches(article, wanted)


async def test_a_preview_is_shown_and_gives_way_to_what_is_final(tmp_path, article) -> None:
    analyst = PreviewingAnalyst()
    app = ReaderApp(desk_in(tmp_path / "previewed", analyst), article)
    async with app.run_test(size=(120, 30)) as pilot:
        at_work = Reader(app, pilot)
        await until(at_work, lambda: len(at_work.screen.reading.findings) == 1)
        assert any("Nobody" in row for row in at_work.rows())
        analyst.go.set()
        await at_work.settle()
        previewed = (at_work.rows(), at_work.lines())
        assert at_work.screen.reading.analysed is None
        assert len(at_work.screen.reading.all_found().quotes) == 5
    async with reader(desk_in(tmp_path / "straight", HandAnalyst(stretches)), article) as at_work:
        assert (at_work.rows(), at_work.lines()) == previewed


class LookedAtAnalyst(HandAnalyst):
    """Finds nothing, and can be asked what it is told is on the screen."""

    def __init__(self) -> None:
        super().__init__(lambda _: [])
        self.visible: Callable[[], Span | None] = lambda: None

    def batches(
        self,
        article: Article,  # noqa: ARG002 - the protocol's
        wanted: Callable[[], bool],
        visible: Callable[[], Span | None] = lambda: None,
    ) -> Iterator[AnalysisBatch]:
        self.visible = visible
        while wanted() and not self.closed:
            time.sleep(0.01)
        return iter(())


async def test_the_analysis_is_told_what_is_on_the_screen(tmp_path) -> None:
    article = article_of("\n".join(f"Line {number} of a long article." for number in range(500)))
    analyst = LookedAtAnalyst()
    app = ReaderApp(desk_in(tmp_path, analyst), article)
    async with app.run_test(size=(120, 30)) as pilot:
        at_work = Reader(app, pilot)
        await until(at_work, lambda: analyst.visible() is not None)
        first = analyst.visible()
        assert first is not None
        assert first.start == 0
        await pilot.press("G")
        await until(at_work, lambda: analyst.visible() != first)
        last = analyst.visible()
        assert last is not None
        assert last.end == len(article.text)


class TwoStretches(HandAnalyst):
    """Yields a first stretch at once, the rest when told to, and ends when told to."""

    def __init__(self) -> None:
        super().__init__(stretches)
        self.rest, self.end = threading.Event(), threading.Event()

    def batches(
        self,
        article: Article,
        wanted: Callable[[], bool],
        visible: Callable[[], Span | None] = lambda: None,  # noqa: ARG002 - the protocol's
    ) -> Iterator[AnalysisBatch]:
        first, *rest = self.made(article)
        yield first
        while wanted() and not self.rest.wait(0.01):
            pass
        yield from rest
        while wanted() and not self.end.wait(0.01):
            pass


async def test_what_is_found_waits_for_a_pause_between_keys(tmp_path, article, monkeypatch) -> None:
    now, analyst = [100.0], TwoStretches()
    monkeypatch.setattr(analysing, "monotonic", lambda: now[0])
    monkeypatch.setattr(analysing, "_FIRST_SECONDS", 0.0)
    app = ReaderApp(desk_in(tmp_path, analyst), article)
    async with app.run_test(size=(120, 30)) as pilot:
        at_work = Reader(app, pilot)
        await until(at_work, lambda: len(at_work.screen.reading.findings) == 1)
        monkeypatch.setattr(at_work.screen.controllers.analysis, "between", 0.0)
        now[0] += 10
        await at_work.pilot.press("j")
        analyst.rest.set()
        await until(at_work, lambda: at_work.screen.controllers.analysis.held)
        await at_work.pilot.pause(0.3)
        assert len(at_work.screen.reading.findings) == 1
        now[0] += 1
        await until(at_work, lambda: not at_work.screen.controllers.analysis.held)
        assert len(at_work.screen.reading.findings) > 1
        analyst.end.set()


async def test_quotes_found_elsewhere_draw_no_line_of_the_text(tmp_path, monkeypatch) -> None:
    paragraphs = "\n".join(["Nothing is said here."] * 60)
    article = article_of(f"{TEXT}\n{paragraphs}")
    analyst = HandAnalyst(stretches)
    analyst.go.clear()
    drawn: list[int] = []
    draw = ArticlePane.render_line

    def counted(pane: ArticlePane, y: int) -> Strip:
        drawn.append(y)
        return draw(pane, y)

    app = ReaderApp(desk_in(tmp_path, analyst), article)
    async with app.run_test(size=(120, 30)) as pilot:
        at_work = Reader(app, pilot)
        await at_work.pilot.press("G")
        await at_work.pilot.pause()
        monkeypatch.setattr(ArticlePane, "render_line", counted)
        analyst.go.set()
        await at_work.settle()
        assert len(at_work.screen.reading.findings) == 5
        assert drawn == []


async def test_a_text_that_is_not_english_is_told_as_such_in_the_header(tmp_path, article) -> None:
    def foreign(given: Article) -> list[AnalysisBatch]:
        return [unread_batch(given)]

    async with reader(desk_in(tmp_path, HandAnalyst(foreign)), article) as at_work:
        assert "not English" in at_work.screen.panes.header.render_line(0).text
        await at_work.press("n")
        details = str(at_work.screen.panes.details.content)
        assert "not English" in details
        assert "%" not in details


async def test_an_english_text_is_not_told_as_such(tmp_path, article, analyst) -> None:
    async with reader(desk_in(tmp_path, analyst), article) as at_work:
        assert "English" not in at_work.screen.panes.header.render_line(0).text


class StoppedAnalyst(HandAnalyst):
    """Finds a first stretch, and ends."""

    def batches(
        self,
        article: Article,
        wanted: Callable[[], bool],
        visible: Callable[[], Span | None] = lambda: None,  # noqa: ARG002 - the protocol's
    ) -> Iterator[AnalysisBatch]:
        if wanted():
            yield self.made(article)[0]
        raise AnalysisStoppedError(3)


async def test_an_analysis_that_stopped_is_told_with_the_key_that_starts_it_again(
    tmp_path, article
) -> None:
    async with reader(desk_in(tmp_path, StoppedAnalyst(stretches)), article) as at_work:
        await until(at_work, lambda: bool(at_work.app._notifications))
        (told,) = [str(each.message) for each in at_work.app._notifications]
        assert told == "The analysis stopped (exit code 3); press ctrl+r to start it again"
        assert len(at_work.screen.reading.findings) == 1
