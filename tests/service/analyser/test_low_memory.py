"""Whether others need the memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from inquit.service.analyser.low_memory import is_memory_low

GIGABYTE = 1024 * 1024


@pytest.mark.parametrize(
    ("total", "available", "low"),
    [
        (16 * GIGABYTE, 8 * GIGABYTE, False),
        (16 * GIGABYTE, GIGABYTE // 2, True),
        (2 * GIGABYTE, GIGABYTE // 2, False),
        (2 * GIGABYTE, GIGABYTE // 4, True),
    ],
)
def test_little_is_left_of_all_or_less_than_an_analyser_takes(
    tmp_path: Path, total: int, available: int, *, low: bool
) -> None:
    told = tmp_path / "meminfo"
    told.write_text(f"MemTotal: {total} kB\nMemFree: 1 kB\nMemAvailable:   {available} kB\n")
    assert is_memory_low(told) is low


@pytest.mark.parametrize("told", ["", "MemTotal: 5 kB\n", "MemTotal\n", "MemTotal: much\n"])
def test_a_system_that_does_not_tell_is_not_short_of_it(tmp_path: Path, told: str) -> None:
    (tmp_path / "meminfo").write_text(told)
    assert not is_memory_low(tmp_path / "meminfo")
    assert not is_memory_low(tmp_path / "none")
