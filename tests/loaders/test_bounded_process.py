"""A process that reads hostile input ends with the one that started it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from inquit.errors import CancelledError, InputError
from inquit.loaders.bounded_process import run_module
from inquit.model.progress import PARTS, UNATTENDED, ProgressToken

MEMORY = 1024 * 1024 * 1024
READER = "inquit.loaders.feed.parser_process"
DEEP = b"<rss><channel><item><description>" + b"&lt;b&gt;" * 600_000
STARTER = f"""
import sys
from inquit.loaders.bounded_process import run_module
from inquit.model.progress import PARTS, ProgressToken
print("begun", flush=True)
data = b"<rss><channel><item><description>" + b"&lt;b&gt;" * 600_000
run_module({READER!r}, data, memory={MEMORY}, token=ProgressToken(), counted=PARTS)
"""


def _children(parent: int) -> list[int]:
    try:
        listed = Path(f"/proc/{parent}/task/{parent}/children").read_text()
    except OSError:
        return []
    return [int(number) for number in listed.split()]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are not listed here")
def test_it_ends_with_the_process_that_started_it() -> None:
    with subprocess.Popen([sys.executable, "-c", STARTER], stdout=subprocess.PIPE) as starter:
        while not (found := _children(starter.pid)):
            time.sleep(0.02)
        (child,) = found
        while b"parser_process" not in Path(f"/proc/{child}/cmdline").read_bytes():
            time.sleep(0.02)
        starter.send_signal(signal.SIGKILL)
    while _runs(child):
        time.sleep(0.02)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return state.exists() and " Z " not in state.read_text()


def test_it_is_ended_when_it_is_not_wanted() -> None:
    asked: list[int] = []
    before = set(_children(os.getpid()))

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 3

    with pytest.raises(CancelledError):
        run_module(
            READER, DEEP, memory=MEMORY, token=ProgressToken(cancelled=cancelled), counted=PARTS
        )
    assert set(_children(os.getpid())) <= before


def test_what_it_needs_beyond_its_memory_ends_it() -> None:
    line, code = run_module(READER, DEEP, memory=40_000_000, token=UNATTENDED, counted=PARTS)
    assert (line, code != 0) == (b"", True)


def test_a_process_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(InputError, match="no process can be started for it: No such file"):
        run_module(READER, b"", memory=MEMORY, token=UNATTENDED, counted=PARTS)
