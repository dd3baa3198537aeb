"""Corrections in words: for the reason beside an attribution and for lists."""

from __future__ import annotations

from inquit.model.annotation import Correction
from inquit.model.correction import Action, Value, action_of, values_of
from inquit.model.printable import drawn


def dated(correction: Correction, by: str, deed: str = "corrected") -> str:
    """Return who did something when, as in "corrected by you on 2026-11-24"."""
    return f"{deed} by {by} on {correction.created:%Y-%m-%d}"


def named(name: str) -> str:
    """Return a source's name in quotation marks."""
    return f"“{drawn(name)}”"


def told(correction: Correction) -> str:
    """Return what a correction does, in a few words on one line."""
    values = values_of(correction)

    def value(name: Value) -> str:
        return named(values.get(name, ""))

    every = f", every {value(Value.EVERY)}" if values.get(Value.EVERY) else ""
    match action_of(correction):
        case Action.ATTRIBUTE:
            return f"said by {value(Value.NAME)}{every}"
        case Action.UNATTRIBUTE:
            before = f"not said by {value(Value.SOURCE)}" if Value.SOURCE in values else ""
            return f"{before or 'unattributed'}{every}"
        case Action.SPLIT:
            return f"{value(Value.NAME)} is not {value(Value.SOURCE)}"
        case Action.MERGE:
            return f"{value(Value.SOURCE)} is {value(Value.INTO)}"
        case Action.RENAME:
            return f"{value(Value.SOURCE)} is called {value(Value.NAME)}"
        case Action.ROLE:
            role = value(Value.ROLE) if values.get(Value.ROLE) else "none"
            return f"role of {value(Value.SOURCE)}: {role}"
        case Action.SOURCE_KIND:
            return f"{value(Value.SOURCE)} is of the kind {drawn(values.get(Value.KIND, ''))}"
        case Action.NOT_A_QUOTE:
            return "not a quote"
        case Action.TYPE:
            return f"{drawn(values.get(Value.TYPE, ''))} quote"
        case Action.ENDS:
            return "other ends"
        case Action.ADD:
            who = f", said by {value(Value.NAME)}" if Value.NAME in values else ""
            return f"a quote ({drawn(values.get(Value.TYPE, ''))}){who}"
    return f"{drawn(correction.action)!r}, which this version does not know"
