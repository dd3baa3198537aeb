"""What is installed, and what a wheel brings."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from importlib.metadata import distribution, packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
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
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        check=True,
        capture_output=True,
        cwd=ROOT,
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


def test_a_wheel_carries_the_licence(wheel: zipfile.ZipFile) -> None:
    assert any(name.endswith("licenses/LICENSE") for name in wheel.namelist())
