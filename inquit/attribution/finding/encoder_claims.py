"""What the encoder claims of a window: the costly part of finding; it needs nothing before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inquit.attribution.finding.claim_resolution import Rows, claims_by_cue
from inquit.attribution.finding.cue_claims import Claim
from inquit.attribution.finding.encoder.arithmetic import Floats
from inquit.attribution.finding.encoder.encoding import ParagraphEncoder
from inquit.attribution.finding.encoder.reading import EncoderReader
from inquit.attribution.finding.encoder.weights import Encoder
from inquit.attribution.finding.token_table import TokenTable
from inquit.attribution.passage import Paragraph


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EncoderClaims:
    """What the encoder says of the paragraphs of a window.

    Attributes:
        claims: who is credited with which tokens by each cue, not settled against each other.
        no_cue: [tokens], the probability that each token of the window is no cue.
    """

    claims: tuple[Claim, ...]
    no_cue: Floats


def read_claims(
    encoder: Encoder, paragraphs: Sequence[Paragraph], table: TokenTable, *, rows: Rows
) -> EncoderClaims:
    """Read a window with the encoder.

    Args:
        encoder: the trained model.
        paragraphs: those of the window and around it that may hold a report.
        table: the tokens of all.
        rows: first and last row where claims are sought; those around are only context.
    """
    pieces, encoding = ParagraphEncoder(encoder.model, encoder.splitter).encode(paragraphs)
    reader = EncoderReader(encoder.model, table, pieces, encoding)
    return EncoderClaims(
        claims=tuple(claims_by_cue(table, reader, rows=rows)),
        no_cue=reader.cue_chances[:, 0].copy(),
    )
