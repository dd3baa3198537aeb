"""The language model that inquit brings is loaded only if it is the one it was made with."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from inquit.attribution.packaged_model import (
    MODEL_DIGEST,
    MODEL_FOLDER,
    MODEL_PACKAGE,
    digest_folder,
    find_packaged_model,
    installed_folder,
)
from inquit.attribution.pipeline import load_pipeline
from inquit.errors import ModelError


@pytest.fixture
def another_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the packaged model that is found before the installed one."""
    package = tmp_path / MODEL_PACKAGE
    shutil.copytree(installed_folder(), package / MODEL_FOLDER)
    (package / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, MODEL_PACKAGE, raising=False)
    return package / MODEL_FOLDER


def test_the_installed_model_is_the_one_in_the_repository() -> None:
    assert digest_folder(installed_folder()) == MODEL_DIGEST


def test_a_copy_with_the_same_bytes_is_loaded(another_model: Path) -> None:
    assert find_packaged_model() == another_model


@pytest.mark.parametrize("name", ["parser/model", "tokenizer", "meta.json", "vocab/strings.json"])
def test_a_changed_byte_is_refused_in_one_line(another_model: Path, name: str) -> None:
    path = another_model / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(ModelError, match="damaged or another; install inquit anew") as caught:
        load_pipeline()
    assert "\n" not in str(caught.value)


def test_a_file_too_many_or_too_few_is_refused(another_model: Path) -> None:
    (another_model / "more.py").touch()
    with pytest.raises(ModelError, match="damaged or another"):
        find_packaged_model()
    (another_model / "more.py").unlink()
    (another_model / "vocab" / "vectors").unlink()
    with pytest.raises(ModelError, match="damaged or another"):
        find_packaged_model()


def test_says_how_to_install_a_model_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inquit.attribution.packaged_model.find_spec", lambda _name: None)
    with pytest.raises(ModelError, match="not installed; install inquit anew"):
        load_pipeline()
