"""What a file is known by, also where its name can be written in two ways."""

from __future__ import annotations

import os
from pathlib import Path
from unicodedata import normalize

from inquit.loaders import file_id, load_document


def test_one_file_under_a_composed_and_a_decomposed_name_has_one_id(tmp_path: Path) -> None:
    composed = tmp_path.resolve() / normalize("NFC", "Zoë.txt")
    decomposed = tmp_path.resolve() / normalize("NFD", "Zoë.txt")
    composed.write_text("One.", encoding="utf-8")
    os.link(composed, decomposed)  # as it looks where the system decomposes names
    assert file_id(decomposed) == file_id(composed) == str(composed)
    assert load_document(decomposed).id == str(composed)


def test_two_files_whose_names_differ_only_in_how_accents_are_written_stay_two(
    tmp_path: Path,
) -> None:
    names = [tmp_path.resolve() / normalize(form, "Zoë.txt") for form in ("NFC", "NFD")]
    for path in names:
        path.write_text(str(len(path.name)), encoding="utf-8")
    assert [file_id(path) for path in names] == list(map(str, names))


def test_a_name_that_is_not_utf_8_is_written_out(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path.resolve()) + b"/caf\xe9.txt"))
    assert file_id(path) == f"{tmp_path.resolve()}/caf\\xe9.txt"
