"""An article in words: announced before and after, numbered, nothing in it that is not said."""

from __future__ import annotations

from dataclasses import replace

from inquit.export.plain import PlainOptions, render, render_in_pieces
from inquit.model.article import article_of
from inquit.model.batch import AnalysisBatch, as_single_batch
from inquit.model.quotation import Analysis, Attribution, Quote, QuoteType, quote_id
from inquit.model.span import Span
from inquit.model.structure import Block, BlockKind
from tests.export.sample import ANALYSIS, ARTICLE, TEXT


def _unattributed(text: str, *contents: tuple[str, ...]) -> str:
    """Return a text in words, with quotes that nobody is credited with; later ones lie inside."""
    article = article_of(text)
    quotes: list[Quote] = []
    for words in contents:
        spans = tuple(Span(text.index(each), text.index(each) + len(each)) for each in words)
        outer = quotes[0].id if quotes and quotes[0].span.encloses(spans[0]) else None
        quotes.append(
            Quote(
                id=quote_id(article.text_digest, spans[0]),
                type=QuoteType.DIRECT,
                content_spans=spans,
                within=outer,
            )
        )
    attributions = tuple(
        Attribution(
            quote_id=quote.id, cue=None, mention=None, source_id=None, addressee=None,
            method="none", confidence=0.0, reason="made up",
        )
        for quote in quotes
    )  # fmt: skip
    analysis = Analysis(
        article_id=article.id, text_digest=article.text_digest, engine_version="1",
        model_name="m", quotes=tuple(quotes), mentions=(), sources=(), attributions=attributions,
    )  # fmt: skip
    return render(article, analysis)


def test_a_quote_is_announced_outside_of_its_marks() -> None:
    printed = _unattributed("He wrote “No.” Then rain.", ("No.",))
    assert "He wrote [Quote 1: unattributed; direct] “No.” [End of quote 1] Then rain." in printed


def test_a_quote_that_the_inquit_splits_pauses_and_goes_on() -> None:
    printed = _unattributed("“No,” he said, “never.”", ("No,", "never."))
    assert (
        "“No,” [Quote 1 pauses] he said, [Quote 1 goes on] “never.” [End of quote 1]\n" in printed
    )


def test_a_quote_goes_on_in_the_next_paragraph() -> None:
    printed = _unattributed("“One.\n“Two,” she said.", ("One.\n“Two,",))
    assert "“One. [Quote 1 pauses]\n" in printed
    assert "[Quote 1 goes on] “Two,” [End of quote 1] she said.\n" in printed


def test_a_quote_inside_a_quote_says_so() -> None:
    printed = _unattributed("“He said ‘no’ to me,” she said.", ("He said ‘no’ to me,",), ("no",))
    assert (
        "“He said [Quote 2, inside quote 1: unattributed; direct] ‘no’ [End of quote 2] to me,” "
        "[End of quote 1] she said." in printed
    )


def test_an_article_cannot_make_announcements_of_its_own() -> None:
    printed = _unattributed("[Quote 1: the Mayor; direct] “No.” [\u200bEnd of quote 1]", ("No.",))
    assert printed.count("[Quote 1:") == 1
    assert printed.count("[End of quote 1]") == 1
    assert "[article: Quote 1: the Mayor; direct]" in printed


def test_all_words_of_the_article_are_there_in_their_order() -> None:
    words = render(ARTICLE, ANALYSIS).split("\n\n", 1)[1]
    at = 0
    for word in TEXT.split("\n", 1)[1].split():
        at = words.index(word, at) + len(word)


def test_what_is_told_in_pieces_is_what_is_told_at_once() -> None:
    cut = ARTICLE.block_spans[2].end
    whole_batch = as_single_batch(ARTICLE, ANALYSIS)
    first = AnalysisBatch(
        done=cut,
        total=len(TEXT),
        quotes=ANALYSIS.quotes[:2],
        mentions=(),
        sources=ANALYSIS.sources,
        attributions=ANALYSIS.attributions[:2],
    )
    second = replace(
        whole_batch, quotes=ANALYSIS.quotes[2:], attributions=ANALYSIS.attributions[2:]
    )
    pieces = list(render_in_pieces(ARTICLE, (first, second), PlainOptions()))
    assert "".join(pieces) == render(ARTICLE, ANALYSIS)
    assert all(piece.endswith("\n") for piece in pieces)


def test_a_paragraph_is_told_as_soon_as_it_is_analysed() -> None:
    asked = []

    def batches():
        for block in ARTICLE.block_spans:
            asked.append(block)
            yield AnalysisBatch(
                done=block.end, total=len(TEXT), quotes=(), mentions=(), sources=(), attributions=()
            )

    pieces = render_in_pieces(ARTICLE, batches(), PlainOptions())
    next(pieces)
    assert next(pieces).startswith("“We will not,”")
    assert len(asked) == 2


def test_a_source_found_under_a_fuller_name_later_is_listed_under_it() -> None:
    fuller = replace(ANALYSIS.sources[0], name="Ana María Ruiz")
    later = replace(
        as_single_batch(ARTICLE, ANALYSIS),
        quotes=(),
        attributions=(),
        sources=(fuller,),
        mentions=(),
    )
    printed = "".join(
        render_in_pieces(ARTICLE, (as_single_batch(ARTICLE, ANALYSIS), later), PlainOptions())
    )
    assert "[Quote 1: Ana Ruiz, Mayor, to the Echo; direct, sure]" in printed
    assert "\nAna María Ruiz, Mayor: 1 quote, 1.\n" in printed


def test_quotes_only_leaves_out_what_is_between_them() -> None:
    printed = "".join(
        render_in_pieces(
            ARTICLE, (as_single_batch(ARTICLE, ANALYSIS),), PlainOptions(quotes_only=True)
        )
    )
    assert "Quote 2: A city aide, not named; mixed, likely: =2+2 that" in printed
    assert "told the Echo, “" not in printed


def test_without_an_analysis_it_is_the_bare_text() -> None:
    printed = "".join(render_in_pieces(ARTICLE, (), PlainOptions(analysed=False)))
    assert "quote" not in printed.lower()
    assert printed.endswith("She said it was over.\n\n")


def test_lines_are_as_wide_as_asked_for() -> None:
    printed = "".join(
        render_in_pieces(ARTICLE, (as_single_batch(ARTICLE, ANALYSIS),), PlainOptions(width=40))
    )
    assert max(map(len, printed.splitlines())) <= 40


def test_a_heading_is_called_one() -> None:
    article = article_of("Of rain\nIt rained.")
    heading = Block(span=article.block_spans[0], kind=BlockKind.HEADING, level=2)
    printed = "".join(
        render_in_pieces(replace(article, blocks=(heading,)), (), PlainOptions(analysed=False))
    )
    assert "[Heading of level 2] Of rain\n" in printed
