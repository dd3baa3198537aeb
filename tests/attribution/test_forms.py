"""Lines of forms and heads of messages let nobody speak; the line above an answered mail does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.language import Language

from inquit.attribution.engine import analyse_article
from inquit.attribution.rules.finder import RuleFinder
from inquit.attribution.rules.replying import reply_draft
from inquit.attribution.rules.structure import TURN
from inquit.attribution.window_reading import open_windows
from inquit.model.article import article_of
from inquit.model.quotation import Analysis
from inquit.model.span import Span
from inquit.model.structure import Block, BlockKind

SAID = "“We waited two winters,” said Anna Brisk."


def _credits(analysis: Analysis, text: str) -> dict[str, str]:
    """Return who is credited with what, by the words."""
    names = {source.id: source.name for source in analysis.sources}
    return {
        span.of(text): names.get(given.source_id or "", "")  # type: ignore[call-overload]
        for quote, given in zip(analysis.quotes, analysis.attributions, strict=True)
        for span in quote.content_spans
    }


def _turns(text: str, nlp: Language) -> list[str]:
    """Return whom the rules take for the speakers of turns."""
    finder = RuleFinder(text=text)
    reports = [r for window in open_windows(article_of(text), nlp) for r in finder.find(window)]
    return [r.source.of(text) for r in reports if r.method == TURN and r.source is not None]


@pytest.mark.parametrize(
    "form",
    [
        "From: Tom Holt\nSent: Monday, 27 February 2023 16:30\nTo: Anna Brisk\nSubject: Bridge",
        "FROM: Tom Holt\nTO: Anna Brisk\nRE: The bridge is closed.",
        "Contact: Tom Holt\nPhone: 555 0100",
        "Media contact: Tom Holt, press officer.\nE-mail: tom@example.org",
        "Name: Tom Holt\nAge: 45\nJob: baker\nTown: Torvale",
        "Title: Bridge Nights\nDirected by: Tom Reed\nRunning time: 90 minutes",
        "Built: 1904\nLength: 300 metres\nArchitect: Tom Reed, Jr.",
        "Where: Torvale town hall\nWhen: 1 May, at 8 p.m.\nTickets: free",
    ],
)
def test_lines_of_a_form_let_nobody_speak(form: str, analysed: Callable[[str], Analysis]) -> None:
    text = f"{form}\n{SAID}"
    assert _credits(analysed(text), text) == {"We waited two winters": "Anna Brisk"}


@pytest.mark.parametrize(
    ("transcript", "names"),
    [
        ("Brisk: We waited two winters.\nHolt: It is a fair price.", ["Brisk", "Holt"]),
        ("BRISK: We waited\nHOLT: It is fair", ["Brisk", "Holt"]),
        ("Tom Price: We waited two winters.\nAnna Brisk: Yes.", ["Tom Price", "Anna Brisk"]),
        (
            "Anna Brisk met Tom Holt on Monday.\nBrisk: Two winters we waited\nHolt: And no price",
            ["Anna Brisk", "Tom Holt"],
        ),
        ("Driver: Two winters we waited\nFarmer: And then no water", ["Driver", "Farmer"]),
    ],
)
def test_turns_of_a_transcript_stay(
    transcript: str, names: list[str], analysed: Callable[[str], Analysis]
) -> None:
    found = _credits(analysed(transcript), transcript)
    assert [name.casefold() for name in found.values()] == [name.casefold() for name in names]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("On Mon, Feb 27, 2023 at 4:30 PM Tom Holt <tom@example.org> wrote:", "Tom Holt"),
        ("On 27 February 2023 16:30:01 CET, Tom Holt <tom@example.org> wrote:", "Tom Holt"),
        ("On Monday, Tom van der Holt [mailto:tom@example.org] wrote:", "Tom van der Holt"),
        ('On 27/02/23 4.30 pm, "Tom Holt" <tom@example.org> wrote:', "Tom Holt"),
        ("On Mon, Feb 27, 2023, Tom Holt wrote:", "Tom Holt"),
        ("Tom Holt <tom@example.org> wrote:", "Tom Holt"),
        ("Tom Holt (tom@example.org) writes:", "Tom Holt"),
        ("Le 27/02/2023 16:30, Tom Holt a écrit :", "Tom Holt"),
        ("Am 27.02.2023 um 16:30 schrieb:", None),
        ("On Mon, Feb 27, 2023 at 4:30 PM <tom@example.org> wrote:", None),
        ("In a letter the council wrote:", None),
    ],
)
def test_the_line_above_an_answered_mail_names_who_wrote_it(
    line: str, name: str | None, nlp: Language
) -> None:
    (window,) = open_windows(article_of(line), nlp)
    draft = reply_draft(window.passages[0])
    source = None if draft is None or draft.source is None else draft.source.of(line)
    assert source == name


def test_a_mail_is_credited_to_its_writer_and_not_to_an_address(
    analysed: Callable[[str], Analysis],
) -> None:
    line = "On Mon, Feb 27, 2023 at 4:30 PM Tom Holt <tom@example.org> wrote:"
    text = f"I agree.\n{line}\nShall we open the bridge on the first of May?"
    analysis = analysed(text)
    assert list(_credits(analysis, text).values()) == ["Tom Holt"]
    (given,) = analysis.attributions
    assert given.mention is not None
    assert [source.role for source in analysis.sources] == [None]
    start = text.index("Tom Holt")
    assert given.mention.span == Span(start, start + len("Tom Holt"))


@pytest.mark.parametrize(
    "line",
    [
        "Photograph: Tom Roe/AP",
        "Illustration: Ann Lee for the Post",
        "Verdict: Guilty.",
        "Verdict: A fine read.",
        "Disclosure: The author owns shares.",
        "Full Disclosure: The author owns shares.",
        "Listen: More",
        "Advertisement: Buy this.",
        "Verdict: The verdict is that the verdict was wrong.",
    ],
)
def test_a_label_that_nothing_shows_to_be_somebody_lets_nobody_speak(
    line: str, analysed: Callable[[str], Analysis]
) -> None:
    text = f"The town met on Monday.\n{line}\nThe bridge opens in May.\n{SAID}"
    assert _credits(analysed(text), text) == {"We waited two winters": "Anna Brisk"}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Holt: The bridge is safe now.", "Holt"),
        ("VARGA: The bridge is safe now.", "VARGA"),
        ("Mayor: The bridge is safe now.", "Mayor"),
        ("Tom: The bridge is safe now.", "Tom"),
        ("Ida Varga: The bridge is safe now.", "Ida Varga"),
    ],
)
def test_a_label_is_somebody_by_what_it_is_or_where_the_text_names_them(
    line: str, name: str, nlp: Language
) -> None:
    text = f"The town met Holt on Monday.\n{line}\nThe bridge opens in May."
    assert _turns(text, nlp) == [name]


def test_labels_that_come_again_take_turns(nlp: Language) -> None:
    turns = ["Varga: Is it safe?", "Kessel: It is safe.", "Varga: And dry?", "Kessel: It is dry."]
    text = "\nThe bridge was wet.\n".join(turns)
    assert _turns(text, nlp) == ["Varga", "Kessel"] * 2


def test_one_label_that_comes_again_takes_no_turns(nlp: Language) -> None:
    text = "Verdict: A fine read.\nThe bridge was wet.\nVerdict: A dull read."
    assert _turns(text, nlp) == []


@pytest.mark.parametrize("kind", [BlockKind.CREDIT, BlockKind.CAPTION, BlockKind.PARAGRAPH])
@pytest.mark.parametrize("label", ["Photograph", "Tom Holt"])
def test_no_quote_runs_from_a_label_or_a_caption_into_the_next_paragraph(
    kind: BlockKind, label: str, nlp: Language
) -> None:
    line = f"Vera Lund, baker. {label}: John Roe/AP"
    after = "The old bridge at Torvale will reopen in May after two winters of repairs."
    text = f"Shops need it.\n{line}\n{after}"
    start = text.index(line)
    blocks = (Block(span=Span(0, start - 1), kind=BlockKind.BLOCK_QUOTE, level=1),)
    if kind is not BlockKind.PARAGRAPH:
        blocks += (Block(span=Span(start, start + len(line)), kind=kind, level=1),)
    article = replace(article_of(text), blocks=blocks)
    spans = [span for quote in analyse_article(article, nlp).quotes for span in quote.content_spans]
    assert [span for span in spans if span.end > start + len(line)] == []
    assert label != "Photograph" or [span.of(text) for span in spans] == ["Shops need it."]


@pytest.mark.parametrize(
    "line",
    [
        "On Mon, Feb 27, 2023 at 4:30 PM tom@example.org wrote:",
        "On Mon, Feb 27, 2023 at 4:30 PM <tom@example.org> wrote:",
    ],
)
def test_words_below_an_address_alone_are_nobodys(line: str, nlp: Language) -> None:
    words = "Shall we open the bridge on the first of May?"
    text = f"I agree.\n{line}\n{words}"
    block = Block(span=Span(text.index(words), len(text)), kind=BlockKind.BLOCK_QUOTE, level=1)
    analysis = analyse_article(replace(article_of(text), blocks=(block,)), nlp)
    assert _credits(analysis, text) == {words: ""}
