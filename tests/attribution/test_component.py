"""`nlp.add_pipe("inquit")` on anybody's pipeline: what it puts on a Doc, and that it lasts."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from inquit import analyse
from inquit.attribution import component
from inquit.attribution.finding.encoder.weights import DEEP_PACKAGE, load_encoder
from inquit.errors import ModelError

TEXT = "“The bridge will stay closed,” said Mayor Nora Quist.\n“For how long?” asked Per Lund."


@pytest.fixture
def blank() -> Iterator[Language]:
    nlp = spacy.blank("en")
    nlp.add_pipe(component.NAME)
    yield nlp
    if Doc.has_extension("quotes"):
        Doc.remove_extension("quotes")


def told(doc: Doc) -> list[tuple[str, str | None, str | None, str]]:
    return [
        (doc.text[slice(*quote.offsets[0])], quote.source, quote.cue and quote.cue.text, quote.type)
        for quote in doc._.quotes
    ]


EXPECTED = [
    ("The bridge will stay closed", "Nora Quist", "said", "direct"),
    ("For how long?", "Per Lund", "asked", "direct"),
]


def test_puts_quotes_and_spans_on_a_doc(blank: Language) -> None:
    doc = blank(TEXT)
    assert told(doc) == EXPECTED
    assert [quote.speaker.text for quote in doc._.quotes] == ["Mayor Nora Quist", "Per Lund"]
    spans = [(span.text, span.label_) for span in doc.spans["inquit"]]
    assert spans == [("The bridge will stay closed", "direct"), ("For how long?", "direct")]


def test_finds_what_the_library_finds(blank: Language) -> None:
    analysis = analyse(TEXT)
    quotes = blank(TEXT)._.quotes
    spans = [tuple((s.start, s.end) for s in quote.content_spans) for quote in analysis.quotes]
    assert [quote.offsets for quote in quotes] == spans
    assert [q.confidence for q in quotes] == [a.confidence for a in analysis.attributions]


def test_reads_with_the_engine_that_its_settings_name(
    blank: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, DEEP_PACKAGE, None)  # type: ignore[arg-type]
    load_encoder.cache_clear()
    deep = spacy.blank("en")
    deep.add_pipe(component.NAME, config={"engine": "deep"})
    deep.to_disk(tmp_path)
    for nlp in (deep, spacy.load(tmp_path)):
        with pytest.raises(ModelError, match="deep engine"):
            nlp(TEXT)
    assert told(blank(TEXT)) == EXPECTED


def test_an_engine_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="large"):
        spacy.blank("en").add_pipe(component.NAME, config={"engine": "large"})


def test_reads_many_docs_in_order(blank: Language) -> None:
    docs = list(blank.pipe(["", TEXT, "Nobody spoke.", TEXT]))
    assert [len(doc._.quotes) for doc in docs] == [0, 2, 0, 2]


def test_a_doc_keeps_its_quotes_when_it_is_saved(blank: Language) -> None:
    again = Doc(blank.vocab).from_bytes(blank(TEXT).to_bytes())
    assert told(again) == EXPECTED
    assert len(again.spans["inquit"]) == 2


def test_the_pipeline_can_be_saved_and_pickled(blank: Language, tmp_path: Path) -> None:
    blank.to_disk(tmp_path)
    assert told(spacy.load(tmp_path)(TEXT)) == EXPECTED
    other = spacy.blank("en")
    other.add_pipe(component.NAME)
    assert told(other.from_bytes(blank.to_bytes())(TEXT)) == EXPECTED
    assert told(pickle.loads(pickle.dumps(blank))(TEXT)) == EXPECTED  # noqa: S301 - our own


def test_a_second_pipeline_shares_the_extension(blank: Language) -> None:
    other = spacy.blank("en")
    other.add_pipe(component.NAME)
    assert told(other(TEXT)) == told(blank(TEXT))


def test_leaves_an_extension_of_somebody_else_alone() -> None:
    Doc.set_extension("quotes", default="theirs")
    try:
        with pytest.raises(ValueError, match="has taken"):
            spacy.blank("en").add_pipe(component.NAME)
        assert Doc.get_extension("quotes")[0] == "theirs"
    finally:
        Doc.remove_extension("quotes")
