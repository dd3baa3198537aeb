"""Messages cut out of a stream."""

from __future__ import annotations

import pytest

from inquit.errors import DocumentError
from inquit.service.analyser.frames import FrameBuffer, frame


def _taken(buffer: FrameBuffer) -> list[bytes]:
    return list(iter(buffer.take, None))


@pytest.mark.parametrize("portion", [1, 3, 1000])
def test_messages_are_the_same_however_the_stream_is_portioned(portion: int) -> None:
    messages = [b"", b"one", b"\0" * 300, "“two”".encode()]
    stream = b"".join(map(frame, messages))
    buffer, taken = FrameBuffer(), []
    for start in range(0, len(stream), portion):
        buffer.feed(stream[start : start + portion])
        taken += _taken(buffer)
    assert taken == messages


def test_a_message_that_is_not_there_as_a_whole_waits() -> None:
    buffer = FrameBuffer()
    buffer.feed(frame(b"whole") + frame(b"half")[:-1])
    assert _taken(buffer) == [b"whole"]


def test_a_length_beyond_all_messages_is_refused_before_they_come() -> None:
    buffer = FrameBuffer(most=10)
    buffer.feed(frame(b"x" * 11)[:4])
    with pytest.raises(DocumentError, match="too long"):
        buffer.take()
