"""A monkey at the terminal: keys, pastes, mouse and sizes by chance, from a seed."""

from __future__ import annotations

import re
import string
import sys
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.hostile import BAD, hostile_feed, hostile_files
from tests.terminal import Terminal, started

SIZES = (
    (110, 32), (80, 24), (100, 30), (140, 45), (60, 12), (40, 10), (110, 4), (30, 4), (12, 4),
    (200, 60), (9, 3), (1, 1),
)  # fmt: skip
"""Columns and rows of terminals."""

_NAMED = (
    "\r \t \x1b \x7f \x1b[A \x1b[B \x1b[C \x1b[D \x1b[5~ \x1b[6~ \x1b[H \x1b[F \x1b[3~ \x1b[Z "
    "\x1b[2~ \x1bOP \x1b[15~ \x1b[1;2C \x1b[1;5C \x1b[1;5D \x1b[1;3D \x1b\x7f \x1bb"
).split(" ")
_CONTROLS = [chr(code) for code in range(1, 27) if chr(code) not in "\t\r\x1a"]
_CHORDS = (
    "n", "nn", "p", "nc", "ne", "nM", "nm", "m", "o", "O", "l", "I", "i", "?", "/", "c", "v", '"a',
    "'a", "E", "u", "U", "C", "B", "S", "s", "d", "h", "V", "D", "R", "W", ",", ".", "J", "g", "G",
    "\t1", "\t2", "\t3", "\t4", "\t/", "ncx", "ncs", "ncm", "ncr", "nct", "ncl", "nco", "vj", "vwy",
    'v"', "v}ce", "v)cas", "\x10", "y", "Y", "w", "99j", "3n", "<", ">", "+", "-", "|", "r", "@",
)  # fmt: skip
"""Keys of the reader that go together, so that chance gets somewhere with them."""

_WORDS = (
    "mayor",
    "said",
    "é",
    "日本",
    "e\u0301",
    "👩‍👩‍👧",
    "is:unnamed",
    "conf:<80",
    "ne[b]w",
    "(",
    "\\",
)
_BROKEN = (
    b"\xff", b"\xfe\xff", b"\xc3", b"\xe2\x82", b"\xf0\x9f", b"\xed\xa0\x80", b"\x00", b"\x00\x00",
    b"\x1b[", b"\x1b[<0;", b"\x1b]", b"\x1bP", b"\x1b[200~", b"\x1b[201~", b"\x1b[97:65;2u",
    b"\x1b[1114112u", b"\x1b[55296u", b"\x1b[;;u", b"\x1b[1;1R", b"\x1b[999999999;9u", b"\x9b1m",
    b"\x1b[<0;0;0M", b"\x1b[<64;-3;5M", b"\x1b[M   ", b"\x1b[?2026;2$y", b"\x1b[I", b"\x1b[O",
)  # fmt: skip
"""What no keyboard sends, but a broken line or another encoding does."""

_ESCAPES, _LONGEST_END = 12, 20.0
"""How often Esc is pressed so that nothing is open, and the seconds that leaving may take."""

_BURST, _LONGEST_REST = 15, 10.0
"""Deeds after which the monkey looks what became of them, and the seconds it does so at most."""

_ASKS = b"Leave and lose"
"""What the reader asks where something is kept in no file."""

_NOBODY = "http://127.0.0.1:9"
_ALONE = {"BROWSER": "true", **dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), _NOBODY)}
"""What keeps the monkey from the network and from other programs."""

_FAULTS = re.compile(rb"met a fault|Traceback|Exception in |Error: |Exception: ")
_COLOURS = re.compile(rb"\x1b\[[\d;]*m")
Deed = bytes | tuple[int, int]
"""Bytes that are typed, or columns and rows that the terminal has from now on."""


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


def write_articles(folder: Path) -> list[list[str]]:
    """Write articles of several kinds and sizes and return what the reader may be started with."""
    short, long, empty = folder / "short.txt", folder / "long.txt", folder / "empty.txt"
    words = "“The ferry is late,” said Ana Silva. The mayor said that it sails on Monday.\n\n"
    short.write_text(f"Ferry\n\n{words}", encoding="utf-8")
    long.write_text(f"Ferries\n\n{(words + 'It was a calm morning. ' * 20) * 200}", "utf-8")
    empty.write_text("x\n", encoding="utf-8")
    hostile = folder / "hostile"
    hostile.mkdir()
    feed = folder / "feed.xml"
    feed.write_bytes(hostile_feed())
    wide = folder / "wide.txt"
    wide.write_text(f"日本語 {BAD}\n\n“{'語' * 400}” said 田中. “👩‍👩‍👧 é”, he said.\n", "utf-8")
    texts = [str(path) for path in (short, long, empty, wide)]
    return [
        ["seed:pentagon-readout"], *([text] for text in texts), texts, [str(folder)], [str(feed)],
        *([str(path)] for path in hostile_files(hostile)),
    ]  # fmt: skip


def deeds(chance: Random) -> Iterator[Deed]:
    """Yield what a monkey does, for ever."""
    columns, rows = SIZES[0]
    while True:
        roll = chance.random()
        if roll < 0.30:
            yield chance.choice(_CHORDS).encode()
        elif roll < 0.55:
            yield chance.choice(string.printable[:94].replace("q", "") + " ").encode()
        elif roll < 0.75:
            yield chance.choice(_NAMED).encode()
        elif roll < 0.79:
            yield chance.choice(_CONTROLS).encode()
        elif roll < 0.85:
            yield chance.choice(_WORDS).encode()
        elif roll < 0.94:
            yield _mouse(chance, columns, rows)
        elif roll < 0.96:
            yield chance.choice(_BROKEN)
        elif roll < 0.98:
            yield _paste(chance)
        else:
            columns, rows = chance.choice(SIZES)
            yield columns, rows


def play(folder: Path, seed: int, seconds: float, started_with: list[list[str]]) -> Played:
    """Let a monkey play with the reader, then leave it as a person does.

    Args:
        folder: an empty one for what the reader keeps.
        seed: makes the deeds.
        seconds: for how long it plays.
        started_with: of which one is opened.
    """
    chance = Random(seed)  # noqa: S311 - no secret
    program = str(Path(sys.executable).with_name("inquit"))
    lately: deque[Deed] = deque(maxlen=60)
    keys = 0
    command = [program, *chance.choice(started_with)]
    with started(folder, command, _ALONE) as terminal:
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
    told = _COLOURS.sub(b"", bytes(terminal.raw[-200_000:]))
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


def _mouse(chance: Random, columns: int, rows: int) -> bytes:
    """Return a press, a drag or a turn of the wheel, now and then beyond the screen."""
    column, row = chance.randint(1, columns + 2), chance.randint(1, rows + 2)
    button = chance.choice((0, 0, 0, 0, 1, 2, 16, 64, 65, 35))
    press = f"\x1b[<{button};{column};{row}M"
    if button in (64, 65, 35):
        return press.encode()
    moved = f"\x1b[<{button + 32};{chance.randint(1, columns)};{chance.randint(1, rows)}M"
    drag = moved if chance.random() < 0.3 else ""
    return f"{press}{drag}\x1b[<{button};{column};{row}m".encode()


def _paste(chance: Random) -> bytes:
    words = chance.choice(("one", "two\nlines\n", BAD, "x " * 200, "long " * 20_000, "\x00", ""))
    return b"\x1b[200~" + words.replace("\x1b[20", "").encode() + b"\x1b[201~"
