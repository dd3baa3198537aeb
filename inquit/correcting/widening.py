"""A correction of who says something, made to count for every quote with its source worded so."""

from __future__ import annotations

from dataclasses import replace

from inquit.correcting.wording import named
from inquit.errors import UserError
from inquit.model.annotation import Correction
from inquit.model.correction import Action, Value, action_of, values_of


def with_every(correction: Correction) -> Correction:
    """Return a correction that counts for every quote of its article with its source worded so.

    Raises:
        UserError: it does not say who says something, or not how the source was worded, or it
            counts for all of them already.
    """
    values = values_of(correction)
    if action_of(correction) not in (Action.ATTRIBUTE, Action.UNATTRIBUTE):
        raise UserError("Only a correction of who says something can count for other quotes")
    if words := values.get(Value.EVERY):
        raise UserError(f"It counts for every {named(words)} already")
    if not (words := values.get(Value.WORDED)):
        raise UserError("It was made where the text has no name or description to go by")
    every = (Value.EVERY.value, words)
    return replace(correction, values=(*correction.values, every))


def without_every(correction: Correction) -> Correction:
    """Return a correction that counts for its own quote alone.

    Raises:
        UserError: it does so already.
    """
    if Value.EVERY not in values_of(correction):
        raise UserError("It counts for its own quote alone already")
    values = tuple(each for each in correction.values if each[0] != Value.EVERY)
    return replace(correction, values=values)
