"""No test meets an analyser that whoever runs the tests has, nor leaves one behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from inquit.service.folders import runtime_dir

ROOT = Path(__file__).parent.parent


def test_there_is_no_folder_for_an_analyser_that_stays() -> None:
    assert runtime_dir() is None


def test_nor_is_there_in_a_process_that_a_test_or_a_benchmark_starts(
    monkeypatch,  # type: ignore[no-untyped-def]
) -> None:
    tell = "from inquit.service.folders import runtime_dir; print(runtime_dir())"

    def told(code: str) -> str:
        command = [sys.executable, "-c", code]
        ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
        return ran.stdout.strip()

    assert told(tell) == "None"
    monkeypatch.setenv("INQUIT_RUNTIME_DIR", str(ROOT / "tests"))
    assert told(f"import bench; {tell}") == "None"


def test_a_test_that_wants_one_has_a_folder_of_its_own(runtime_folder: Path) -> None:
    assert runtime_dir() == runtime_folder
