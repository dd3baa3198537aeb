"""Letting a correction of who says something cover every quote whose source is worded alike."""

from __future__ import annotations

from dataclasses import replace

from inquit.correcting.actions import action_of
from inquit.correcting.wording import in_marks
from inquit.errors import UserError
from inquit.model.annotation import Correction
from inquit.model.correction import Value, values_of


def with_every(correction: Correction) -> Correction:
    """Return a correction that covers every quote of its article whose source is worded alike.

    Raises:
        UserError: the correction is not about who says something, or was made where the source
            is not worded at all, or covers them already.
    """
    values, action = values_of(correction), action_of(correction)
    if action is None or not action.can_cover_every:
        raise UserError("Only a correction of who says something can count for other quotes")
    if words := values.get(Value.EVERY):
        raise UserError(f"It counts for every {in_marks(words)} already")
    if not (words := values.get(Value.WORDED)):
        raise UserError("It was made where the text has no name or description to go by")
    every = (Value.EVERY.value, words)
    return replace(correction, values=(*correction.values, every))


def without_every(correction: Correction) -> Correction:
    """Return a correction that covers its own quote alone.

    Raises:
        UserError: it does so already.
    """
    if Value.EVERY not in values_of(correction):
        raise UserError("It counts for its own quote alone already")
    values = tuple(each for each in correction.values if each[0] != Value.EVERY)
    return replace(correction, values=values)
