"""Whatever bytes the terminal sends, keys go on being read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from tests.terminal import running
from tui.terminal.input_events import TerminalInput

BROKEN = {
    "a byte that is never in UTF-8": b"\xff",
    "a character of Latin-1": "é".encode("latin-1"),
    "half of a character": "日".encode()[:2],
    "a surrogate in UTF-8": b"\xed\xa0\x80",
    "NUL": b"\x00",
    "a key beyond Unicode": b"\x1b[1114112u",
    "a key that is a surrogate": b"\x1b[55296u",
    "a number of no size": b"\x1b[99999999999999999999u",
    "a key with its other letters": b"\x1b[97:65;2u",
    "a sequence cut off": b"\x1b[",
    "a mouse report cut off": b"\x1b[<0;",
    "a mouse report from nowhere": b"\x1b[<0;0;0M",
    "a size in pixels of nothing": b"\x1b[48;24;80;0;0t\x1b[<0;5;5M",
    "an end of a paste that did not begin": b"\x1b[201~",
}


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def keys(found: list[object]) -> list[str]:
    return [event.key for event in found if isinstance(event, events.Key)]


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_keys_are_read_after_what_is_broken(data: bytes) -> None:
    taken = TerminalInput()
    taken.feed(data)
    taken.feed(b"\x1b\\ \x1b[A")
    assert keys(taken.feed(b"n\x1b[Ap")) == ["n", "up", "p"]


def test_a_byte_that_is_not_utf_8_reads_as_a_replacement_character() -> None:
    found = TerminalInput().feed(b"caf" + b"\xe9 ")
    assert [each.character for each in found if isinstance(each, events.Key)] == [*"caf\ufffd "]


def test_a_character_that_comes_in_pieces_is_one_key() -> None:
    taken = TerminalInput()
    assert taken.feed("日".encode()[:1]) == []
    assert keys(taken.feed("日".encode()[1:])) == ["日"]


def test_a_long_paste_is_one_event_however_it_is_cut() -> None:
    taken, words = TerminalInput(), "“Ready,” she said.\n" * 20_000
    data = b"\x1b[200~" + words.encode() + b"\x1b[201~n"
    found = [
        event for at in range(0, len(data), 4096) for event in taken.feed(data[at : at + 4096])
    ]
    assert [event.text for event in found if isinstance(event, events.Paste)] == [words]
    assert keys(found) == ["n"]


def test_a_paste_whose_end_was_lost_ends_when_nothing_more_comes() -> None:
    clock = Clock()
    taken = TerminalInput(clock=clock)
    assert taken.feed(b"\x1b[200~words") == []
    clock.now = 1
    assert taken.tick() == []
    clock.now = 10
    [paste] = [each for each in taken.tick() + taken.feed(b"n") if isinstance(each, events.Paste)]
    assert paste.text == "words"
    assert keys(taken.feed(b"p")) == ["p"]


@given(st.lists(st.one_of(st.binary(max_size=30), st.sampled_from(list(BROKEN.values())))))
def test_no_bytes_at_all_stop_the_reading_of_keys(pieces: list[bytes]) -> None:
    taken = TerminalInput()
    for piece in pieces:
        taken.feed(piece)
        taken.tick()
    taken.feed(b"\x1b[201~\x1b\\" + b" " * 40)
    assert keys(taken.feed(b"n"))[-1:] == ["n"]


def test_bytes_that_are_not_utf_8_do_not_end_the_reader(tmp_path) -> None:
    with running(tmp_path, "seed:pentagon-readout") as terminal:
        terminal.wait_for("11 quotes")
        for data in BROKEN.values():
            terminal.send(data)
            terminal.settle()
        terminal.send(b"\x1b[201~\x1b")
        terminal.settle()
        terminal.press("gn")
        terminal.wait_for("1/11")
        terminal.press("q")
        assert terminal.exit_code() == 0
        assert b"Traceback" not in terminal.raw
