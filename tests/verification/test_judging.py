"""What becomes of a quotation that is held against articles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inquit.model.article import article_of
from inquit.model.quotation import Analysis, Quote, QuoteType, quote_id
from inquit.model.span import Span
from inquit.verification.differences import DifferenceKind
from inquit.verification.draft import read_quotation
from inquit.verification.judging import verify
from inquit.verification.verdict import Status

SOURCE = """The bridge will stay closed until the spring, Mayor Nora Quist told the council.

“We have looked at every bolt,” Quist said on Monday, “and we will not take chances with it.”

“It was safe in March,” said Tom Holt, an engineer. “Nobody believed the second \
report, not even those who wrote it.”

He said: "That's all I have to say about it."

The county would pay for all of the repairs itself, she said."""

QUIST, HOLT = "Nora Quist", "Tom Holt"
CREDITS = {
    "We have looked at every bolt": QUIST,
    "and we will not take chances with it": QUIST,
    "It was safe in March": HOLT,
    "Nobody believed the second report, not even those who wrote it": HOLT,
    "That's all I have to say about it": HOLT,
}


@pytest.mark.parametrize(
    "words",
    [
        "Nobody believed the second report, not even those who wrote it.",
        "not even those who wrote it",
        "We have looked at every bolt and we will not take chances with it",
        "We have looked … and we will not take chances",
        "Nobody [at the county] believed the second report",
        "[N]obody believed the [...] report",
        "That’s all I have to say about it",
    ],
)
def test_what_was_said_word_for_word_is_verbatim(judge, words: str) -> None:
    verdict = judge(words, SOURCE)
    assert verdict.status is Status.VERBATIM
    assert verdict.places[0].article.text == SOURCE
    assert not verdict.differences


def test_other_capitals_and_marks_are_verbatim_with_a_remark(judge) -> None:
    verdict = judge("nobody believed the second report: not even those who wrote it", SOURCE)
    assert verdict.status is Status.VERBATIM
    assert verdict.remarks == (
        "capitals differ: “Nobody” there",
        "marks between the words differ",
    )


def test_the_very_words_leave_no_remark(judge) -> None:
    words = "Nobody believed the second report, not even those who wrote it."
    assert judge(words, SOURCE).remarks == ()


def test_what_an_ellipsis_leaves_out_is_told(judge) -> None:
    assert judge("We have looked … and we will not", SOURCE).remarks == ("leaves out 3 words",)


@pytest.mark.parametrize(
    ("words", "kind", "here", "there"),
    [
        ("It was sound in March he knew", DifferenceKind.CHANGED, "sound", "safe"),
        ("Nobody believed the first report, not even those who wrote it",
         DifferenceKind.CHANGED, "first", "second"),
        ("Nobody believed the report, not even those who wrote it",
         DifferenceKind.LEFT_OUT, "", "second"),
        ("Nobody ever believed the second report, not even those who wrote it",
         DifferenceKind.ADDED, "ever", ""),
    ],
)  # fmt: skip
def test_other_words_are_altered_and_shown(judge, words, kind, here, there) -> None:
    source = SOURCE.replace("in March,”", "in March he knew,”")
    verdict = judge(words, source)
    assert verdict.status is Status.ALTERED
    (difference,) = (each for each in verdict.differences if each.kind is not DifferenceKind.SAME)
    assert (difference.kind, difference.here, difference.there) == (kind, here, there)


def test_a_moved_word_is_told_as_moved(judge) -> None:
    verdict = judge("Nobody believed the report, not even those second who wrote it", SOURCE)
    kinds = [each.kind for each in verdict.differences if each.kind is not DifferenceKind.SAME]
    assert verdict.status is Status.ALTERED
    assert kinds == [DifferenceKind.MOVED, DifferenceKind.MOVED]


def test_words_of_two_places_are_joined_with_both(judge) -> None:
    verdict = judge("We have looked at every bolt, not even those who wrote it", SOURCE)
    assert verdict.status is Status.JOINED
    assert [place.span.of(SOURCE) for place in verdict.places] == [
        "We have looked at every bolt",
        "not even those who wrote it",
    ]


def test_words_of_two_articles_are_joined(judge) -> None:
    one, other = "“I will not sign such a paper,” she said.", "“Ask me in a year or so,” he said."
    verdict = judge("I will not sign such a paper. Ask me in a year or so", one, other)
    assert verdict.status is Status.JOINED
    assert [place.article.text for place in verdict.places] == [one, other]


def test_an_ellipsis_over_what_another_said_joins(judge) -> None:
    words = "We have looked at every bolt … That’s all I have to say"
    assert judge(words, SOURCE, credits=CREDITS).status is Status.JOINED


def test_another_speaker_is_told(judge) -> None:
    verdict = judge("It was safe in March", SOURCE, speaker="Nora Quist", credits=CREDITS)
    assert verdict.status is Status.CREDITED_TO_ANOTHER
    assert verdict.places[0].speaker.name == "Tom Holt"
    assert verdict.confidence == 0.8


def test_one_article_that_credits_the_same_is_enough(judge) -> None:
    other = "“Truly, it was safe in March,” Nora Quist said."
    credited = {**CREDITS, "Truly, it was safe in March": "Nora Quist"}
    verdict = judge("It was safe in March", SOURCE, other, speaker="Quist", credits=credited)
    assert verdict.status is Status.VERBATIM
    assert [place.article.text for place in verdict.places] == [other]


def test_whom_two_articles_may_both_mean_is_to_check(judge) -> None:
    verdict = judge("It was safe in March", SOURCE, speaker="Tim Holt", credits=CREDITS)
    assert verdict.status is Status.VERBATIM
    assert verdict.remarks == ("“Tim Holt” here, “Tom Holt” there: check who is meant",)


@pytest.mark.parametrize(
    "words",
    [
        "The bridge will stay closed until the spring",
        "The county will pay for all of the repairs itself",
    ],
)
def test_words_without_marks_are_found_only_as_indirect_speech(judge, words: str) -> None:
    assert judge(words, SOURCE).status is Status.INDIRECT


def test_words_half_between_marks_say_so(judge) -> None:
    source = "She called it “a gift to the dredgers” of the harbour."
    verdict = judge("a gift to the dredgers of the harbour", source)
    assert verdict.status is Status.INDIRECT
    assert verdict.remarks == ("only some of it stands between quotation marks there",)


def test_a_direct_quote_without_marks_is_said(judge) -> None:
    source = "ROE: It will hold for years to come."
    credited = {"It will hold for years to come": "Roe"}
    assert judge("It will hold for years", source).status is Status.INDIRECT
    assert judge("It will hold for years", source, credits=credited).status is Status.VERBATIM


@pytest.mark.parametrize(
    "words",
    [
        "The herring were counted twice before breakfast on a Sunday",
        "I was told that it would be over in a matter of weeks",
        "Hardly",
    ],
)
def test_what_nobody_said_is_not_found(judge, words: str) -> None:
    verdict = judge(words, SOURCE)
    assert verdict.status is Status.NOT_FOUND
    assert verdict.places == ()


def test_nothing_to_hold_it_against_finds_nothing(judge) -> None:
    assert judge("It was safe in March").status is Status.NOT_FOUND


def test_few_words_are_less_sure_than_many(judge) -> None:
    short, long = judge("That's all", SOURCE), judge("That's all I have to say", SOURCE)
    assert short.status is long.status is Status.VERBATIM
    assert short.confidence < long.confidence == 1.0


def test_a_quotation_over_paragraphs_is_one(judge) -> None:
    source = "“We go on Monday.\n\n“And we will not come back,” she said."
    words = "We go on Monday. And we will not come back"
    assert judge(words, source).status is Status.VERBATIM


def test_the_place_is_that_of_the_article(judge) -> None:
    verdict = judge("not even those who wrote it", "Short.", SOURCE)
    (place,) = verdict.places
    assert place.span.of(SOURCE) == "not even those who wrote it"


def test_common_words_in_many_articles_do_not_hide_the_one(judge) -> None:
    others = [
        f"“I think that it is not a lot of it,” he said for the {n}th time." for n in range(60)
    ]
    source = "“I think that it is not a dredger,” she said."
    assert judge("I think that it is not a dredger", *others, source).status is Status.VERBATIM


def test_a_source_that_denies_the_words_is_told() -> None:
    text = "Tom Holt never said “it was safe in March”."
    span = Span(text.index("it was"), text.index("”"))
    article = article_of(text)
    denied = Quote(
        id=quote_id(article.text_digest, span),
        type=QuoteType.DIRECT,
        content_spans=(span,),
        negated=True,
    )
    analysis = Analysis(
        article_id=article.id,
        text_digest=article.text_digest,
        engine_version="",
        model_name="",
        quotes=(denied,),
        mentions=(),
        sources=(),
        attributions=(),
    )
    words = "It was safe in March"
    quotation = read_quotation(words, (Span(0, len(words)),))
    assert quotation is not None
    (verdict,) = verify([replace(quotation, denied=True)], [article], lambda _: analysis)
    assert verdict.status is Status.VERBATIM
    assert verdict.remarks[-2:] == (
        "the source says that this was not said",
        "the draft says that this was not said",
    )
