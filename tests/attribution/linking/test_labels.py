"""Labels of turns in capitals are read as names are written."""

from __future__ import annotations

import pytest

from inquit.attribution.linking.capitals import as_written, recased

TEXT = (
    "ERIN STROUD, ANCHOR: The ice thins.\n\nKARL DENZ: It does.\n\nSTROUD: Thank you.\n\nNASA: No."
)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("ERIN STROUD, ANCHOR", "Erin Stroud, anchor"),
        ("KARL DENZ", "Karl Denz"),
        ("STROUD", "Stroud"),
        ("NASA", "NASA"),
        ("THE CLERK", "The clerk"),
    ],
)
def test_a_label_is_read_as_it_would_be_written(label: str, name: str) -> None:
    assert recased(label, TEXT) == name


def test_a_name_in_capitals_is_a_persons_after_a_given_name() -> None:
    assert as_written(("IDA", "HOLM")) == ("Ida", "Holm")
    assert as_written(("HARBOUR", "RADIO")) == ("HARBOUR", "RADIO")
    assert as_written(("NASA",)) == ("NASA",)
