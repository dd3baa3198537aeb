"""Notes and corrections that an earlier engine's names and ids led to still show."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from inquit.attribution.analyse import analyse
from inquit.model.article import article_of
from inquit.model.batch import as_single_batch
from inquit.service.corrections import place_corrections
from inquit.store.records.repository import Repository
from tui.reader.state import Reading

WRITTEN = Path(__file__).parent.parent / "store" / "data" / "engine-8" / "inquit.json"
TEXT = (
    "Tanaiste Liam Roe said the bridge would open in May.\n\n"
    "President-elect Ann Lind spoke in Torvale on Monday. “We are proud of it,” the future "
    "President said.\n\n"
    "The clerk asked Nora Vane to wait, but she said she had no time.\n\n"
    "Mark and Ida Rowe keep sheep. The Rowes said the wool was worth nothing."
)
"""What an inquit with engine 8 wrote its store for; the store has a note on each of its sources."""


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    shutil.copyfile(WRITTEN, tmp_path / "inquit.json")
    article = article_of(TEXT, article_id="pipe:bridge", origin="a pipe")
    with Repository.open(tmp_path) as repository:
        notes, corrections = repository.notes(), repository.corrections()
    reading = Reading(
        article=article, all_notes=notes, notes={note.about: note for note in notes}
    ).take_in([as_single_batch(article, analyse(TEXT))])
    return reading.set_right(place_corrections(article, corrections))


def test_each_note_shows_on_a_source_or_is_listed(reading: Reading) -> None:
    shown = {
        source.name: [note.about_name for note in reading.notes_on(source)]
        for source, _ in reading.findings.sources()
        if source is not None
    }
    assert shown == {
        "Liam Roe TD": ["Tanaiste Liam Roe"],
        "Ann Lind": ["the future President"],
        "The clerk": ["The clerk"],
        "Nora Vane": [],
        "Mark and Ida Rowe": ["Ida Rowe"],
    }
    assert len(reading.all_notes) == 4


def test_each_correction_is_done(reading: Reading) -> None:
    assert reading.orphaned == frozenset()
    roles = {each.name: each.role for each, _ in reading.findings.sources() if each is not None}
    assert roles["Mark and Ida Rowe"] == "shepherd"
    assert "Liam Roe TD" in roles


def test_a_note_leads_to_the_source_that_it_shows_on(reading: Reading) -> None:
    names = {each.id: each.name for each, _ in reading.findings.sources() if each is not None}
    leads = {
        note.about_name: names[reading.source_keys()[note.about]] for note in reading.all_notes
    }
    assert leads["the future President"] == "Ann Lind"
    assert leads["The clerk"] == "The clerk"
