"""Every view of hostile text: nothing that is drawn drives a terminal or is there unseen."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module

import pytest
from textual import events
from textual.screen import ModalScreen, Screen

import tui.dialogs
from inquit.library.dossier.values import (
    Dossier,
    Echo,
    Occurrence,
    PerhapsSame,
    RolePeriod,
    Statement,
    UnnamedSource,
)
from inquit.library.index.entries import IndexedArticle, IndexedQuote
from inquit.library.index.parsing import parse_query
from inquit.library.index.results import ArticleHits, Hit, SearchResults, Snippet
from inquit.model.annotation import name_key
from inquit.model.article import Article, ArticleId
from inquit.model.article import article_of as bare_article
from inquit.model.batch import AnalysisBatch
from inquit.model.feed import FeedEntry, Subscription
from inquit.model.printable import printable_lines
from inquit.model.quotation import QuoteType, Source, SourceId, SourceKind
from inquit.model.span import Span
from inquit.model.structure import Block, BlockKind, Link
from inquit.service.library.dossiers import AnnotatedDossier
from inquit.service.library.searching import Found
from inquit.service.records import LeftDraft
from inquit.store.pages.kept_pages import KeptPage
from inquit.store.reading_state import Recent
from inquit.store.records.record_factory import new_bookmark, new_note
from inquit.store.records.repository import Repository
from inquit.store.records.subscriptions import Subscriptions
from inquit.verification.differences import Difference, DifferenceKind
from inquit.verification.draft import read_quotation
from inquit.verification.speakers import Speaker
from inquit.verification.verdict import FoundPlace, Status, Verdict
from tests.app.conftest import found
from tests.app.test_reader import Reader, reader
from tests.hostile import BAD, HIDDEN, SEQUENCES, obeyed
from tests.store.making import story, story_item
from tui.dialogs.bookmark_editor import BookmarkEditor
from tui.dialogs.changes import ChangesScreen
from tui.dialogs.command_output import CommandOutputScreen
from tui.dialogs.confirm import Confirm
from tui.dialogs.correction_menu import CorrectionMenu
from tui.dialogs.corrections import CorrectionsList, ListedCorrections
from tui.dialogs.dossier import DossierScreen, DossierWork
from tui.dialogs.drafts import DraftsDialog
from tui.dialogs.feeds import FeedsScreen
from tui.dialogs.help import HelpScreen
from tui.dialogs.library import LibraryScreen
from tui.dialogs.links import LinksScreen
from tui.dialogs.mark_letters import MarkLetters
from tui.dialogs.note_editor import NoteEditor
from tui.dialogs.opener import Opener
from tui.dialogs.overview import OverviewScreen
from tui.dialogs.picker import Picker
from tui.dialogs.prompt import Prompt
from tui.dialogs.stories import StoriesDialog
from tui.dialogs.story_items import StoryItemsDialog
from tui.dialogs.verdicts import VerdictsScreen
from tui.dialogs.versions import VersionsScreen
from tui.reader.text_changes import Change, ChangeKind
from tui.services.dependencies import ReaderServices
from tui.services.feed_executor import FeedExecutor
from tui.services.outer_commands import CommandOutput, OuterCommand
from widgets.attributed_quotes import AttributedQuotes
from widgets.row import ListRow
from widgets.source_colours import PlainColours

LINE = BAD.replace("\n", "")
TEXT = f"Ferry {LINE}\n“We {LINE} wait,” said Ana {LINE} Silva {LINE}.\nIt {LINE} ended."
NAME = f"Ana {LINE} Silva"
NOW = datetime(2026, 3, 1, tzinfo=UTC)
KEYS: dict[str, tuple[str, ...]] = {
    "the text": (),
    "a quote": ("n",),
    "the sources": ("n", "tab"),
    "reading order": ("S",),
    "the bookmarks": ("S", "S"),
    "the notes": ("S", "S", "S"),
    "details below": ("n", "s", "d"),
    "visual mode": ("v", "right_curly_bracket"),
    "a selection copied": ("v", "right_curly_bracket", "y"),
    "the menu of corrections": ("n", "c"),
    "who says this": ("n", "c", "s"),
    "another name": ("n", "c", "r"),
    "the role": ("n", "c", "l"),
    "a note": ("n", "e"),
    "a bookmark": ("n", "M"),
    "all bookmarks": ("B",),
    "the outline": ("O",),
    "the links": ("l",),
    "marks": ("quotation_mark", "a", "apostrophe"),
    "the overview": ("i",),
    "all keys": ("question_mark",),
    "commands": ("ctrl+p",),
    "recent articles": ("o",),
    "feeds": ("I",),
    "changes": ("D",),
    "narrow": ("n", "plus", "less_than_sign"),
    "the corrections": ("n", "c", "l", "x", "enter", "C"),
}


def hostile_article() -> Article:
    """Return an article as a corpus brings it, whose text no loader has cleaned."""
    bare = bare_article(TEXT, article_id="test:hostile", origin=f"test:{LINE}")
    return replace(
        bare,
        title=f"Ferry {LINE}",
        byline=NAME,
        published=LINE,
        site=f"Herald {LINE}",
        notices=(LINE,),
        blocks=(Block(span=bare.block_spans[0], kind=BlockKind.HEADING, level=1),),
        links=(
            Link(span=Span(2, 9), target=f"https://a.example/{LINE}"),
            Link(span=Span(20, 29), target=f"javascript:{LINE}"),
        ),
    )


def hostile_batch(article: Article) -> AnalysisBatch:
    quote, given = found(
        article, f"We {LINE} wait,", QuoteType.DIRECT, cue="said", mention=NAME, source="one"
    )
    source = Source(
        id=SourceId("one"), name=NAME, kind=SourceKind.PERSON, role=LINE, corrected=LINE
    )
    return AnalysisBatch(
        done=len(article.text),
        total=len(article.text),
        quotes=(replace(quote, corrected=LINE),),
        mentions=(),
        sources=(source,),
        attributions=(replace(given, reason=LINE, addressee=Span(0, 40)),),
    )


@pytest.fixture
def hostile(desk: ReaderServices) -> ReaderServices:
    """Return collaborators with hostile records, feeds and recent articles."""
    assert desk.data is not None
    article = hostile_article()
    with Repository.open(desk.data) as kept:
        kept.add_bookmark(new_bookmark(article, Span(0, 30), label=LINE, comment=LINE))
        kept.add_note(new_note(NAME, BAD, tags=(LINE,)))
        kept.add_note(new_note(f"Somebody {LINE}", BAD))
    with Subscriptions(desk.data) as feeds:
        feeds.put(
            Subscription(url="https://a.example/feed", title=LINE, fault=LINE),
            [FeedEntry(id=LINE, title=LINE, summary=BAD, link=f"https://a.example/{LINE}")],
        )
    desk.state.keep_recent(ArticleId(f"/news/{LINE}"), LINE)
    batches = lambda _: [hostile_batch(article)]  # noqa: E731
    return replace(desk, analyst=type(desk.analyst)(batches))  # type: ignore[call-arg]


def picture(at_work: Reader) -> str:
    """Return all that the screens on the stack send to the terminal."""
    lines = []
    for screen in at_work.app.screen_stack:
        strips = screen._compositor.render_strips()
        lines += ["".join(segment.text for segment in strip) for strip in strips]
    return "\n".join(lines)


async def test_no_view_draws_what_a_terminal_would_obey(hostile: ReaderServices) -> None:
    seen: set[type] = set()
    async with reader(hostile, hostile_article()) as at_work:
        for view, keys in KEYS.items():
            await at_work.press(*keys)
            await at_work.pilot.pause()
            seen.add(type(at_work.app.screen))
            assert obeyed(picture(at_work).encode("utf-8", "replace")) == [], view
            for _ in range(4):
                await at_work.pilot.press("escape")
                await at_work.pilot.pause()
            assert len(at_work.app.screen_stack) == 1, view
    assert {NoteEditor, BookmarkEditor, CorrectionsList, LinksScreen, OverviewScreen} <= seen
    assert {Picker, Prompt, Opener, FeedsScreen, HelpScreen, CorrectionMenu, MarkLetters} <= seen


async def test_what_is_said_warned_of_and_waited_for_is_drawn_safely(
    hostile: ReaderServices,
) -> None:
    async with reader(hostile, hostile_article()) as at_work:
        screen = at_work.screen
        screen.view.say(BAD)
        screen.view.show_waiting(BAD)
        screen.view.complain(BAD)
        screen.view.warn(BAD)
        at_work.app.notify(BAD, title=BAD, markup=False)
        await at_work.pilot.pause(0.1)
        drawn = picture(at_work)
        assert drawn.count("[/nothing]") >= 3
        assert obeyed(drawn.encode("utf-8", "replace")) == []


@pytest.mark.parametrize(
    "keys", [("slash",), ("tab", "slash"), ("o",), ("n", "c", "s"), ("n", "e")]
)
async def test_what_is_pasted_is_drawn_safely_and_stays_as_it_is(
    hostile: ReaderServices, keys
) -> None:
    pasted = "".join(f"{sequence}z" for sequence in SEQUENCES if "\x85" not in sequence) + HIDDEN
    async with reader(hostile, hostile_article()) as at_work:
        await at_work.press(*keys)
        field = at_work.app.screen.focused
        assert field is not None
        field.post_message(events.Paste(pasted))
        await at_work.settle()
        assert pasted in (getattr(field, "value", "") or getattr(field, "text", ""))
        assert obeyed(picture(at_work).encode("utf-8", "replace")) == []


def library_dialogs() -> Iterator[Screen[object]]:
    """Yield the dialogs of the library, with hostile words in all that an index may hold."""
    held = IndexedArticle(
        number=1,
        article_id=f"test:{LINE}",
        text_digest="",
        title=BAD,
        site=BAD,
        byline=BAD,
        day="2026-11-28",
        remembered="",
        engine=BAD,
    )
    quote = IndexedQuote(
        number=1,
        quote_id="one",
        start=0,
        end=20,
        kind="direct",
        words=BAD,
        speaker=BAD,
        key=name_key(NAME),
        source_kind="person",
        role=BAD,
        confidence=0.5,
        corrected=True,
        denied=True,
    )
    statement = Statement(article=held, quote=quote, handle="abc123")
    alike = Occurrence(
        number=2, key=name_key(BAD), name=BAD, kind="person", role=BAD, article=held, quotes=1
    )
    dossier = Dossier(
        key=name_key(NAME),
        name=BAD,
        statements=(statement,),
        articles=1,
        roles=(RolePeriod(role=BAD, first=None, last=None, articles=1),),
        months=(("2026-11", 1),),
        perhaps=(PerhapsSame(name=BAD, role=BAD, reason=BAD, occurrences=(alike,)),),
        rulings=(),
        unnamed=(UnnamedSource(description=BAD, article=held, quotes=1),),
    )
    annotated = AnnotatedDossier(dossier=dossier, notes=(new_note(NAME, BAD),))
    hit = Hit(offset=0, snippet=Snippet(text=LINE, marks=(Span(0, 2),)), quote=quote)
    results = SearchResults(articles=(ArticleHits(article=held, hits=(hit,)),), total=1)

    async def load() -> AnnotatedDossier:
        return annotated

    async def echoes(_: AnnotatedDossier) -> tuple[Echo, ...]:
        return (Echo(statement=statement, article=held, quote=quote, words=LINE),)

    async def rule(*_: object) -> None: ...

    async def take_back(_: AnnotatedDossier) -> bool:
        return False

    async def remove(_: str) -> bool:
        return False

    async def search(typed: str, _: bool) -> Found:
        return Found(results=results, query=parse_query(typed, NOW.date()))

    work = DossierWork(
        load=load, echoes=echoes, rule=rule, take_back=take_back, copy=lambda _: None
    )
    yield DossierScreen(annotated, work)
    yield LibraryScreen(search, lambda *_: None, remove, [ListRow(key="1", text=BAD, tail=BAD)])
    yield LibraryScreen(search, lambda *_: None, remove, [], f"said:{LINE}")


def dialogs(desk: ReaderServices) -> Iterator[Screen[object]]:
    """Yield every dialog there is, with hostile words wherever it takes any."""
    article = hostile_article()
    bookmark = new_bookmark(article, Span(0, 30), label=LINE, comment=LINE, tags=(LINE,))
    rows = [ListRow(key="1", text=BAD, sign="s", tail=BAD)]
    findings = AttributedQuotes()
    findings.add_all([hostile_batch(article)])

    async def keep(*_: object) -> bool:
        return True

    async def leave(_: object) -> None:
        return None

    held = replace(story(BAD), name=LINE)
    item = replace(story_item(held), words=BAD, speaker=LINE, note=LINE)

    none = ListedCorrections(placed=(), orphaned=frozenset(), to_check={})

    async def take_back(_: object) -> ListedCorrections:
        return none

    class Nowhere:
        async def keep(self, _: str) -> None: ...
        async def discard(self) -> None: ...

    change = Change(kind=ChangeKind.ADDED, after=article.block_spans[0])
    page = KeptPage(address=LINE, url=LINE, text_digest="", fetched=NOW.isoformat(), number=1)
    yield NoteEditor(BAD, BAD, keep, Nowhere())
    yield BookmarkEditor(bookmark, keep, Nowhere())
    quotation = read_quotation(LINE, (Span(0, len(LINE)),), Speaker(name=BAD))
    assert quotation is not None
    changed = Difference(kind=DifferenceKind.CHANGED, here=BAD, there=BAD)
    place = FoundPlace(article=article, span=Span(0, 20))
    yield VerdictsScreen(
        [
            Verdict(
                quotation=quotation,
                status=Status.ALTERED,
                confidence=0.5,
                places=(place,),
                differences=(changed,),
                remarks=(BAD,),
            )
        ]
    )
    printed = CommandOutput(lines=printable_lines(BAD), code=1)
    yield CommandOutputScreen(OuterCommand(name=BAD, argv=(BAD,)), printed)
    yield StoriesDialog([(held, 1)], leave)
    yield StoryItemsDialog(held, [item], leave)
    yield DraftsDialog([LeftDraft(key="1", record=new_note(NAME, BAD), text=BAD, kept=NOW)])
    yield ChangesScreen(article, article, [change], title=BAD)
    yield Confirm(BAD, BAD)
    yield Prompt(BAD, BAD, hint=BAD)
    yield Picker(BAD, rows, hint=BAD, new=BAD)
    yield MarkLetters("Marks", "hint", rows)
    yield OverviewScreen(article, findings, PlainColours())
    yield LinksScreen(article, near=0)
    yield Opener([Recent(reference=BAD, title=BAD)])
    yield CorrectionMenu(BAD, {}, lambda _: None)
    yield VersionsScreen([page], lambda _: article, at=1)
    yield CorrectionsList(none, take_back, take_back)
    assert isinstance(desk.feeds, FeedExecutor)
    yield FeedsScreen(desk.feeds, lambda *_: None)
    yield from library_dialogs()


async def test_every_dialog_draws_hostile_words_safely(hostile: ReaderServices) -> None:
    seen: set[type] = set()
    async with reader(hostile, hostile_article()) as at_work:
        for dialog in [*dialogs(hostile), HelpScreen(at_work.screen)]:
            seen.add(type(dialog))
            at_work.app.push_screen(dialog)
            await at_work.settle()
            assert obeyed(picture(at_work).encode("utf-8", "replace")) == [], type(dialog)
            at_work.app.pop_screen()
            await at_work.pilot.pause()
    assert seen == set(all_dialogs())


def all_dialogs() -> Iterator[type]:
    """Yield the classes of dialogs that somebody opens, not those that others are made from."""
    modules = pkgutil.iter_modules(tui.dialogs.__path__, "tui.dialogs.")
    values = [value for found in modules for value in vars(import_module(found.name)).values()]
    made = [each for each in values if inspect.isclass(each) and issubclass(each, ModalScreen)]
    own = {each for each in made if each.__module__.startswith("tui.dialogs.")}
    yield from (each for each in own if not any(each in other.__mro__[1:] for other in own))
