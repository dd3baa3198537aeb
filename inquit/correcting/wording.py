"""The phrases that corrections are described with."""

from __future__ import annotations

from collections.abc import Mapping

from inquit.model.annotation import Correction
from inquit.model.correction import Value
from inquit.model.printable import clean_line


def sign_and_date(correction: Correction, by: str, verb: str = "corrected") -> str:
    """Return who did something and when, as in "corrected by you on 2026-11-24"."""
    return f"{verb} by {by} on {correction.created:%Y-%m-%d}"


def in_marks(name: str) -> str:
    """Return a name in quotation marks, safe to print."""
    return f"“{clean_line(name)}”"


def value_in_marks(values: Mapping[str, str], name: Value) -> str:
    """Return a correction's value in quotation marks; where it has none, the marks alone."""
    return in_marks(values.get(name, ""))


def printable_value(values: Mapping[str, str], name: Value) -> str:
    """Return a correction's value, safe to print; empty where it has none."""
    return clean_line(values.get(name, ""))


def append_remark(before: str | None, remark: str) -> str:
    """Return the remarks on earlier corrections, if there are any, followed by a new one."""
    return f"{before}; {remark}" if before else remark
