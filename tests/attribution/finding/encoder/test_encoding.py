"""Paragraphs are encoded once each, in chunks that end with them."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.language import Language

from inquit.attribution.finding.encoder.encoding import CHUNK, ParagraphEncoder, cut_chunks
from inquit.attribution.finding.encoder.network import Encoding
from inquit.attribution.finding.encoder.pieces import PieceTable
from inquit.attribution.finding.encoder.weights import load_encoder
from inquit.attribution.finding.encoder.wordpieces import WordpieceSplitter
from inquit.attribution.passage import Passage
from inquit.attribution.window_reading import open_windows
from inquit.model.article import article_of

LINE = "The mayor said the bridge over the river would stay closed until the end of May.\n"


class CountingModel:
    """Encodes every wordpiece as its number, and notes how many it is given."""

    def __init__(self) -> None:
        self.read_sizes: list[int] = []

    def read(self, numbers: np.ndarray, features: np.ndarray) -> Encoding:
        assert len(numbers) == len(features)
        self.read_sizes.append(len(numbers))
        rows = numbers[:, None].astype(np.float32)
        return Encoding(cues=rows, tokens=rows, anchors=rows)


def table(lengths: list[int]) -> PieceTable:
    starts = np.cumsum([0, *lengths])
    none = np.zeros(starts[-1], np.int64)
    return PieceTable(
        numbers=none,
        start=none,
        end=none,
        features=np.zeros((len(none), 3), np.int64),
        paragraphs=starts[:-1],
    )


@pytest.fixture
def passages(nlp: Language) -> list[Passage]:
    windows = open_windows(article_of(LINE * 40), nlp)
    return [passage for window in windows for passage in window.passages]


def test_chunks_follow_each_other_and_end_with_paragraphs() -> None:
    assert cut_chunks(table([300, 100, 200, 300])) == [(0, 300), (300, 600), (600, 900)]


def test_a_paragraph_longer_than_a_chunk_is_cut_into_even_parts() -> None:
    assert cut_chunks(table([CHUNK + 100])) == [(0, 274), (274, CHUNK + 100)]


def test_nothing_is_cut_into_nothing() -> None:
    assert cut_chunks(table([])) == []


def test_every_paragraph_is_encoded_once(passages: list[Passage]) -> None:
    model, splitter = CountingModel(), load_encoder().splitter
    encoder = ParagraphEncoder(model, splitter)  # type: ignore[arg-type]
    encoder.encode(passages[:22])
    pieces, encoding = encoder.encode(passages[18:])
    assert sum(model.read_sizes) == sum(_size(splitter, one) for one in passages)
    assert encoding.tokens[:, 0].tolist() == pieces.numbers.tolist()


def test_a_short_text_is_read_after_a_neutral_one(passages: list[Passage]) -> None:
    model, splitter = CountingModel(), load_encoder().splitter
    pieces, encoding = ParagraphEncoder(model, splitter).encode(passages[:1])  # type: ignore[arg-type]
    assert model.read_sizes[0] > len(pieces)
    assert encoding.tokens[:, 0].tolist() == pieces.numbers.tolist()


def _size(splitter: WordpieceSplitter, passage: Passage) -> int:
    return len(list(splitter.split(passage.text)))
