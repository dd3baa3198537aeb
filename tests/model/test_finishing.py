"""An article finished by whoever opened it."""

from __future__ import annotations

from dataclasses import replace

from inquit.model.article import article_of
from inquit.model.finishing import finish_article

LOADED = replace(article_of("The ferry sails.", origin="a.txt"), notices=("read as Latin-1",))


def test_notices_stand_around_those_of_the_loader() -> None:
    finished = finish_article(LOADED, first=("kept",), last=("damaged",))
    assert finished.notices == ("kept", "read as Latin-1", "damaged")


def test_only_what_was_found_out_changes() -> None:
    finished = finish_article(LOADED, origin="b.txt")
    assert finished == replace(LOADED, origin="b.txt")
