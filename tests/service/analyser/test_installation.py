"""What an analyser computes with, told apart from anything else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import inquit
from inquit.attribution import DEFAULT_MODEL, version_of
from inquit.model.engine import AnalysisSetup, Engine
from inquit.service.analyser.installation import describe_installation
from inquit.service.analysis import USUAL_SETUP

PACKAGE = Path(inquit.__file__).parent


def _digest(folder: Path) -> str:
    """Return the digest of the inquit that lies in a folder."""
    code = (
        "from inquit.service.analyser.installation import describe_installation as describe\n"
        "from inquit.service.analysis import USUAL_SETUP\n"
        "print(describe(USUAL_SETUP).digest)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(folder)},
        cwd=folder, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return ran.stdout


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(PACKAGE, folder / "inquit", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def test_carries_version_engine_and_model() -> None:
    told = describe_installation(USUAL_SETUP)
    assert (told.version, told.engine) == (inquit.__version__, version_of(Engine.STANDARD))
    assert told.model == DEFAULT_MODEL
    assert told == describe_installation(USUAL_SETUP)


def test_another_model_is_another_installation(tmp_path: Path) -> None:
    deep = AnalysisSetup(model=DEFAULT_MODEL, engine=Engine.DEEP)
    assert describe_installation(deep) != describe_installation(USUAL_SETUP)
    digests = {
        describe_installation(AnalysisSetup(model=name)).digest for name in (DEFAULT_MODEL, "other")
    }
    model = tmp_path / "model"
    model.mkdir()
    for content in ("a", "longer"):
        (model / "weights").write_text(content)
        digests.add(describe_installation(AnalysisSetup(model=str(model))).digest)
    assert len(digests) == 4


@pytest.mark.parametrize("name", ["attribution/engine.py", "attribution/lexicon/new.toml"])
def test_an_edited_file_makes_it_another(copy: Path, name: str) -> None:
    before = _digest(copy)
    assert before == _digest(copy)
    with (copy / "inquit" / name).open("a") as file:
        file.write("\n# edited\n")
    assert _digest(copy) != before


def test_what_running_it_leaves_does_not(copy: Path) -> None:
    before = _digest(copy)
    (copy / "inquit" / "__pycache__").mkdir(exist_ok=True)
    (copy / "inquit" / "__pycache__" / "more.pyc").touch()
    assert _digest(copy) == before
