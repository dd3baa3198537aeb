"""What holds for any text at all, and how the engine streams."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from inquit.attribution.engine import analyse_article, analyse_batches
from inquit.attribution.stretches import LONGEST, cut_paragraphs
from inquit.attribution.windows import windows_of
from inquit.model.article import article_of
from inquit.model.quotation import Analysis

WORDS = st.sampled_from(
    [
        "“", "”", '"', "'", "‘", "’", "''", "«", "»", ":", ",", ".", "?", "\n", "(", ")", "—",
        "said", "told", "according", "to", "that", "he", "she", "they", "the", "President",
        "official", "Ida", "Holm", "Mr.", "Lund", "a", "ship", "is", "late", "adding", "and",
        "\u200b", "😀", "é", "A", "1",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(WORDS, max_size=40).map(" ".join),
    st.lists(WORDS, max_size=40).map("".join),
    st.text(max_size=60),
)
FEW = settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@FEW
@given(text=TEXTS)
def test_every_span_lies_inside_the_text(text: str, analysed: Callable[[str], Analysis]) -> None:
    analysis = analysed(text)
    spans = [span for quote in analysis.quotes for span in quote.content_spans]
    spans += [mention.span for mention in analysis.mentions]
    spans += [a.cue.span for a in analysis.attributions if a.cue is not None]
    spans += [a.addressee for a in analysis.attributions if a.addressee is not None]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@FEW
@given(text=TEXTS)
def test_quotes_of_one_level_share_no_letter(
    text: str, analysed: Callable[[str], Analysis]
) -> None:
    quotes = [quote for quote in analysed(text).quotes if quote.within is None]
    spans = sorted(span for quote in quotes for span in quote.content_spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@FEW
@given(text=TEXTS)
def test_whatever_is_referred_to_is_there(text: str, analysed: Callable[[str], Analysis]) -> None:
    analysis = analysed(text)
    sources = {source.id for source in analysis.sources}
    referred = {m.source_id for m in analysis.mentions} | {
        a.source_id for a in analysis.attributions
    }
    assert referred - {None} <= sources
    ids = [quote.id for quote in analysis.quotes]
    assert len(set(ids)) == len(ids)
    assert [a.quote_id for a in analysis.attributions] == ids
    assert {quote.within for quote in analysis.quotes} - {None} <= set(ids)
    assert all(0.0 <= a.confidence <= 1.0 for a in analysis.attributions)


@FEW
@given(text=TEXTS)
def test_the_same_text_gives_the_same_result(
    text: str, analysed: Callable[[str], Analysis]
) -> None:
    assert analysed(text) == analysed(text)


STORY = (
    "Mayor Ida Holm spoke in the harbour on Monday about the lamp that has been dark for weeks.\n"
    "“The lamp is dark,” said Holm. “Nobody came.”\n"
    "A coastguard official told the council that the lamp would be repaired.\n"
)


def test_batches_add_up_to_the_analysis(nlp: Language) -> None:
    article = article_of(STORY * 40)
    batches = list(analyse_batches(article, nlp))
    analysis = analyse_article(article, nlp)
    assert len(batches) > 1
    assert [batch.done for batch in batches] == sorted({batch.done for batch in batches})
    assert batches[-1].done == article.block_spans[-1].end
    assert len(analysis.quotes) == 80
    assert {s.id for b in batches for s in b.sources} == {s.id for s in analysis.sources}


def test_a_source_keeps_its_id_when_its_full_name_is_learned(nlp: Language) -> None:
    text = "“The lamp is dark,” said Holm.\n" + "The sea was calm that night. " * 80 + "\n"
    article = article_of(text + "Ida Holm keeps the harbour.\n“Nobody came,” said Holm.")
    batches = list(analyse_batches(article, nlp))
    named = [source for batch in batches for source in batch.sources]
    assert [source.name for source in named] == ["Holm", "Ida Holm"]
    assert named[0].id == named[1].id


def test_a_window_never_holds_more_than_its_share() -> None:
    article = article_of(STORY * 400)
    windows = list(windows_of(article))
    sizes = [sum(len(stretch.span) for stretch in window.own) for window in windows]
    assert max(sizes) < 12_000
    spans = [stretch.span for window in windows for stretch in window.own]
    assert spans == list(article.block_spans)


def test_a_window_knows_the_paragraphs_around_it() -> None:
    windows = list(windows_of(article_of(STORY * 100)))
    for window, following in pairwise(windows):
        assert window.ahead == following.own[:2]
        assert following.before == window.own[-2:]
    assert windows[0].before == windows[-1].ahead == ()


def test_a_very_long_paragraph_is_cut_between_sentences() -> None:
    article = article_of("The sea was calm that night. " * 1000)
    parts = list(cut_paragraphs(article))
    assert all(len(span) <= LONGEST for span, _ in parts)
    assert all(span.of(article.text).startswith("The sea") for span, _ in parts)
    assert [goes_on for _, goes_on in parts] == [False] + [True] * (len(parts) - 1)


def test_a_quotation_over_many_paragraphs_is_one_quote(analysed: Callable[[str], Analysis]) -> None:
    text = "“The lamp is dark,” said Holm. “I saw it.\n" + "“Nobody came that night.\n" * 30
    text += "“So it was.”"
    (quote,) = analysed(text).quotes
    assert len(quote.content_spans) == 33


def test_a_quotation_left_open_for_longer_than_a_first_window_stays_one(
    analysed: Callable[[str], Analysis],
) -> None:
    part = "“We walked on along the river and counted the boats that were left there. " * 12
    text = "\n".join(
        ["Ida Holm read from her diary.", *[part.strip()] * 9, "“So we slept,” Holm said."]
    )
    text = text.replace("there. “", "there. ")
    analysis = analysed(text)
    assert len(text) > 6_000
    assert len([quote for quote in analysis.quotes if quote.within is None]) == 1
