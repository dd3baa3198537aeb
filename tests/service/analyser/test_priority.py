"""The analyser gives way."""

from __future__ import annotations

import os
import subprocess
import sys


def test_stands_back_for_all_that_has_the_usual_priority() -> None:
    standing_back = "from inquit.service.analyser.priority import lower_priority; lower_priority()"
    code = f"import os; {standing_back}; print(os.nice(0))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(said.stdout) > os.nice(0)
