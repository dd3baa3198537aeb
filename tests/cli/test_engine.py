"""Which engine reads: by the option, else by config.toml."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from inquit.attribution.finding.encoder.weights import DEEP_PACKAGE
from inquit.service.analysis import Analyst, Engine, user_cache, version_of
from inquit.service.articles import open_file
from tui.terminal.exit_codes import OTHER_FAULT, USER_MISTAKE

WORDS = "“No,” said Ann Lee. “Yes,” said Bob Smith."
MISSING = "weights of the deep engine are not installed"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(WORDS, encoding="utf-8")
    return path


@pytest.fixture
def without_deep(tmp_path: Path) -> dict[str, str]:
    """Return an environment in which inquit-deep is not installed, whatever is on this machine."""
    (tmp_path / "first" / DEEP_PACKAGE).mkdir(parents=True)
    (tmp_path / "first" / DEEP_PACKAGE / "__init__.py").touch()
    paths = [str(tmp_path / "first"), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def configure(tmp_path: Path, content: str) -> None:
    (tmp_path / "config").mkdir(exist_ok=True)
    (tmp_path / "config" / "config.toml").write_text(content, encoding="utf-8")


def run(*arguments: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    code = "from tui.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, env=environment
    )


@pytest.mark.parametrize(
    "command", [("extract",), ("read", "--plain"), ("open",), ("verify", "draft.txt", "--against")]
)
def test_a_deep_engine_that_is_not_installed_is_told_in_one_line(
    command: tuple[str, ...], file: Path, without_deep: dict[str, str]
) -> None:
    draft = str(file.with_name("draft.txt"))
    Path(draft).write_text(WORDS, encoding="utf-8")
    arguments = [draft if each == "draft.txt" else each for each in command]
    ran = run(*arguments, str(file), "--engine", "deep", environment=without_deep)
    assert ran.returncode == OTHER_FAULT
    assert MISSING in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_the_configured_engine_is_used_unless_an_option_names_another(
    file: Path, tmp_path: Path, without_deep: dict[str, str]
) -> None:
    configure(tmp_path, '[analysis]\nengine = "deep"')
    assert MISSING in run("extract", str(file), environment=without_deep).stderr
    assert MISSING in run(str(file), environment=without_deep).stderr
    ran = run("extract", "--engine", "standard", str(file), environment=without_deep)
    assert "Ann Lee" in ran.stdout


def test_an_unknown_engine_in_the_configuration_is_a_mistake_of_the_users(
    file: Path, tmp_path: Path
) -> None:
    configure(tmp_path, '[analysis]\nengine = "large"')
    ran = run("extract", str(file), environment=dict(os.environ))
    assert ran.returncode == USER_MISTAKE
    assert "'large'" in ran.stderr
    assert ran.stdout == ""


def test_what_one_engine_found_is_not_shown_for_the_other(
    file: Path, without_deep: dict[str, str]
) -> None:
    article = open_file(file)
    found = Analyst().analyse(article)
    user_cache().put(article, found)
    assert MISSING in run("extract", "--engine", "deep", str(file), environment=without_deep).stderr
    user_cache().put(article, replace(found, engine_version=version_of(Engine.DEEP)))
    ran = run("extract", "-f", "json", "--engine", "deep", str(file), environment=without_deep)
    assert f'"engine": "{version_of(Engine.DEEP)}"' in ran.stdout
