"""A window parsed and read by the encoder, as a value that another process or a file may hold."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from inquit.attribution.finder import OpenWindow
from inquit.attribution.finding.claim_packing import pack_claims, unpack_claims
from inquit.attribution.finding.encoder.reading import AROUND
from inquit.attribution.finding.encoder.weights import Encoder
from inquit.attribution.finding.encoder_claims import read_claims
from inquit.attribution.finding.report_paragraphs import worth_reading
from inquit.attribution.finding.token_table import table_of
from inquit.attribution.memory_zone import memory_zone
from inquit.attribution.parse import pack_parses, parse, unpack_parses
from inquit.attribution.windows import Window, windows_of
from inquit.errors import DocumentError
from inquit.model.article import Article


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WindowReading:
    """The parse of a window, and what the encoder claims of it, as arrays by name."""

    arrays: Mapping[str, NDArray[Any]]

    def encoded(self) -> bytes:
        """Return it as bytes."""
        data = BytesIO()
        arrays: dict[str, Any] = dict(self.arrays)
        np.savez_compressed(data, **arrays)
        return data.getvalue()


def decode_reading(data: bytes) -> WindowReading:
    """Return the reading that bytes hold; nothing in them is run.

    Raises:
        DocumentError: they hold none.
    """
    try:
        with np.load(BytesIO(data), allow_pickle=False) as stored:
            return WindowReading(arrays={name: stored[name] for name in stored.files})
    except (OSError, ValueError, EOFError, KeyError, BadZipFile, zlib.error) as error:
        raise DocumentError(f"this is no reading of a window: {error!r:.80}") from error


def read_window(window: Window, nlp: Language, encoder: Encoder | None) -> WindowReading:
    """Parse a window and read it with the encoder: what costs most.

    Args:
        window: what to read; nothing else is looked at.
        nlp: a pipeline of `load_pipeline`.
        encoder: the trained model, None where only rules read.
    """
    with memory_zone(nlp):
        passages = parse(window.stretches, nlp)
        arrays = dict(pack_parses(passages))
        table = table_of(passages)
        around = slice(
            max(0, len(window.before) - AROUND), len(passages) - len(window.ahead[AROUND:])
        )
        read = [one.unparsed for one in worth_reading(passages[around])]
        del passages
    if encoder is not None:
        sizes = arrays["parse_sizes"]
        first = int(sizes[: len(window.before)].sum())
        last = first + int(sizes[len(window.before) :][: len(window.own)].sum())
        if first < last:
            arrays |= pack_claims(read_claims(encoder, read, table, rows=(first, last)))
    return WindowReading(arrays=arrays)


def open_window(window: Window, reading: WindowReading, nlp: Language) -> OpenWindow:
    """Return a window as the finders see it, from what was read of it.

    Args:
        window: what was read.
        reading: what `read_window` returned.
        nlp: the same pipeline, in a memory zone.

    Raises:
        DocumentError: it is a reading of something else.
    """
    try:
        passages = unpack_parses(window.stretches, reading.arrays, nlp)
        claims = unpack_claims(reading.arrays) if "no_cue" in reading.arrays else None
    except (KeyError, IndexError, ValueError) as error:
        raise DocumentError(f"a reading of another window: {error!r:.80}") from error
    first = len(window.before)
    last = first + len(window.own)
    return OpenWindow(
        before=passages[:first],
        passages=passages[first:last],
        ahead=passages[last:],
        claims=claims,
    )


def open_windows(
    article: Article, nlp: Language, encoder: Encoder | None = None
) -> Iterator[OpenWindow]:
    """Yield the windows of an article, read and opened; their parse lasts as long as the pipeline.

    Args:
        article: the text and its paragraphs.
        nlp: a pipeline of `load_pipeline`.
        encoder: the trained model, None where only rules read.
    """
    for window in windows_of(article):
        yield open_window(window, read_window(window, nlp, encoder), nlp)
