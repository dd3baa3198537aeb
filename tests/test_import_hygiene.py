"""What is not imported: the command line answers at once, and inquit knows no terminal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SLOW = ("textual", "rich", "spacy", "thinc", "numpy", "pydantic", "tinydb", "charset_normalizer")


def _imported_by(code: str) -> set[str]:
    """Return the top-level packages that a fresh interpreter has after running some code."""
    ending = "\nimport sys; print('\\n' + ' '.join({name.split('.')[0] for name in sys.modules}))"
    ran = subprocess.run(
        [sys.executable, "-c", code + ending], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(ran.stdout.splitlines()[-1].split())


def _running(*arguments: str) -> str:
    run = f"    app({list(arguments)!r})"
    return f"from tui.cli.commands import app\ntry:\n{run}\nexcept SystemExit: pass"


@pytest.mark.parametrize("arguments", [(), ("--help",), ("-h",), ("--version",)])
def test_help_imports_nothing_slow(arguments: tuple[str, ...]) -> None:
    imported = _imported_by(_running(*arguments))
    assert "typer" in imported
    assert not imported & set(SLOW)


@pytest.mark.parametrize("arguments", [("open", "--help"), ("extract", "--help"), ("seeds",)])
def test_quick_commands_import_no_terminal_and_no_model(arguments: tuple[str, ...]) -> None:
    imported = _imported_by(_running(*arguments))
    assert "typer" in imported
    assert not imported & {"textual", "rich", "spacy", "thinc", "numpy", "tinydb"}


def test_a_bare_reference_needs_no_parser() -> None:
    run = "import sys\nsys.argv[1:] = ['seed:none']\nfrom tui.cli import main"
    imported = _imported_by(f"{run}\ntry:\n    main()\nexcept SystemExit: pass")
    assert "inquit" in imported
    assert not imported & {*SLOW, "typer"}


@pytest.mark.parametrize("module", ["tui", "inquit", "seeds", "themes"])
def test_a_package_costs_nothing_to_import(module: str) -> None:
    assert not _imported_by(f"import {module}") & set(SLOW)


def test_opening_an_article_needs_no_model() -> None:
    code = "from tui.services.opening import open_article\nopen_article('seed:pentagon-readout')"
    imported = _imported_by(code)
    assert "inquit" in imported
    assert not imported & set(SLOW)


def test_opening_a_text_imports_nothing_that_only_pages_need(tmp_path: Path) -> None:
    text = tmp_path / "news.txt"
    text.write_text("The harbour opens on Monday.")
    imported = _imported_by(
        f"from tui.services.opening import open_article\nopen_article({str(text)!r})"
    )
    assert "inquit" in imported
    assert not imported & {*SLOW, "lxml", "trafilatura", "httpx", "feedparser", "filelock"}


def test_the_engine_knows_no_terminal() -> None:
    code = (
        "import inquit.attribution.engine, inquit.service.articles, inquit.export\n"
        "import inquit.store.records.repository"
    )
    imported = _imported_by(code)
    assert "spacy" in imported
    assert "textual" not in imported


def test_the_first_screen_brings_nothing_that_nobody_has_asked_for() -> None:
    code = "import tui.cli.reader_command, tui.reader.start_reader, tui.reader.app, sys"
    names = "print('\\n'.join(name for name in sys.modules))"
    ran = subprocess.run(
        [sys.executable, "-c", f"{code}\n{names}"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    imported = ran.stdout.split()
    assert "tui.reader.screen" in imported
    unasked = ("tui.dialogs", "inquit.export", "inquit.correcting", "inquit.library", "tinydb")
    assert not [name for name in imported if name.startswith(unasked)]
    controllers = [name for name in imported if name.startswith("tui.reader.controllers.")]
    assert controllers == ["tui.reader.controllers.controller_set"]
