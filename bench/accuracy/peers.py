"""What other systems come to on polnear.dev, measured with the same scorer and tables.

A difference under three points is noise. The annotators' row is the agreement of trained
annotators with each other: the ceiling.
"""

from __future__ import annotations

COLUMNS = ("A P", "A R", "A speaker", "A attr.", "B F1", "C F1", "D F1", "D attr.")

_FIGURES = """
nearest subject:       .972 .995 .814 .798 .553 .000 .262 .225
textacy:               .952 .465 .837 .523 .365 .051 .172 .155
textacy, by paragraph: .973 .781 .909 .787 .464 .073 .245 .233
Guardian's patterns:   .965 .517 .842 .567 .578 .000 .236 .221
GenderGapTracker:      .818 .789 .655 .527 .391 .523 .494 .458
Citron, retrained:     .963 .738 .902 .752 .654 .547 .596 .572
trained annotators:    .980 .973 .990 .962 .969 .857 .890 .873
"""


def peers() -> dict[str, tuple[float, ...]]:
    """Return for each system its figures, in the order of COLUMNS."""
    rows = (line.split(":") for line in _FIGURES.strip().splitlines())
    return {name: tuple(map(float, figures.split())) for name, figures in rows}
