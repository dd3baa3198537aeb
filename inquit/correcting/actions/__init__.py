"""What the reader can correct, one class an action; see `base` for what an action provides."""

from __future__ import annotations

from collections.abc import Mapping

from inquit.correcting.actions.base import CorrectionAction, Speaker
from inquit.correcting.actions.credit_actions import (
    CREDIT_ACTIONS,
    Attribute,
    SplitSource,
    Unattribute,
    cover_wording,
)
from inquit.correcting.actions.quote_actions import (
    QUOTE_ACTIONS,
    AddQuote,
    ChangeBounds,
    ChangeType,
    NotAQuote,
)
from inquit.correcting.actions.source_actions import (
    SOURCE_ACTIONS,
    ChangeRole,
    ChangeSourceKind,
    MergeSources,
    RenameSource,
)
from inquit.model.annotation import Correction
from inquit.model.correction import PlacedCorrection, values_of
from inquit.model.printable import clean_line

__all__ = [
    "ACTIONS",
    "AddQuote",
    "Attribute",
    "ChangeBounds",
    "ChangeRole",
    "ChangeSourceKind",
    "ChangeType",
    "CorrectionAction",
    "MergeSources",
    "NotAQuote",
    "RenameSource",
    "Speaker",
    "SplitSource",
    "Unattribute",
    "action_of",
    "cover_wording",
    "describe_correction",
    "is_about_source",
    "is_orphaned",
]

ACTIONS: Mapping[str, type[CorrectionAction]] = {
    action.name: action for action in (*CREDIT_ACTIONS, *QUOTE_ACTIONS, *SOURCE_ACTIONS)
}
"""The actions by the names that the store keeps them under."""


def action_of(correction: Correction) -> type[CorrectionAction] | None:
    """Return what a correction does; None for what only a later version knows."""
    return ACTIONS.get(correction.action)


def describe_correction(correction: Correction) -> str:
    """Return what a correction says, in a few words on one line."""
    action = action_of(correction)
    if action is None:
        return f"{clean_line(correction.action)!r}, which this version does not know"
    return action.describe(values_of(correction))


def is_about_source(correction: Correction) -> bool:
    """Tell whether a correction is about a source, wherever in the article it speaks."""
    action = action_of(correction)
    return action is not None and action.is_about_source


def is_orphaned(placed: PlacedCorrection) -> bool:
    """Tell whether a correction's passage is gone.

    A correction of a source is never orphaned that way: the source may still speak elsewhere.
    """
    return placed.to_check and placed.span is None and not is_about_source(placed.correction)
