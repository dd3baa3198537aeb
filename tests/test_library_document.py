"""What docs/library.md shows is what happens."""

from __future__ import annotations

import doctest
from pathlib import Path

from spacy.tokens import Doc

from inquit.attribution import component

PAGE = Path(__file__).parent.parent / "docs" / "library.md"


def test_the_examples_of_the_page_do_what_they_say() -> None:
    assert component.NAME == "inquit"
    text = PAGE.read_text(encoding="utf-8").replace("```", "")
    test = doctest.DocTestParser().get_doctest(text, {}, PAGE.name, str(PAGE), 0)
    report: list[str] = []
    try:
        ran = doctest.DocTestRunner(verbose=False).run(test, out=report.append)
    finally:
        if Doc.has_extension("quotes"):
            Doc.remove_extension("quotes")
    assert ran.attempted > 10
    assert not ran.failed, "".join(report)
