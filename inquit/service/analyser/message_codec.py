"""Messages to JSON and back: whatever comes over a socket can be read, and none of it is run."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, fields
from typing import Any, get_args, get_type_hints

from inquit.errors import DocumentError
from inquit.model.span import Span
from inquit.service.analyser.installation import Installation
from inquit.service.analyser.messages import Message
from inquit.store.analysis_codec import decode_batch, encode_batch
from inquit.store.article_codec import decode_article, encode_article

_KINDS: dict[str, type[Message]] = {kind.__name__.lower(): kind for kind in get_args(Message)}
_TYPES = {kind: get_type_hints(kind) for kind in _KINDS.values()}


def _encode_span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _decode_span(value: Any) -> Span | None:
    if value is None:
        return None
    start, end = value
    return Span(int(start), int(end))


_ENCODERS: dict[str, Callable[[Any], Any]] = {
    "article": encode_article,
    "batch": encode_batch,
    "installation": asdict,
    "visible": _encode_span,
}
_DECODERS: dict[str, Callable[[Any], Any]] = {
    "article": decode_article,
    "batch": decode_batch,
    "installation": lambda document: Installation(**document),
    "visible": _decode_span,
}
"""How values that are no plain JSON are written and read, by the name of their field."""


def encode_message(message: Message) -> bytes:
    """Return a message as JSON."""
    document: dict[str, Any] = {"kind": type(message).__name__.lower()}
    for field in fields(message):
        value = getattr(message, field.name)
        encode = _ENCODERS.get(field.name)
        document[field.name] = encode(value) if encode else value
    return json.dumps(document, separators=(",", ":")).encode()


def decode_message(data: bytes) -> Message:
    """Return the message that JSON holds.

    Raises:
        DocumentError: it holds none.
    """
    try:
        document = json.loads(data)
        kind = _KINDS[document.pop("kind")]
        values = {name: _decode(kind, name, value) for name, value in document.items()}
        return kind(**values)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise DocumentError(f"this is no message: {error!r:.80}") from error


def _decode(kind: type[Message], name: str, value: Any) -> Any:
    if name in _DECODERS:
        return _DECODERS[name](value)
    asked = _TYPES[kind][name]
    if isinstance(value, bool) != (asked is bool) or not isinstance(value, asked):
        raise TypeError(f"{name} is of another type")
    return value
