"""Claims as plain arrays, which go to another process or into a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from inquit.attribution.finding.cue_claims import Claim
from inquit.attribution.finding.encoder_claims import EncoderClaims
from inquit.attribution.finding.mbr_decoding import Contents

Arrays: TypeAlias = Mapping[str, NDArray[Any]]


def pack_claims(read: EncoderClaims) -> Arrays:
    """Return claims as arrays; what differs in length is laid end to end."""
    claims = read.claims
    chances = [(one.source_chance, one.chance, one.speech) for one in claims]
    return {
        "no_cue": read.no_cue,
        "claim_chances": np.array(chances, np.float64).reshape(-1, 3),
        "claim_tops": np.array([one.top for one in claims], np.int64),
        "claim_mixed": np.array([one.holds_more_than_runs for one in claims], np.bool_),
        **_laid("claim_content", [sorted(one.content) for one in claims], np.int64),
        **_laid("claim_cue", [one.cue for one in claims], np.int64),
        **_laid("claim_source", [one.source for one in claims], np.int64),
        **_laid("claim_runs", [sorted(one.runs) for one in claims], np.int64),
        **_laid("drawn_rows", [one.drawn.rows for one in claims], np.int64),
        **_laid("drawn_letters", [one.drawn.letters for one in claims], np.float32),
        **_laid("drawn_grid", [one.drawn.grid.ravel() for one in claims], np.bool_),
        **_laid("drawn_share", [one.drawn.share for one in claims], np.float32),
    }


def unpack_claims(arrays: Arrays) -> EncoderClaims:
    """Return the claims that were packed.

    Raises:
        ValueError: the arrays do not belong together.
    """
    columns = zip(
        arrays["claim_chances"].tolist(),
        arrays["claim_tops"].tolist(),
        arrays["claim_mixed"].tolist(),
        _parts(arrays, "claim_content"),
        _parts(arrays, "claim_cue"),
        _parts(arrays, "claim_source"),
        _parts(arrays, "claim_runs"),
        _contents(arrays),
        strict=True,
    )
    claims = tuple(
        Claim(
            content=set(content.tolist()), cue=cue, source=source, source_chance=chances[0],
            chance=chances[1], speech=chances[2], top=top, runs=set(runs.tolist()), drawn=drawn,
            holds_more_than_runs=mixed,
        )
        for chances, top, mixed, content, cue, source, runs, drawn in columns
    )  # fmt: skip
    return EncoderClaims(claims=claims, no_cue=arrays["no_cue"])


def _contents(arrays: Arrays) -> Iterator[Contents]:
    names = ("drawn_rows", "drawn_letters", "drawn_grid", "drawn_share")
    for rows, letters, grid, share in zip(*(_parts(arrays, name) for name in names), strict=True):
        shape = (len(share), len(rows))
        yield Contents(rows=rows, letters=letters, grid=grid.reshape(shape), share=share)


def _laid(name: str, parts: Sequence[Iterable[Any]], kind: type[np.generic]) -> Arrays:
    """Return parts of different lengths laid end to end, and where each ends."""
    arrays = [np.asarray(part, kind) for part in parts]
    return {
        name: np.concatenate([np.zeros(0, kind), *arrays]),
        f"{name}_ends": np.cumsum([len(part) for part in arrays]).astype(np.int64),
    }


def _parts(arrays: Arrays, name: str) -> Iterator[NDArray[Any]]:
    whole, ends = arrays[name], arrays[f"{name}_ends"].tolist()
    for start, end in pairwise([0, *ends]):
        yield whole[start:end]
