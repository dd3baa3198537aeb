"""What is installed, and what a wheel brings."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import distribution, packages_distributions
from pathlib import Path

import pytest

from inquit.attribution.finding.encoder.weights import DEEP_PACKAGE
from inquit.attribution.packaged_model import MODEL_PACKAGE

ROOT = Path(__file__).parent.parent.parent
ENCODER = "inquit/attribution/finding/encoder"
PACKAGES = ("inquit", "tui", "widgets", "themes", "seeds")


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_name_is_ours_alone(package: str) -> None:
    owners = packages_distributions().get(package, ["inquit"])
    assert set(owners) == {"inquit"}


def test_the_only_script_is_inquit() -> None:
    scripts = [
        entry for entry in distribution("inquit").entry_points if entry.group == "console_scripts"
    ]
    assert [(entry.name, entry.value) for entry in scripts] == [("inquit", "tui.cli:main")]


def test_a_wheel_registers_the_spacy_component(wheel: zipfile.ZipFile) -> None:
    (name,) = (each for each in wheel.namelist() if each.endswith(".dist-info/entry_points.txt"))
    entries = wheel.read(name).decode()
    assert "[spacy_factories]\ninquit = inquit.attribution.component:make_component" in entries


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    return _build_wheel(ROOT, tmp_path_factory.mktemp("wheel"))


def _build_wheel(project: Path, folder: Path) -> zipfile.ZipFile:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        check=True,
        capture_output=True,
        cwd=project,
    )
    (built,) = folder.glob("*.whl")
    return zipfile.ZipFile(built)


def test_a_wheel_has_the_five_packages_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)


def test_a_wheel_has_every_file_that_the_packages_have(wheel: zipfile.ZipFile) -> None:
    inside = set(wheel.namelist())
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert str(path.relative_to(ROOT)) in inside


@pytest.mark.parametrize("wanted", ["inquit/py.typed", "seeds/pentagon-readout.txt"])
def test_a_wheel_has_its_data(wheel: zipfile.ZipFile, wanted: str) -> None:
    assert wanted in wheel.namelist()


def test_a_wheel_has_its_themes(wheel: zipfile.ZipFile) -> None:
    themes = {path.name for path in (ROOT / "themes").glob("*.toml")}
    inside = {name.split("/")[1] for name in wheel.namelist() if name.startswith("themes/")}
    assert themes
    assert themes <= inside


@pytest.mark.parametrize("name", ["LICENSE", f"{ENCODER}/LICENSE", f"{ENCODER}/NOTICE"])
def test_a_wheel_carries_its_licences(name: str, wheel: zipfile.ZipFile) -> None:
    assert any(one.endswith(f"licenses/{name}") for one in wheel.namelist())


def test_the_model_is_a_distribution_of_its_own_with_every_file_and_its_licence(
    tmp_path: Path,
) -> None:
    built = _build_wheel(ROOT / "models" / "en", tmp_path)
    inside = set(built.namelist())
    files = {
        str(path.relative_to(ROOT / "models" / "en"))
        for path in (ROOT / "models" / "en" / MODEL_PACKAGE).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert len(files) > 20
    assert files <= inside
    assert any(name.endswith("en_core_web_sm-3.8.0/LICENSE") for name in inside)


@pytest.fixture
def deep(tmp_path: Path) -> Path:
    """Return a copy of the deep engine's project, without weights."""
    leave_out = shutil.ignore_patterns("*.npz", "vocabulary.txt", "__pycache__")
    return shutil.copytree(ROOT / "models" / "deep", tmp_path / "deep", ignore=leave_out)


def test_the_deep_engine_is_a_distribution_of_its_own_with_all_of_its_files(
    deep: Path, tmp_path: Path
) -> None:
    written = ("deep.0.npz", "deep.1.npz", "vocabulary.txt")
    for name in written:
        (deep / DEEP_PACKAGE / name).write_bytes(b"data")
    inside = set(_build_wheel(deep, tmp_path / "wheel").namelist())
    assert {f"{DEEP_PACKAGE}/{name}" for name in (*written, "__init__.py")} <= inside


def test_no_wheel_of_the_deep_engine_is_built_without_weights(deep: Path, tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError) as caught:
        _build_wheel(deep, tmp_path / "wheel")
    assert b"make train ENGINE=deep" in caught.value.stderr


@pytest.mark.parametrize(
    ("name", "first_safe"),
    [("pdfminer.six", "20251230"), ("filelock", "3.20.3"), ("lxml_html_clean", "0.4.4")],
)
def test_no_version_with_a_known_hole_is_admitted(name: str, first_safe: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    declared = [each for group in (project["dependencies"], *extras) for each in group]
    bounds = [each.removeprefix(f"{name}>=") for each in declared if each.startswith(f"{name}>=")]
    assert bounds
    assert all(_numbers(bound) >= _numbers(first_safe) for bound in bounds)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version))
