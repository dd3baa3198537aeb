"""Paths as people write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from inquit.loaders.local_path import expand_home, is_folder, reference_to


def test_a_tilde_is_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert expand_home("~/a.txt") == tmp_path / "a.txt"
    assert expand_home("~") == tmp_path


@pytest.mark.parametrize("name", ["~nosuchuser/x", "~$report.txt", "a~b", "./~/x"])
def test_a_tilde_that_names_no_home_is_part_of_the_name(name: str) -> None:
    assert expand_home(name) == Path(name)


@pytest.mark.parametrize("name", ["words " * 2000, "a\0b", ""])
def test_a_name_that_no_file_system_takes_is_no_folder(name: str) -> None:
    assert not is_folder(Path(name) / "x")


@pytest.mark.parametrize("name", ["~root", "-", "seed:x", "plain.txt"])
def test_a_reference_to_a_path_leads_to_it_whatever_its_name(name: str) -> None:
    reference = reference_to(Path(name))
    assert expand_home(reference) == Path(name)
    assert not reference.startswith(("~", "-", "seed:"))


def test_a_reference_to_an_absolute_path_is_that_path(tmp_path: Path) -> None:
    assert reference_to(tmp_path) == str(tmp_path)
