"""`from inquit import analyse`: text in, analysis out."""

from __future__ import annotations

import subprocess
import sys

import inquit
from inquit import analyse
from inquit.model.quotation import SourceKind


def test_finds_who_said_what() -> None:
    text = "“The bridge will stay closed,” said Mayor Nora Quist."
    analysis = analyse(text)
    (quote,), (source,) = analysis.quotes, analysis.sources
    assert quote.content_spans[0].of(text) == "The bridge will stay closed"
    assert (source.name, source.role, source.kind) == ("Nora Quist", "Mayor", SourceKind.PERSON)


def test_finds_nothing_in_nothing() -> None:
    assert analyse("").quotes == ()


def test_importing_inquit_does_not_import_spacy() -> None:
    code = "import sys, inquit, inquit.attribution; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_knows_no_other_lazy_name() -> None:
    assert not hasattr(inquit, "no_such_name")
