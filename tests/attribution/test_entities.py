"""A name means whoever was named so before; where several share it, it is left open."""

from __future__ import annotations

from inquit.attribution.linking.entities import Entities
from inquit.attribution.linking.entity import Entity
from inquit.attribution.linking.name_kinds import acronym_after
from inquit.attribution.linking.names import names_in


def noted(entities: Entities, text: str, paragraph: int = 1, offset: int = 0) -> Entity | None:
    (parts,) = names_in(text, offset=offset)
    return entities.note(parts, paragraph)


def test_a_last_name_means_whoever_has_it() -> None:
    entities = Entities("0" * 12)
    full = noted(entities, "Ida Holm")
    assert noted(entities, "Holm", 2, 40) is full


def test_a_fuller_name_makes_the_same_entity_known_better() -> None:
    entities = Entities("0" * 12)
    short = noted(entities, "Holm")
    assert short is not None
    first = short.id
    assert noted(entities, "Ida Holm", 2, 40) is short
    assert (short.id, short.display) == (first, "Ida Holm")


def test_two_given_names_are_two_people() -> None:
    entities = Entities("0" * 12)
    assert noted(entities, "Anna Berg") is not noted(entities, "Erik Berg", 1, 30)


def test_a_shared_last_name_is_left_open() -> None:
    entities = Entities("0" * 12)
    noted(entities, "Anna Berg")
    noted(entities, "Erik Berg", 1, 30)
    assert noted(entities, "Berg", 2, 60) is None


def test_a_title_tells_which_of_two_is_meant() -> None:
    entities = Entities("0" * 12)
    noted(entities, "Anna Berg")
    erik = noted(entities, "Erik Berg", 1, 30)
    assert noted(entities, "Mr. Berg", 2, 60) is erik


def test_ids_are_never_given_twice() -> None:
    entities = Entities("0" * 12)
    one, other = noted(entities, "Anna Berg"), noted(entities, "Per Lund")
    assert one is not None
    assert other is not None
    assert one.id != other.id


def test_reads_the_acronym_in_brackets_after_a_name() -> None:
    text = "The International Whale Council (IWC) met."
    assert acronym_after(text, text.index(" (")) == "IWC"
    assert acronym_after(text, 3) == ""
