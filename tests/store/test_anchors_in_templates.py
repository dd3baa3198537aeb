"""In articles full of look-alikes no passage moves to another one."""

from __future__ import annotations

import pytest

from bench.store.template_edits import EDITS, Outcome
from bench.store.templated import outcomes, surely_wrong
from inquit.model.annotation import Target, TextQuoteSelector, target_of
from inquit.model.span import Span
from inquit.store.anchors.anchoring import FoundPassage, find, locate
from tests.store.making import article

VOTES = "Mona Cook: No.\nHugo Hale: Yes.\nGina Mason: No.\nRuth Berg: Yes.\n"
MINUTES = (
    "The chair opened the debate.\n"
    "“The council should vote for closing the road before the winter,” Mona Cook said.\n"
    "The chair closed the debate.\n"
    "The chair opened the debate.\n"
    "“The council should vote for opening the road before the winter,” Gina Mason said.\n"
    "The chair closed the debate.\n"
)
WORDS = "The council should vote for closing the road before the winter,"


def _target(text: str, passage: str, inquit: str = "") -> Target:
    start, said = text.index(passage), text.find(inquit)
    words = Span(said, said + len(inquit)) if inquit else None
    return target_of(article(text), Span(start, start + len(passage)), words)


@pytest.mark.parametrize("inquit_known", [True, False])
def test_no_passage_of_a_template_moves_to_a_look_alike(inquit_known: bool) -> None:
    counts = outcomes(960, seed=3, inquit_known=inquit_known)
    assert {edit: counts[edit, Outcome.WRONG] for edit in EDITS} == dict.fromkeys(EDITS, 0)
    assert sum(counts[edit, Outcome.FOUND] for edit in EDITS) > 200


@pytest.mark.parametrize("inquit", ["", "Mona Cook:"])
def test_a_vote_that_was_removed_is_not_found_in_another_ones(inquit: str) -> None:
    removed = VOTES.replace("Mona Cook: No.\n", "")
    assert find(_target(VOTES, "No.", inquit), article(removed)) is None


def test_a_vote_is_found_again_by_who_cast_it() -> None:
    target = _target(VOTES, "No.", "Mona Cook:")
    edited = "Ann Lee: No.\nHugo Hale: Yes.\nMona Cook: No.\nOmar Ortiz: No.\n"
    start = edited.index("Mona Cook: ") + len("Mona Cook: ")
    found = locate(target, article(edited))
    assert found == FoundPassage(span=Span(start, start + 3), sure=False)


def test_a_vote_that_somebody_cast_twice_is_not_found_by_who_cast_it() -> None:
    text = VOTES + "Second vote.\nMona Cook: No.\nHugo Hale: No.\n"
    target = _target(text, "No.", "Mona Cook:")
    assert target.inquit == ""
    assert find(target, article("Third vote.\nMona Cook: No.\nGina Mason: Yes.\n")) is None


def test_a_name_that_goes_on_is_another_name() -> None:
    target = _target(VOTES, "No.", "Mona Cook:")
    assert find(target, article(VOTES.replace("Mona Cook:", "Mona Cooke:"))) is None


def test_a_motion_that_was_removed_is_not_found_in_the_opposite_one() -> None:
    removed = "\n".join(MINUTES.split("\n")[3:])
    for inquit in ("", "Mona Cook said"):
        assert find(_target(MINUTES, WORDS, inquit), article(removed)) is None


def test_words_that_were_turned_round_in_their_place_are_not_found() -> None:
    for inquit in ("", "Mona Cook said"):
        turned = MINUTES.replace("closing", "reopening")
        assert find(_target(MINUTES, WORDS, inquit), article(turned)) is None


def test_the_same_words_and_contexts_at_another_offset_are_sure() -> None:
    edited = "News.\n" + MINUTES
    start = edited.index(WORDS)
    found = locate(_target(MINUTES, WORDS), article(edited))
    assert found == FoundPassage(span=Span(start, start + len(WORDS)), sure=True)


def test_what_was_kept_of_old_is_found_where_words_and_contexts_are_the_same() -> None:
    known = _target(MINUTES, WORDS)
    old = Target(
        article_id=known.article_id,
        text_digest=known.text_digest,
        position=known.position,
        quote=known.quote,
    )
    found = locate(old, article("News.\n" + MINUTES))
    assert found is not None
    assert found.sure
    assert find(old, article("\n".join(MINUTES.split("\n")[3:]))) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Mona Cook: No.", "Mona Cook: No, we did not."),
        ("Mona Cook: No.", "Ramona Cook: No."),
        ("Mona Cook: No.", "Mary Mona Cook: No."),
        ("Mona Cook: No.", "Paul Reed: No."),
    ],
)
def test_a_short_answer_needs_all_of_its_words_and_its_name(old: str, new: str) -> None:
    text = "All were asked.\n" + VOTES
    for inquit in ("", "Mona Cook:"):
        assert find(_target(text, "No.", inquit), article(text.replace(old, new))) is None


def test_figures_that_changed_are_other_words() -> None:
    text = "10:15 GMT\nAt least seven people and 12 dogs were hurt near the market.\n10:20 GMT\n"
    target = _target(text, "At least seven people and 12 dogs were hurt near the market.")
    assert find(target, article(text.replace("12 dogs", "15 dogs"))) is None


def test_a_context_goes_on_until_it_differs_from_that_of_a_look_alike() -> None:
    text = f"Item 1.\n{MINUTES}Item 2.\n{MINUTES}"
    target = _target(text, WORDS)
    assert target.quote.prefix.startswith("1.")
    assert target.framed_share == 1
    removed = article(text.replace(f"Item 1.\n{MINUTES}", ""))
    assert find(target, removed) is None


MET, AGAIN = "The council met on Tuesday.\n", "It will meet again in June, the clerk said.\n"
SHARE = "We will not pay for the bridge unless the county pays its own share of it first."
FAR = f"{MET}Mona Cook, who spoke first, told the council on Tuesday that night: “{SHARE}”\n{AGAIN}"
LED = (
    f"{MET}In Ward 1 Mona Cook was asked in the meeting.\n"
    f"The member answered, after a long pause in which nobody spoke: “{SHARE}”\n{AGAIN}"
)


def test_what_an_earlier_version_kept_is_never_surely_a_look_alike() -> None:
    assert surely_wrong(1080, seed=4, kept=32) == 0


@pytest.mark.parametrize("inquit", ["", "Mona Cook", "Mona Cook, who spoke first, told"])
def test_words_are_not_found_where_only_a_name_far_off_changed(inquit: str) -> None:
    edited = FAR.replace("Mona Cook", "Paul Reed")
    assert find(_target(FAR, SHARE, inquit), article(edited)) is None


@pytest.mark.parametrize("text", [FAR, LED])
@pytest.mark.parametrize("kept", [32, 640])
def test_words_are_not_sure_where_a_name_changed_beyond_what_was_kept(text: str, kept: int) -> None:
    known = _target(text, SHARE)
    prefix, suffix = known.quote.prefix[-kept:], known.quote.suffix[:kept]
    old = Target(
        article_id=known.article_id,
        text_digest=known.text_digest,
        position=known.position,
        quote=TextQuoteSelector(exact=SHARE, prefix=prefix, suffix=suffix),
    )
    found = locate(old, article(text.replace("Mona Cook", "Paul Reed")))
    assert found is None or not found.sure


@pytest.mark.parametrize("text", [FAR, LED])
def test_words_are_sure_where_the_name_stands_as_it_did(text: str) -> None:
    for inquit in ("", "Mona Cook"):
        found = locate(_target(text, SHARE, inquit), article("News.\n" + text))
        assert found is not None
        assert found.sure


@pytest.mark.parametrize(
    ("text", "edited"),
    [
        (f"{MET}Mona Cook:\n{SHARE}\n{AGAIN}", f"{MET}Paul Reed:\n{SHARE}\n{AGAIN}"),
        (
            f"Mona Cook, mayor\n{SHARE}\nPaul Reed, deputy\nNever in my life.\n",
            f"Paul Reed, deputy\n{SHARE}\nMona Cook, mayor\nNever in my life.\n",
        ),
        (
            f"{MET}{SHARE}\n{AGAIN}",
            "Something else entirely was decided by the council on Monday night.\n"
            f"Later another mayor put up a sign. It read:\n{SHARE}\nNobody laughed.\n",
        ),
        (f"{MET}“{SHARE}” she said.\n{AGAIN}", f"Mona went home.\n“{SHARE}” he said.\n{AGAIN}"),
        (
            f"{MET}“{SHARE}” she told the council on Tuesday.\n{AGAIN}",
            f"Paul Reed left.\n“{SHARE}” she told the council on Tuesday.\nNobody laughed.\n",
        ),
    ],
    ids=["a label", "labels swapped", "a sign", "another pronoun", "another speaker before"],
)
def test_a_passage_is_not_found_by_one_side_or_none(text: str, edited: str) -> None:
    assert find(_target(text, SHARE), article(edited)) is None


def test_he_is_another_speaker_than_she_was() -> None:
    text = f"{MET}“{SHARE}” she said.\n{AGAIN}"
    assert find(_target(text, SHARE), article(text.replace("she said", "he said"))) is None
    assert find(_target(text, SHARE), article("News.\n" + text)) is not None


def test_a_paragraph_that_names_its_speaker_is_found_wherever_it_moves() -> None:
    own = f"“{SHARE}” Mona Cook told the council.\n"
    edited = f"Something else was decided.\n{own}Nobody laughed.\n"
    for inquit in ("", "Mona Cook told"):
        found = locate(_target(MET + own + AGAIN, SHARE, inquit), article(edited))
        assert found is not None
        assert found.span.of(edited) == SHARE


def test_a_name_that_goes_on_does_not_stand_for_the_inquit() -> None:
    text = f"{MET}“{SHARE}” said Ann Berg.\n{AGAIN}"
    edited = text.replace("Ann Berg", "Ann Berger")
    assert find(_target(text, SHARE, "said Ann Berg"), article(edited)) is None


def test_a_paragraph_that_went_to_another_item_is_not_found_by_what_stood_far_above_it() -> None:
    lines = [
        "The vote on item 4 was taken.",
        "The motion was carried by 7 votes to 1.",
        "The chair opened the debate.",
        "“The council should vote for closing Hill Lane before the winter comes,” Ivo Leo said.",
        "The chair closed the debate.",
        "Q: Have you read the budget?",
        "A: I abstain.",
        "The chair opened the debate.",
        "“The council should vote for closing the south bridge,” Tess Ortiz said.",
    ]
    moved = [*lines]
    moved[1], moved[6] = moved[6], moved[1]
    before, after = (article("\n".join(each)) for each in (lines, moved))
    start = before.text.index(lines[1])
    target = target_of(before, Span(start, start + len(lines[1])))
    assert find(target, before) is not None
    assert find(target, after) is None
