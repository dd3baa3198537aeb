"""`inquit extract FOLDER` reads the readable files in it."""

from __future__ import annotations

from pathlib import Path

from inquit.errors import InquitError
from tui.cli.extract_inputs import each_article


def test_a_folder_is_read_as_its_readable_files(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text("# Head\n\nTwo.", "utf-8")
    (tmp_path / "a.txt").write_text("One.", "utf-8")
    (tmp_path / "c.jsonl").write_text('{"id": "x", "text": "Three."}\n', "utf-8")
    (tmp_path / "d.png").write_bytes(b"\x89PNG")
    faults: list[InquitError] = []
    texts = [article.text for article in each_article([str(tmp_path)], faults.append)]
    assert texts == ["One.", "Head\n\nTwo.", "Three."]
    assert faults == []


def test_a_folder_without_anything_to_read_is_complained_of(tmp_path: Path) -> None:
    faults: list[InquitError] = []
    assert list(each_article([str(tmp_path)], faults.append)) == []
    assert "nothing to read" in str(faults[0])
