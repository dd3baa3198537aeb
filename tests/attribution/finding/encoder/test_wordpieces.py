"""Wordpieces are those of the tokenizer that the encoder was trained with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from inquit.attribution.finding.encoder.weights import load_encoder

REFERENCE = json.loads(Path(__file__).with_name("wordpieces.json").read_text("utf-8"))


@pytest.mark.parametrize("given", REFERENCE, ids=lambda given: given["text"][:20])
def test_a_text_is_cut_as_in_training(given: dict[str, Any]) -> None:
    pieces = load_encoder().splitter.split(given["text"])
    assert [list(piece) for piece in pieces] == given["pieces"]


def test_offsets_count_from_where_the_text_starts() -> None:
    splitter = load_encoder().splitter
    here, there = list(splitter.split("said Lund")), list(splitter.split("said Lund", 100))
    assert [(n, start + 100, end + 100) for n, start, end in here] == there


def test_white_space_has_no_pieces() -> None:
    assert list(load_encoder().splitter.split(" \t\n ")) == []
