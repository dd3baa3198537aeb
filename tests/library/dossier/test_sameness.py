"""Who is who over several articles: never on names alone where roles speak against it."""

from __future__ import annotations

from inquit.library.dossier.sameness import decide, role_words
from inquit.model.annotation import name_key
from tests.library.dossier.making import occurrence, ruling

RYDER = name_key("Pat Ryder")


def test_the_same_full_name_without_a_conflict_of_role_is_the_same() -> None:
    one = occurrence("Pat Ryder", "Pentagon spokesman", article=1)
    two = occurrence("Pat Ryder", article=2)
    three = occurrence("Pat Ryder", "spokesman for the Pentagon", article=3)
    decided = decide(RYDER, [one, two, three], [])
    assert set(decided.same) == {one, two, three}
    assert decided.perhaps == ()


def test_another_role_is_perhaps_and_the_main_one_has_most_quotes() -> None:
    general = occurrence("Pat Ryder", "general", article=1, quotes=5)
    baker = occurrence("Pat Ryder", "baker", article=2, quotes=2)
    plain = occurrence("Pat Ryder", article=3)
    decided = decide(RYDER, [baker, general, plain], [])
    assert set(decided.same) == {general, plain}
    (perhaps,) = decided.perhaps
    assert (perhaps.role, perhaps.occurrences) == ("baker", (baker,))
    assert "another role" in perhaps.reason


def test_roles_are_joined_by_one_that_has_words_of_both() -> None:
    one = occurrence("Pat Ryder", "spokesman", article=1)
    two = occurrence("Pat Ryder", "general", article=2)
    both = occurrence("Pat Ryder", "general and spokesman", article=3)
    assert set(decide(RYDER, [one, two, both], []).same) == {one, two, both}


def test_empty_words_make_no_role_alike() -> None:
    assert role_words("former head of the agency") == {"head", "agency"}
    assert role_words("Democrat") == role_words("the Democratic")
    one = occurrence("Pat Ryder", "head of the bank", article=1, quotes=2)
    two = occurrence("Pat Ryder", "friend of the family", article=2)
    assert decide(RYDER, [one, two], []).same == (one,)


def test_like_names_and_last_names_alone_are_perhaps() -> None:
    full = occurrence("Pat Ryder", article=1)
    longer = occurrence("Patrick Ryder", article=2, quotes=3)
    alone = occurrence("Ryder", article=3)
    decided = decide(RYDER, [full, longer, alone], [])
    assert decided.same == (full,)
    assert [(each.name, each.reason) for each in decided.perhaps] == [
        ("Patrick Ryder", "a like name"),
        ("Ryder", "the last name alone"),
    ]


def test_a_name_that_is_not_full_is_sure_in_one_article_only() -> None:
    one, two = occurrence("Ryder", article=1), occurrence("Ryder", article=2)
    key = name_key("Ryder")
    assert decide(key, [one], []).same == (one,)
    decided = decide(key, [one, two], [])
    assert decided.same == ()
    assert "not a full one" in decided.perhaps[0].reason


def test_a_body_needs_no_second_word() -> None:
    one = occurrence("Pentagon", article=1, kind="organisation")
    two = occurrence("Pentagon", article=2, kind="organisation")
    assert len(decide(name_key("Pentagon"), [one, two], []).same) == 2


def test_a_description_is_somebody_else_in_every_article() -> None:
    for name, kind in (("analysts", "group"), ("I’m", "person")):
        found = [occurrence(name, article=number, kind=kind) for number in (1, 2)]
        assert decide(name_key(name), found, []).same == ()


def test_what_the_reader_said_counts_and_the_last_word_most() -> None:
    full = occurrence("Pat Ryder", "general", article=1, quotes=3)
    baker = occurrence("Pat Ryder", "baker", article=2)
    longer = occurrence("Patrick Ryder", article=3)
    same = [ruling("Pat Ryder", "Pat Ryder", "a2", same=True)]
    same.append(ruling("Pat Ryder", "Patrick Ryder", same=True))
    decided = decide(RYDER, [full, baker, longer], same)
    assert {each.article.article_id for each in decided.same} >= {"a2", "a3"}
    no_longer = [*same, ruling("Pat Ryder", "Patrick Ryder", same=False, at=2)]
    decided = decide(RYDER, [full, baker, longer], no_longer)
    assert longer not in decided.same
    assert all(longer not in each.occurrences for each in decided.perhaps)


def test_what_is_in_the_role_of_one_that_the_reader_named_belongs_to_it() -> None:
    general = occurrence("Pat Ryder", "general", article=1, quotes=9)
    baker = occurrence("Pat Ryder", "baker", article=2)
    other = occurrence("Pat Ryder", "baker in Leeds", article=3)
    said = [
        ruling("Pat Ryder", "Pat Ryder", "a2", same=True),
        ruling("Pat Ryder", "Pat Ryder", "a1", same=False),
    ]
    assert set(decide(RYDER, [general, baker, other], said).same) == {baker, other}
