"""`from inquit import analyse`: text in, analysis out."""

from __future__ import annotations

import subprocess
import sys

import pytest

import inquit
from inquit import analyse
from inquit.attribution.finding.encoder.weights import DEEP_PACKAGE, load_encoder
from inquit.errors import ModelError
from inquit.model.engine import Engine
from inquit.model.quotation import SourceKind


def test_finds_who_said_what() -> None:
    text = "“The bridge will stay closed,” said Mayor Nora Quist."
    analysis = analyse(text)
    (quote,), (source,) = analysis.quotes, analysis.sources
    assert quote.content_spans[0].of(text) == "The bridge will stay closed"
    assert (source.name, source.role, source.kind) == ("Nora Quist", "Mayor", SourceKind.PERSON)


def test_reads_with_the_engine_that_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, DEEP_PACKAGE, None)  # type: ignore[arg-type]
    load_encoder.cache_clear()
    with pytest.raises(ModelError, match="deep engine"):
        analyse("“No,” said Ann Lee.", engine=Engine.DEEP)
    assert analyse("“No,” said Ann Lee.", engine=Engine.STANDARD).quotes


def test_an_engine_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="large"):
        analyse("“No,” said Ann Lee.", engine="large")  # type: ignore[arg-type]


def test_finds_nothing_in_nothing() -> None:
    assert analyse("").quotes == ()


def test_importing_inquit_does_not_import_spacy() -> None:
    code = "import sys, inquit, inquit.attribution; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_knows_no_other_lazy_name() -> None:
    assert not hasattr(inquit, "no_such_name")
