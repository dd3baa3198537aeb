"""Dossiers with notes, narrowed, ruled on, and printed."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from inquit.errors import UnknownRecordError
from inquit.service.library.dossier_rendering import (
    DOSSIER_RENDERERS,
    DossierPage,
    draw_timeline,
    names_of,
)
from inquit.service.library.dossiers import (
    Dossier,
    dossier_of,
    echoes_of,
    find_perhaps,
    frequent_sources,
    only_about,
    rule_on,
    rule_on_statement,
)
from inquit.service.library.own_work import OwnWork, take_own_work
from inquit.store.records.record_factory import new_note
from inquit.store.records.repository import Repository
from tests.service.library.conftest import TARIFFS, Shelf

BAKER = "“The bread \x1b[31mis late.” said Pat Ryder (baker)."


@pytest.fixture(autouse=True)
def articles(shelf: Shelf) -> None:
    shelf.keep(TARIFFS, "sha256:a")
    shelf.keep("“We stay.” said Pat Ryder (spokesman). “No.” said officials.", "sha256:b")
    shelf.keep(BAKER, "sha256:c")
    shelf.catch_up()


def ryder(shelf: Shelf, own: OwnWork | None = None) -> Dossier:
    found = dossier_of(shelf.library, "Ryder", own or OwnWork())
    assert found is not None
    return found.dossier


def test_notes_on_the_source_are_there(shelf: Shelf) -> None:
    note = new_note("Pat Ryder", "called back", tags=("trade",))
    found = dossier_of(shelf.library, "pat ryder", OwnWork(notes=(note,)))
    assert found is not None
    assert found.notes == (note,)
    assert dossier_of(shelf.library, "Nobody", OwnWork()) is None


def test_what_the_reader_says_is_kept_and_taken_back(shelf: Shelf, tmp_path: Path) -> None:
    dossier = ryder(shelf)
    assert dossier.articles == 2
    (perhaps,) = dossier.perhaps
    made = rule_on(dossier, find_perhaps(dossier, perhaps.handle), same=True)
    with Repository.open(tmp_path / "store") as store:
        store.add_identity(made)
        assert ryder(shelf, take_own_work(store)).articles == 3
        store.remove_identity(made.id)
        assert ryder(shelf, take_own_work(store)).articles == 2
        store.undo()
        assert ryder(shelf, take_own_work(store)).articles == 3


def test_an_article_can_be_said_to_be_anothers(shelf: Shelf) -> None:
    dossier = ryder(shelf)
    made = rule_on_statement(dossier, dossier.statements[0].handle)
    parted = ryder(shelf, OwnWork(identities=(made,)))
    assert parted.articles == 1
    with pytest.raises(UnknownRecordError):
        rule_on_statement(dossier, "none")
    with pytest.raises(UnknownRecordError):
        find_perhaps(dossier, "none")


def test_it_is_narrowed_by_words_and_publication(shelf: Shelf) -> None:
    dossier = ryder(shelf)
    assert only_about(dossier, "tarif").articles == 1
    assert only_about(dossier, publication="sha256:b").articles == 1
    assert only_about(dossier, "nothing").statements == ()


def test_every_format_has_the_statements_and_drives_no_terminal(shelf: Shelf) -> None:
    own = OwnWork(identities=(rule_on(ryder(shelf), ryder(shelf).perhaps[0], same=True),))
    dossier = ryder(shelf, own)
    page = DossierPage(dossier=dossier, echoes=echoes_of(shelf.library, dossier), with_unnamed=True)
    shown = {name: render(page) for name, render in DOSSIER_RENDERERS.items()}
    for text in shown.values():
        assert "\x1b" not in text
        assert "We will raise tariffs" in text
    assert "officials (1)" in shown["text"]
    assert shown["text"].splitlines()[0] == "Pat Ryder: 3 quotes in 3 articles"
    assert len(json.loads(shown["json"])["statements"]) == 3
    assert len(list(csv.DictReader(io.StringIO(shown["csv"])))) == 3
    assert shown["markdown"].startswith("# Pat Ryder")


def test_the_timeline_is_as_high_as_there_are_statements(shelf: Shelf) -> None:
    dossier = ryder(shelf)
    assert draw_timeline(dossier) == ""
    months = (("2026-01", 8), ("2026-02", 0), ("2026-03", 1))
    assert draw_timeline(replace(dossier, months=months)) == "2026-01 █ ▁ 2026-03"
    many = tuple((f"{2000 + n // 12}-{n % 12 + 1:02}", 1) for n in range(500))
    assert len(draw_timeline(replace(dossier, months=many))) < 80


def test_the_most_quoted_are_listed(shelf: Shelf) -> None:
    assert names_of(frequent_sources(shelf.library, 5)) == "3\t3\tPat Ryder"
