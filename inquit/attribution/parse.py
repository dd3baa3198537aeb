"""Stretches of an article parsed, and a parse as plain arrays that outlives its memory zone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from inquit.attribution.masking import CLOSING, OPENING, Masked
from inquit.attribution.passage import Passage, passage_of
from inquit.attribution.stretches import Stretch

Arrays: TypeAlias = Mapping[str, NDArray[Any]]


def parse(stretches: Sequence[Stretch], nlp: Language) -> tuple[Passage, ...]:
    """Return stretches, parsed together.

    Args:
        stretches: in the order of the text.
        nlp: a pipeline of `load_pipeline`.
    """
    docs = nlp.pipe((_tokenised(one.masked, nlp) for one in stretches), batch_size=64)
    return tuple(passage_of(one, doc) for one, doc in zip(stretches, docs, strict=True))


def pack_parses(passages: Sequence[Passage]) -> Arrays:
    """Return the parses of passages as arrays: tags, labels and heads of all their tokens."""
    tokens = [token for one in passages for token in one.doc]
    tags, tag = np.unique(np.array([token.tag_ for token in tokens], str), return_inverse=True)
    labels, label = np.unique(np.array([token.dep_ for token in tokens], str), return_inverse=True)
    return {
        "parse_sizes": np.array([len(one.doc) for one in passages], np.int32),
        "parse_heads": np.array([token.head.i - token.i for token in tokens], np.int32),
        "parse_tags": tags,
        "parse_tag": tag.astype(np.uint16),
        "parse_labels": labels,
        "parse_label": label.astype(np.uint16),
    }


def unpack_parses(
    stretches: Sequence[Stretch], arrays: Arrays, nlp: Language
) -> tuple[Passage, ...]:
    """Return the passages whose parses were packed.

    Args:
        stretches: of which the passages were made, all of them.
        arrays: what `pack_parses` returned.
        nlp: the pipeline that parsed them, perhaps in another process.

    Raises:
        ValueError: the arrays are not of these stretches.
    """
    ends = np.cumsum(arrays["parse_sizes"]).tolist()
    columns = _columns(arrays, nlp)
    passages = []
    for one, start, end in zip(stretches, [0, *ends], ends, strict=False):
        doc = _tokenised(one.masked, nlp)
        rows = columns[start:end]
        at = np.arange(len(rows)) + rows[:, 0].astype(np.int64)
        if len(doc) != len(rows) or np.any((at < 0) | (at >= len(rows))):
            raise ValueError("a parse of another text")
        doc.from_array(["HEAD", "TAG", "DEP"], rows)  # type: ignore[arg-type] # as its docs say
        passages.append(passage_of(one, doc))
    if len(passages) != len(stretches):
        raise ValueError("parses of other stretches")
    return tuple(passages)


def _columns(arrays: Arrays, nlp: Language) -> NDArray[Any]:
    """Return head, tag and label of each token as a Doc has them."""
    strings = nlp.vocab.strings
    tags = np.array([strings.add(str(tag)) for tag in arrays["parse_tags"]], np.uint64)
    labels = np.array([strings.add(str(label)) for label in arrays["parse_labels"]], np.uint64)
    heads = arrays["parse_heads"].astype(np.int64).astype(np.uint64)
    return np.stack([heads, tags[arrays["parse_tag"]], labels[arrays["parse_label"]]], axis=1)


def _tokenised(masked: Masked, nlp: Language) -> Doc:
    """Return the tokens, with sentences started where a quotation opens after a full stop."""
    doc = nlp.make_doc(masked.text)
    for token in doc[1:]:
        before = doc[token.i - 1]
        opens = token.text == OPENING and before.text in ".!?" and before.whitespace_
        ended = before.text == CLOSING and token.i > 1 and doc[token.i - 2].text == "."
        if opens or (ended and token.text[:1].isupper()):
            token.is_sent_start = True
    return doc
