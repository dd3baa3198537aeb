"""JSON without NaN and the infinities, which are not JSON."""

from __future__ import annotations

import json
import math
from typing import Any


def read_json(data: bytes | str) -> Any:
    """Return the value of a JSON text.

    Raises:
        ValueError: where it is none, is nested too deep, or holds a number that is not finite.
    """
    return _read(data, _finite)


def read_roughly(data: bytes | str) -> Any:
    """Return the value of a JSON text with None for numbers that are not finite.

    Raises:
        ValueError: where it is none, or is nested too deep.
    """
    return _read(data, _finite_or_none)


def _read(data: bytes | str, number: Any) -> Any:
    try:
        return json.loads(data, parse_float=number, parse_constant=number)
    except RecursionError:
        raise ValueError("nested too deep") from None


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("a number that is not finite")
    return number


def _finite_or_none(text: str) -> float | None:
    number = float(text)
    return number if math.isfinite(number) else None
