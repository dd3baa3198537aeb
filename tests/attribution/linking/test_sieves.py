"""Each sieve answers for what is its own and leaves the rest to the others; their order counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inquit.attribution.linking.confidence import EVIDENCE
from inquit.attribution.linking.description import Description
from inquit.attribution.linking.entity import Entity
from inquit.attribution.linking.interview import Parties
from inquit.attribution.linking.names import names_in
from inquit.attribution.linking.resolution import Resolution
from inquit.attribution.linking.sieves import (
    SIEVES,
    company,
    descriptions,
    labels,
    names,
    pronouns,
    resolve,
)
from tests.attribution.linking.making import Story


def entity_of(answer: Resolution | None) -> Entity | None:
    assert answer is not None
    return answer.entity


def test_the_sieves_stand_in_their_order() -> None:
    assert [sieve.__name__ for sieve in SIEVES] == [
        "party",
        "initials",
        "without_letters",
        "nobody",
        "one_of_several",
        "first_person",
        "he_or_she",
        "they",
        "it",
        "relative",
        "open_pronoun",
        "together",
        "family",
        "pair",
        "misspelt",
        "named_last",
        "known",
        "shared",
        "new",
        "kin",
        "apposition",
        "described_before",
        "recalled",
        "new",
    ]


def test_the_first_sieve_that_knows_answers() -> None:
    story = Story("Ida Holm met Per Lund. Holm")
    holm = story.meet("Ida Holm")
    answer = resolve(story.mention("Holm"), story.context())
    assert (answer.entity, answer.evidence) == (holm, "named before")


def test_every_answer_has_its_evidence_in_the_table() -> None:
    told = Story("Nobody. He. It. The mayor. Ida Holm. --")
    answers = [
        resolve(told.mention(words), told.context())
        for words in ("Nobody", "He", "It", "The mayor", "Ida Holm", "--")
    ]
    assert {answer.evidence for answer in answers} <= set(EVIDENCE)


# Labels.


def test_party_is_whom_the_interview_lets_answer() -> None:
    story = Story("A talk with Ida Holm\n\nQ: Why?\n\nA: For the sea.")
    (holm,) = names_in("Ida Holm", offset=12)
    story.parties = Parties(answerer=holm)
    answer = labels.party(story.mention("A"), story.context())
    assert answer is not None
    assert (answer.evidence, answer.name) == ("party", holm)
    assert labels.party(story.mention("Q"), story.context()) == replace(
        answer, evidence="no party", name=None
    )


def test_party_leaves_other_labels_alone() -> None:
    story = Story("Holm: Yes.")
    assert labels.party(story.mention("Holm"), story.context()) is None


def test_initials_are_those_of_the_one_person_who_has_them() -> None:
    story = Story("Ida Holm spoke to us.\n\nIH: The sea.")
    holm = story.meet("Ida Holm")
    assert entity_of(labels.initials(story.mention("IH"), story.context())) is holm
    story.meet("Ida Holm")
    assert labels.initials(story.mention("spoke"), story.context()) is None


def test_initials_of_two_are_left_open() -> None:
    story = Story("Ida Holm and Ivar Hald spoke.\n\nIH: The sea.")
    story.meet("Ida Holm")
    story.meet("Ivar Hald")
    assert labels.initials(story.mention("IH"), story.context()) is None


def test_what_has_no_letter_names_nobody() -> None:
    story = Story("-- said so")
    answer = labels.without_letters(story.mention("--"), story.context())
    assert answer is not None
    assert answer.evidence == "no words"
    assert labels.without_letters(story.mention("said"), story.context()) is None


@pytest.mark.parametrize("words", ["Nobody", "No one", "None of the witnesses"])
def test_nobody_is_nobody(words: str) -> None:
    story = Story(f"{words} said the bridge was safe.")
    answer = labels.nobody(story.mention(words), story.context())
    assert answer is not None
    assert (answer.evidence, answer.entity) == ("nobody", None)


def test_nobody_leaves_somebody_alone() -> None:
    story = Story("One of the witnesses said so.")
    assert labels.nobody(story.mention("One of the witnesses"), story.context()) is None


# Pronouns.


def test_the_first_person_is_who_speaks() -> None:
    story = Story("Ida Holm said: “I told them.”")
    holm = story.meet("Ida Holm")
    mention = story.mention("I")
    assert entity_of(pronouns.first_person(mention, story.context(speaker=holm))) is holm
    assert pronouns.first_person(mention, story.context()) is None


def test_he_is_the_man_who_was_named() -> None:
    story = Story("Anna Holm met Peter Lund at the pier. He")
    story.meet("Anna Holm")
    lund = story.meet("Peter Lund", subject=False)
    assert entity_of(pronouns.he_or_she(story.mention("He"), story.context())) is lund


def test_he_is_no_letter() -> None:
    story = Story("The letter came in May. He")
    story.describe("The letter")
    answer = pronouns.he_or_she(story.mention("He"), story.context())
    assert answer is not None
    assert answer.evidence == "nobody fits"


def test_she_is_who_was_asked_rather_than_who_asked() -> None:
    story = Story("The clerk asked Nora Lind to wait, but she")
    story.describe("The clerk")
    lind = story.meet("Nora Lind", subject=False, met=True)
    assert entity_of(pronouns.he_or_she(story.mention("she"), story.context())) is lind


def test_he_is_the_newcomer_rather_than_who_spoke_first() -> None:
    story = Story("Tom Holt spoke first. The baker came in later. he")
    story.meet("Tom Holt")
    baker = story.describe("The baker", newcomer=True)
    assert entity_of(pronouns.he_or_she(story.mention("he"), story.context())) is baker


def test_he_does_not_answer_what_he_asked() -> None:
    story = Story("Tom Holt nodded. When Karl Denz asked whether it was so, he")
    holt = story.meet("Tom Holt")
    story.meet("Karl Denz", asks=True)
    assert entity_of(pronouns.he_or_she(story.mention("he"), story.context())) is holt


def test_what_a_pronoun_was_taken_for_is_no_evidence_of_gender() -> None:
    story = Story("Kwende spoke. He")
    kwende = story.meet("Kwende")
    mention = story.mention("He")
    found = story.entities.settle(mention, resolve(mention, story.context()))
    assert found.entity is kwende
    assert (kwende.gender, kwende.likely_gender) == ("", "m")


def test_they_are_two_who_were_named_together() -> None:
    story = Story("Anna Brisk and Tom Holt opened the bridge. they")
    pair = story.entities.join(
        (story.meet("Anna Brisk"), story.meet("Tom Holt")),
        ("Anna", "Brisk", "and", "Tom", "Holt"),
        story.span("Anna Brisk"),
        1,
    )
    story.trace(pair, story.span("Tom Holt"), subject=True)
    assert entity_of(pronouns.they(story.mention("they"), story.context())) is pair


def test_they_are_nobody_who_is_one() -> None:
    story = Story("Anna Brisk opened the bridge. they")
    story.meet("Anna Brisk")
    answer = pronouns.they(story.mention("they"), story.context())
    assert answer is not None
    assert answer.evidence == "open"


def test_it_is_a_body() -> None:
    story = Story("Anna Brisk joined the Harbour Council. it")
    story.meet("Anna Brisk")
    council = story.meet("Harbour Council", subject=False)
    assert entity_of(pronouns.it(story.mention("it"), story.context())) is council


def test_a_relative_pronoun_is_the_body_right_before_it() -> None:
    story = Story("the Harbour Council, which")
    council = story.meet("Harbour Council")
    assert entity_of(pronouns.relative(story.mention("which"), story.context())) is council
    answer = pronouns.relative(story.mention("which"), Story("nothing").context())
    assert answer is not None
    assert answer.evidence == "open"


def test_other_pronouns_are_open_and_words_are_none() -> None:
    story = Story("you and Holm")
    answer = pronouns.open_pronoun(story.mention("you"), story.context())
    assert answer is not None
    assert answer.entity is None
    assert pronouns.open_pronoun(story.mention("Holm"), story.context()) is None


# Several together.


def test_two_names_side_by_side_are_both() -> None:
    story = Story("Anna Brisk came. Tom Holt came. Tom Holt and Anna Brisk")
    both = {story.meet("Anna Brisk"), story.meet("Tom Holt")}
    answer = company.together(story.mention("Tom Holt and Anna Brisk"), story.context())
    assert answer is not None
    assert set(answer.members) == both


def test_a_family_is_who_was_named_of_it() -> None:
    story = Story("Mark Rowe came with Ida Rowe. The Rowes")
    both = (story.meet("Mark Rowe"), story.meet("Ida Rowe"))
    answer = company.family(story.mention("The Rowes"), story.context())
    assert answer is not None
    assert answer.members == both
    assert company.family(story.mention("Ida Rowe"), story.context()) is None


def test_a_family_of_which_nobody_was_named_is_none() -> None:
    story = Story("Tom Holt came. The Rowes")
    story.meet("Tom Holt")
    assert company.family(story.mention("The Rowes"), story.context()) is None


@pytest.mark.parametrize("words", ["The couple", "Both", "the two"])
def test_the_couple_are_those_named_together_last(words: str) -> None:
    story = Story(f"Anna Brisk and Tom Holt came. {words}")
    pair = story.entities.join(
        (story.meet("Anna Brisk"), story.meet("Tom Holt")), ("Both",), story.span("Anna Brisk"), 1
    )
    assert entity_of(company.pair(story.mention(words), story.context())) is pair


def test_a_couple_is_somebody_new() -> None:
    story = Story("Anna Brisk and Tom Holt came. A couple")
    assert company.pair(story.mention("A couple"), story.context()) is None


# Names.


def test_a_name_one_letter_off_is_a_misspelling() -> None:
    story = Story("Ida Lindqvist came. Lindquist")
    known = story.meet("Ida Lindqvist")
    assert entity_of(names.misspelt(story.mention("Lindquist"), story.context())) is known
    assert names.misspelt(story.mention("Ida Lindqvist"), story.context()) is None


def test_a_shared_name_is_who_spoke_last_in_the_paragraph() -> None:
    story = Story("Anna Berg came. Erik Berg came. Berg")
    anna, erik = story.meet("Anna Berg"), story.meet("Erik Berg")
    assert names.named_last(story.mention("Berg"), story.context()) is None
    story.entities.credit(anna)
    story.entities.credit(erik)
    assert entity_of(names.named_last(story.mention("Berg"), story.context())) is erik


@pytest.mark.parametrize("words", ["Ida Holm", "Holm", "Mrs Holm"])
def test_a_name_is_known_in_each_of_its_forms(words: str) -> None:
    story = Story(f"Ida Holm came.\n\n{words}")
    holm = story.meet("Ida Holm")
    assert entity_of(names.known(story.mention(words), story.context())) is holm


def test_accents_do_not_part_two_spellings() -> None:
    story = Story("José Núñez came. Nunez")
    known = story.meet("José Núñez")
    assert entity_of(names.known(story.mention("Nunez"), story.context())) is known


def test_a_name_that_two_have_is_open() -> None:
    story = Story("Anna Berg came. Erik Berg came. Berg")
    story.meet("Anna Berg")
    story.meet("Erik Berg")
    answer = names.shared(story.mention("Berg"), story.context())
    assert answer is not None
    assert (answer.evidence, answer.entity) == ("shared", None)
    assert names.shared(story.mention("Anna Berg"), story.context()) is None


def test_a_new_name_introduces_somebody() -> None:
    story = Story("Ida Holm")
    answer = names.new(story.mention("Ida Holm"), story.context())
    assert answer is not None
    assert answer.name is not None
    assert answer.name.name == ("Ida", "Holm")
    assert names.new(Story("the mayor").mention("the mayor"), story.context()) is None


# Descriptions.


def test_one_of_several_is_who_is_named_after_it() -> None:
    story = Story("One, Oksana, said so.")
    answer = descriptions.one_of_several(story.mention("One"), story.context())
    assert answer is not None
    assert answer.name is not None
    assert answer.name.name == ("Oksana",)


def test_her_mother_is_the_mrs_of_her_name() -> None:
    story = Story("Mrs. Holm sat. Ida Holm spoke. her mother")
    mother = [story.meet("Mrs. Holm") for _ in range(3)][-1]
    story.meet("Ida Holm")
    assert entity_of(descriptions.kin(story.mention("her mother"), story.context())) is mother


def test_his_wife_is_the_same_wherever_she_is_called_so() -> None:
    story = Story("Peter Holm sat. his wife")
    story.meet("Peter Holm")
    mention = story.mention("his wife")
    first = descriptions.kin(mention, story.context())
    assert first is not None
    wife = story.entities.settle(mention, first).entity
    assert wife is not None
    assert entity_of(descriptions.kin(mention, story.context())) is wife


def test_an_apposed_name_is_whom_a_description_means() -> None:
    story = Story("the chief engineer, Per Lund, said so.")
    answer = descriptions.apposition(story.mention("the chief engineer"), story.context())
    assert answer is not None
    assert answer.name is not None
    assert (answer.name.name, answer.role) == (("Per", "Lund"), "chief engineer")


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Mayor Anna Brisk came. The mayor", "Mayor Anna Brisk", "The mayor"),
        ("President-elect Ann Roe came. the future president", "President-elect Ann Roe",
         "the future president"),
        ("the Harbour Council met. The council", "Harbour Council", "The council"),
        ("Torvale Police came. Police", "Torvale Police", "Police"),
    ],
)  # fmt: skip
def test_a_definite_description_is_whom_it_fits(text: str, name: str, words: str) -> None:
    story = Story(text)
    known = story.meet(name)
    answer = descriptions.described_before(story.mention(words), story.context())
    assert entity_of(answer) is known


def test_police_are_no_police_officer() -> None:
    story = Story("Torvale Police Detective Ann Roe came. Police")
    story.meet("Torvale Police Detective Ann Roe")
    assert descriptions.described_before(story.mention("Police"), story.context()) is None


def test_an_age_calls_back_who_is_so_old() -> None:
    story = Story("Ida Holm, 45, met Per Lund. the 45-year-old")
    holm = story.meet("Ida Holm")
    story.entities.describe(holm, Description(age=45))
    story.meet("Per Lund", subject=False)
    answer = descriptions.recalled(story.mention("the 45-year-old"), story.context())
    assert answer is not None
    assert (answer.entity, answer.evidence) == (holm, "same age")


def test_an_office_calls_nobody_back() -> None:
    story = Story("Ida Holm came. the mayor")
    story.meet("Ida Holm")
    assert descriptions.recalled(story.mention("the mayor"), story.context()) is None


def test_any_other_description_is_somebody_new() -> None:
    story = Story("a man in the crowd")
    answer = descriptions.new(story.mention("a man in the crowd"), story.context())
    assert answer is not None
    assert answer.describes


def test_who_was_told_answers_where_and_or_but_goes_on() -> None:
    story = Story("Tom Holt told Karl Denz that it was sold, and he said it was too late.")
    story.meet("Tom Holt")
    karl = story.meet("Karl Denz", subject=False, met=True)
    assert entity_of(pronouns.he_or_she(story.mention("he"), story.context())) is karl


def test_who_was_asked_answers_where_the_verb_tells_so() -> None:
    story = Story("Tom Holt asked Karl Denz about it. He replied that it was sold.")
    tom = story.meet("Tom Holt")
    karl = story.meet("Karl Denz", subject=False, met=True)
    he = story.mention("He")
    assert entity_of(pronouns.he_or_she(he, story.context())) is tom
    replying = replace(story.context(), replies=True)
    assert entity_of(pronouns.he_or_she(he, replying)) is karl


def test_a_description_by_what_somebody_does_is_known() -> None:
    story = Story("Vera Salo owns the mill. Ida Holm came. The mill owner said no.")
    vera = story.meet("Vera Salo")
    story.meet("Ida Holm")
    story.entities.call(vera, {"owner": frozenset({"the", "mill"})})
    answer = descriptions.described_before(story.mention("The mill owner"), story.context())
    assert entity_of(answer) is vera


def test_a_description_calls_back_nobody_who_does_something_else() -> None:
    story = Story("Ann Field played. Lars Dahl coaches the club. The goalkeeper said no.")
    ann = story.meet("Ann Field")
    lars = story.meet("Lars Dahl")
    story.entities.call(lars, {"coach": frozenset()})
    answer = descriptions.recalled(story.mention("The goalkeeper"), story.context())
    assert entity_of(answer) is ann
