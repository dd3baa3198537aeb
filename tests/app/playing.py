"""Sessions of a monkey with the reader, each left as a person leaves it."""

from __future__ import annotations

import re
import sys
import time
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.app.monkey import SIZES, Deed, deeds
from tests.app.playground import ALONE, Playground
from tests.terminal import Terminal, started

_ESCAPES, _LONGEST_END = 12, 20.0
"""How often Esc is pressed so that nothing is open, and the seconds that leaving may take."""

_BURST, _LONGEST_REST = 15, 10.0
"""Deeds after which the monkey looks what became of them, and the seconds it does so at most."""

_ASKS = b"Leave and lose"
"""What the reader asks where something is kept in no file."""

_FAULTS = re.compile(rb"met a fault|Traceback|Exception in |Error: |Exception: ")
_COLOURS = re.compile(rb"\x1b\[[\d;]*m")


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """What came of one session: times are in seconds.

    Attributes:
        seed: makes the same deeds again.
        keys: how many deeds were done.
        to_end: from the first Esc until the reader had left; None where it left before.
        fault: what went wrong, with the deeds before it; empty where nothing did.
    """

    seed: int
    keys: int
    to_end: float | None
    fault: str


def play(folder: Path, seed: int, seconds: float, ground: Playground) -> Played:
    """Let a monkey play with the reader, then leave it as a person does.

    Args:
        folder: an empty one for what the reader keeps.
        seed: makes the deeds.
        seconds: for how long it plays.
        ground: what there is to open.
    """
    chance = Random(seed)  # noqa: S311 - no secret
    program = str(Path(sys.executable).with_name("inquit"))
    lately: deque[Deed] = deque(maxlen=60)
    keys = 0
    ground.follow_feeds(folder / "DATA")
    command = [program, *chance.choice(ground.arguments)]
    with started(folder, command, ALONE) as terminal:
        alive = _begin(terminal)
        until = time.monotonic() + seconds
        for deed in deeds(chance):
            if not alive or time.monotonic() > until:
                break
            keys += 1
            lately.append(deed)
            alive = _do(terminal, deed) and _drain(terminal, chance.choice((0, 0.01, 0.05)))
            if alive and keys % _BURST == 0:
                alive = _rest(terminal)
        alive = alive and _rest(terminal)
        to_end, code = _leave(terminal) if alive else (None, terminal.exit_code())
        fault = _fault_in(terminal, code)
    if fault:
        fault = f"{fault}\nafter {[deed[:60] for deed in lately]}"
    return Played(seed=seed, keys=keys, to_end=to_end, fault=fault)


def _begin(terminal: Terminal) -> bool:
    """Wait until the reader takes keys: before, ctrl+c calls the start off, and is meant to."""
    until = time.monotonic() + _LONGEST_END
    while b"\x1b[?1003h" not in terminal.raw and time.monotonic() < until:
        if not _drain(terminal, 0.05):
            return False
    return _drain(terminal, 0.2)


def _leave(terminal: Terminal) -> tuple[float, int | None]:
    """Press Esc until nothing is open, then q; return how long it took, and the exit code."""
    start = time.monotonic()
    alive = _do(terminal, SIZES[0]) and _do(terminal, b"\x1b[201~")  # a paste may be cut off
    for _ in range(_ESCAPES):
        alive = alive and _do(terminal, b"\x1b") and _drain(terminal, 0.2)
    asked = len(terminal.raw)
    if alive:
        _do(terminal, b"q")
    while time.monotonic() - start < _LONGEST_END:
        if not _drain(terminal, 0.05):
            return time.monotonic() - start, terminal.exit_code()
        if _ASKS in terminal.raw[asked:]:
            asked = len(terminal.raw)
            _do(terminal, b"y")
    return time.monotonic() - start, None


def _fault_in(terminal: Terminal, code: int | None) -> str:
    told = _COLOURS.sub(b"", bytes(terminal.raw))
    fault = _FAULTS.search(told)
    if fault is None and code == 0:
        return ""
    if code is None:
        return f"Esc and q did not end it:\n{terminal.text}"
    at = fault.start() if fault else -3000
    return f"exit {code}: {told[at:][:6000].decode('utf-8', 'replace')}"


def _do(terminal: Terminal, deed: Deed) -> bool:
    """Do something; False where the program is gone."""
    try:
        if isinstance(deed, bytes):
            terminal.send(deed)
        else:
            terminal.resize(*deed)
    except OSError:
        return False
    return True


def _drain(terminal: Terminal, seconds: float) -> bool:
    """Read what is drawn until that pauses; False where the program is gone."""
    until = time.monotonic() + seconds
    while terminal.read(max(0.0, until - time.monotonic())):
        if time.monotonic() >= until:
            return True
    return False


def _rest(terminal: Terminal) -> bool:
    """Read until nothing more is drawn, as what is typed ahead is done; as for `_drain`."""
    until = time.monotonic() + _LONGEST_REST
    before = -1
    while len(terminal.raw) != before and time.monotonic() < until:
        before = len(terminal.raw)
        if not _drain(terminal, 0.15):
            return False
    return True
