"""What exports, copies and lists show of an interrupted quote is the same."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from markdown_it import MarkdownIt

from inquit.export import FORMATS
from inquit.export.plain import PlainOptions, render_in_pieces
from inquit.model.batch import as_single_batch
from inquit.model.printable import clean_line
from inquit.model.quotation import Analysis, Attribution, Quote, QuoteType, quote_id
from inquit.model.quoted_words import format_quote, words_of
from inquit.model.span import Span
from tests.app.conftest import article_of
from tui.reader import quote_formatting as citing
from tui.reader.correction_context import CorrectionContext, describe_passage
from widgets.attributed_quotes import AttributedQuote, AttributedQuotes
from widgets.detail_panel import details
from widgets.sidebar_rows import QUOTE, RowMaker
from widgets.source_colours import SourceColours

TEXT = (
    "“It was kept in a drawer,” Mona Cook said. “Nobody can now say where.”\n"
    "“The bridge,” she said, “will open.”\n"
    "“We tried,” she said, “and failed. Then,” she went on, “we won.”\n"
    "“No.” “No,” she said. “Never,” she added, “in June.”\n"
    "“The first goes on\n"
    "“in the second,” she said.\n"
    "The bill, she said, was, all said, paid.\n"
    "She was away, “abroad,” she said, “in Rome.”\n"
    "“He told me ‘go,’ they say, ‘go home’ and I went,” she said."
)
DIRECT, INDIRECT, MIXED = QuoteType
CASES: dict[str, tuple[QuoteType, tuple[str, ...], str]] = {
    "“It was kept in a drawer” “Nobody can now say where.”":
        (DIRECT, ("It was kept in a drawer", "Nobody can now say where."), ""),
    "“The bridge … will open.”": (DIRECT, ("The bridge", "will open."), ""),
    "“We tried … and failed. Then … we won.”":
        (DIRECT, ("We tried", "and failed. Then", "we won."), ""),
    "“No” “Never … in June.”": (DIRECT, ("No", "Never", "in June."), "“No,” she"),
    "“The first goes on in the second”": (DIRECT, ("The first goes on", "in the second"), ""),
    "The bill … was … paid": (INDIRECT, ("The bill", "was", "paid"), ""),
    "She was away, “abroad,” … “in Rome.”": (MIXED, ("She was away", "abroad,", "in Rome."), ""),
    "“He told me ‘go,’ they say, ‘go home’ and I went”":
        (DIRECT, ("He told me ‘go,’ they say, ‘go home’ and I went",), ""),
    "“go … go home”": (DIRECT, ("go", "go home"), "‘go,’"),
}  # fmt: skip
"""Kind and pieces of each quote by what is to be shown, and from where on to look for them."""

ARTICLE = article_of(TEXT)


def _quotes() -> dict[str, Quote]:
    made: dict[str, Quote] = {}
    for shown, (kind, pieces, near) in CASES.items():
        spans, at = [], TEXT.index(near)
        for piece in pieces:
            at = TEXT.index(piece, at)
            spans.append(Span(at, at + len(piece)))
            at += len(piece)
        outer = [each for each in made.values() if each.span.encloses(spans[0])]
        made[shown] = Quote(
            id=quote_id(ARTICLE.text_digest, spans[0]),
            type=kind,
            content_spans=tuple(spans),
            within=outer[0].id if outer else None,
        )
    return made


QUOTES = _quotes()
INNER = "“go … go home”"
GIVEN = tuple(
    Attribution(
        quote_id=quote.id, cue=None, mention=None, source_id=None, addressee=None,
        method="hand", confidence=0.0, reason="by hand",
    )
    for quote in QUOTES.values()
)  # fmt: skip
ANALYSIS = Analysis(
    article_id=ARTICLE.id,
    text_digest=ARTICLE.text_digest,
    engine_version="1",
    model_name="hand",
    quotes=tuple(QUOTES.values()),
    mentions=(),
    sources=(),
    attributions=GIVEN,
)
FOUND = AttributedQuotes()
FOUND.replace_all(ANALYSIS)
BARE = {shown: clean_line(words_of(TEXT, quote)) for shown, quote in QUOTES.items()}
COLOURS = SourceColours(background="#101010", muted="#a0a0a0", sources=("#80ff80",))


def finding(shown: str) -> AttributedQuote:
    return FOUND[QUOTES[shown].id]


def exported(name: str) -> str:
    chosen = FORMATS[name]
    return chosen.head + chosen.render(ARTICLE, ANALYSIS) + chosen.foot


def in_json(name: str, shown: str) -> dict[str, Any]:
    document = json.loads(exported(name))
    document = document[0] if isinstance(document, list) else document
    rows = [*document["quotes"], *document["nested_quotes"]]
    return next(row for row in rows if row["id"] == QUOTES[shown].id)


def in_csv(shown: str) -> str:
    start = str(QUOTES[shown].span.start)
    rows = csv.DictReader(io.StringIO(exported("csv")))
    return next(row["quote"] for row in rows if row["start"] == start)


def in_sidebar(shown: str) -> str:
    rows = RowMaker(ARTICLE, COLOURS).in_order(FOUND)
    return rows[rows.keys.index(QUOTE + QUOTES[shown].id)].text.removeprefix("Unattributed: ")


def in_plain(shown: str) -> str:
    """Return what `read --plain --quotes-only` says of a quote."""
    batches = (as_single_batch(ARTICLE, ANALYSIS),)
    lines = "".join(render_in_pieces(ARTICLE, batches, PlainOptions(quotes_only=True))).splitlines()
    number = sorted(CASES, key=lambda each: (QUOTES[each].span.start, -QUOTES[each].span.end))
    begin = f"Quote {number.index(shown) + 1}"
    return next(line.partition("direct: ")[2] or line.partition("mixed: ")[2]
                for line in lines if line.startswith(begin))  # fmt: skip


def in_text(shown: str) -> str:
    lines = [line.strip() for line in exported("text").splitlines()]
    return next(line for line in lines if line == shown)


def in_markdown(written: str, shown: str) -> str:
    """Return the paragraph that a page of Markdown shows a quote's words in."""
    inline = [token for token in MarkdownIt("gfm-like").parse(written) if token.type == "inline"]
    texts = ["".join(each.content for each in token.children or ()) for token in inline]
    found = next(text for text in texts if text.removeprefix("> ").endswith(shown))
    return re.sub(r"\A(?:Inside it, r|R)eported, [a-z ]+: ", "", found)


@pytest.mark.parametrize("shown", CASES)
def test_the_words_alone_are_the_same_in_data_copies_and_lists(shown: str) -> None:
    row, bare = in_json("json", shown), BARE[shown]
    assert clean_line(row["text"]) == clean_line(in_json("jsonl", shown)["text"]) == bare
    assert row["spans"] == [[span.start, span.end] for span in QUOTES[shown].content_spans]
    assert [clean_line(each) for each in row["pieces"]] == [
        words_in_marks(TEXT[start:end], QUOTES[shown]) for start, end in row["spans"]
    ]
    assert citing.words_of(ARTICLE, finding(shown)) == bare
    assert in_sidebar(shown) == bare
    if shown != INNER:
        assert in_csv(shown) == bare


def words_in_marks(words: str, quote: Quote) -> str:
    """Return a piece as it is to be shown alone: in a report with the article's marks."""
    return f"“{words}”" if quote.type is MIXED and f"“{words}”" in TEXT else words


@pytest.mark.parametrize("shown", CASES)
def test_the_printed_words_are_the_same_in_exports_copies_and_dialogs(shown: str) -> None:
    assert clean_line(format_quote(TEXT, QUOTES[shown])) == shown
    assert in_plain(shown) == in_text(shown) == shown
    assert citing.format_quote(ARTICLE, finding(shown)) == f"{shown} (unattributed)"
    assert in_markdown(exported("markdown"), shown) == shown
    copied = citing.format_quote_as_markdown(ARTICLE, finding(shown))
    assert in_markdown(copied.partition("\n")[0], shown) == shown
    here = CorrectionContext(
        article=ARTICLE, findings=FOUND, finding=finding(shown), selected=None, corrections=0
    )
    assert describe_passage(here) == f"Unattributed: {shown}"


def test_the_details_tell_the_words_around_in_the_same_way() -> None:
    outer = "“He told me ‘go,’ they say, ‘go home’ and I went”"
    lines = list(details(ARTICLE, finding(INNER), finding(outer)))
    assert f"inside what somebody said: {outer}" in lines


def test_a_report_never_has_the_look_of_a_quotation_in_markdown() -> None:
    for shown, quote in QUOTES.items():
        copied = citing.format_quote_as_markdown(ARTICLE, finding(shown))
        lines = [line for line in exported("markdown").splitlines() if shown in line]
        for line in (*lines, copied.partition("\n")[0]):
            assert line.startswith(">") == (quote.type is DIRECT)
            assert line.startswith("*Reported, ") == (quote.type is not DIRECT)


@pytest.mark.parametrize("shown", CASES)
def test_the_passage_is_copied_as_the_article_has_it(shown: str) -> None:
    copied = citing.passage_around(ARTICLE, finding(shown))
    assert copied in TEXT
    assert QUOTES[shown].span.of(TEXT) in copied
    if QUOTES[shown].type is DIRECT:
        assert copied[0] in "“‘"
        assert copied[-1] in "”’"
