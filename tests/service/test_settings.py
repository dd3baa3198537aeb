"""What config.toml asks for in the analysis."""

from __future__ import annotations

from pathlib import Path

import pytest

from inquit.errors import InputError
from inquit.model.engine import Engine
from inquit.service.settings import CONFIG_FILE, AnalysisSettings, analysis_settings


def settings(folder: Path, content: str | None) -> tuple[AnalysisSettings, list[str]]:
    if content is not None:
        (folder / CONFIG_FILE).write_text(content, encoding="utf-8")
    warnings: list[str] = []
    return analysis_settings(folder, warnings.append), warnings


def asked(folder: Path, content: str | None) -> tuple[Engine, list[str]]:
    found, warnings = settings(folder, content)
    return found.engine, warnings


@pytest.mark.parametrize(
    ("content", "keep_warm"),
    [
        (None, True),
        ("[analysis]", True),
        ("[analysis]\nkeep_warm = true", True),
        ("[analysis]\nkeep_warm = false", False),
        ("[analysis", False),
    ],
)
def test_an_analyser_stays_unless_it_is_not_to_or_that_cannot_be_told(
    content: str | None, tmp_path: Path, *, keep_warm: bool
) -> None:
    assert settings(tmp_path, content)[0] == AnalysisSettings(keep_warm=keep_warm)


@pytest.mark.parametrize("content", [None, "", "[keys]\nnext = 'n'", "[analysis]"])
def test_the_engine_is_the_standard_one_where_none_is_asked_for(
    content: str | None, tmp_path: Path
) -> None:
    assert asked(tmp_path, content) == (Engine.STANDARD, [])


@pytest.mark.parametrize("engine", list(Engine))
def test_the_engine_is_the_one_that_is_asked_for(engine: Engine, tmp_path: Path) -> None:
    assert asked(tmp_path, f'[analysis]\nengine = "{engine}"') == (engine, [])


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('[analysis]\nengine = "large"', '\'large\'; it may be "standard" or "deep"'),
        ("[analysis]\nengine = 3", "engine is 3;"),
        ("[analysis]\nengine = [1]", r"engine is \[1\];"),
        ('[analysis]\nengin = "deep"', "no setting 'engin'"),
        ('analysis = "deep"', "must be a table"),
        ('[analysis]\nkeep_warm = "no"', "keep_warm is neither true nor false"),
        ("[analysis]\nkeep_warm = 1", "keep_warm is neither true nor false"),
    ],
)
def test_an_engine_that_there_is_not_is_refused_in_one_line(
    content: str, reason: str, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        asked(tmp_path, content)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [b"[analysis", b"\xff\xfe"])
def test_a_file_that_cannot_be_read_is_told_and_asks_for_nothing(
    content: bytes, tmp_path: Path
) -> None:
    (tmp_path / CONFIG_FILE).write_bytes(content)
    engine, warnings = asked(tmp_path, None)
    assert engine is Engine.STANDARD
    assert len(warnings) == 1
    assert warnings[0].startswith(CONFIG_FILE)
