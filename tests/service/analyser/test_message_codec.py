"""Messages as JSON."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from inquit.errors import DocumentError
from inquit.model.span import Span
from inquit.service.analyser.message_codec import decode_message, encode_message
from inquit.service.analyser.messages import (
    Analyse,
    AskStatus,
    Busy,
    Cancel,
    Failed,
    Finished,
    Found,
    Hello,
    Message,
    Scrolled,
    Status,
    Stop,
    Welcome,
)
from tests.app.conftest import article_of
from tests.service.analyser.analysing import ARTICLE, BATCHES, INSTALLED

MESSAGES: list[Message] = [
    Analyse(number=1, article=ARTICLE, cache="/home/ü", topics=True),
    Analyse(number=2, article=article_of("Half a \ud83d sign.\n\x85"), cache=None, topics=False),
    Cancel(number=3),
    Found(number=4, batch=BATCHES[0]),
    Found(number=5, batch=replace(BATCHES[0], quotes=(), attributions=(), english=False)),
    Finished(number=6, warning=None, stays=True),
    Finished(number=7, warning="no space", stays=False),
    Failed(number=8, reason="no “model”"),
    Busy(number=9),
    Found(number=5, batch=replace(BATCHES[0], preview=Span(3, 9))),
    Scrolled(number=2, visible=None),
    Scrolled(number=2, visible=Span(3, 9)),
    Analyse(number=2, article=ARTICLE, cache=None, topics=False, visible=Span(3, 9)),
    Hello(installation=INSTALLED),
    Welcome(installation=INSTALLED),
    AskStatus(),
    Status(process=10, installation=INSTALLED, clients=2, idle=0),
    Stop(),
]


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
def test_a_message_arrives_as_it_was_sent(message: Message) -> None:
    assert decode_message(encode_message(message)) == message


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"{}",
        b'{"kind": "none", "number": 1}',
        b'{"kind": ["cancel"], "number": 1}',
        b'{"kind": "cancel"}',
        b'{"kind": "scrolled", "number": 1, "visible": [9, 3]}',
        b'{"kind": "scrolled", "number": 1, "visible": 3}',
        b'{"kind": "cancel", "number": "1"}',
        b'{"kind": "cancel", "number": true}',
        b'{"kind": "cancel", "number": 1, "more": 2}',
        b'{"kind": "finished", "number": 1, "warning": null, "stays": 1}',
        b'{"kind": "hello", "installation": {}}',
        b'{"kind": "hello", "installation": "all"}',
        b'{"kind": "failed", "number": 1, "reason": null}',
        b'{"kind": "found", "number": 1, "batch": {}}',
        b'{"kind": "analyse", "number": 1, "cache": null, "article": []}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_message_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError):
        decode_message(data)


def test_an_article_that_is_not_whole_is_refused() -> None:
    document = json.loads(encode_message(MESSAGES[0]))
    document["article"]["text"] += "!"
    with pytest.raises(DocumentError):
        decode_message(json.dumps(document).encode())


def test_findings_of_another_kind_are_refused() -> None:
    document = json.loads(encode_message(MESSAGES[3]))
    document["batch"]["quotes"][0][2] = [["a", "b"]]
    with pytest.raises(DocumentError):
        decode_message(json.dumps(document).encode())
