"""A monkey at the terminal: keys, pastes, mouse and sizes by chance, from a seed."""

from __future__ import annotations

import string
from collections.abc import Iterator
from random import Random

from tests.hostile import BAD

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
    "In", "I\r", "In\r", "Ir", "IR", "Ix", "Ixy", "Im", "IM", "I\t", "Vm", "Vd", "V\r", "lo", "ly",
    "l\r", "O\r", "h\r",
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

Deed = bytes | tuple[int, int]
"""Bytes that are typed, or columns and rows that the terminal has from now on."""


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
