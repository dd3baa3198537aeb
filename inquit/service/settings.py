"""What the user sets for the analysis: the table ``[analysis]`` of ``config.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

from inquit.errors import InputError
from inquit.model.engine import Engine
from inquit.model.printable import printable

CONFIG_FILE = "config.toml"
"""In the configuration folder; the reader's keys are in it, too."""
_TABLE, _ENGINE = "analysis", "engine"


def engine_setting(folder: Path, warn: Callable[[str], None]) -> Engine:
    """Return the engine that a configuration folder asks for; the standard one if it does not.

    Args:
        folder: where config.toml may be.
        warn: told why the file cannot be read at all; the standard engine is returned then.

    Raises:
        InputError: there is no such engine, or no such setting.
    """
    path = folder / CONFIG_FILE
    if not path.is_file():
        return Engine.STANDARD
    try:
        wished = tomllib.loads(path.read_text("utf-8")).get(_TABLE, {})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        warn(f"{CONFIG_FILE}: {printable(str(error))}")
        return Engine.STANDARD
    if not isinstance(wished, dict):
        raise InputError(f"{CONFIG_FILE}: analysis must be a table, [analysis]")
    if unknown := [name for name in wished if name != _ENGINE]:
        raise InputError(f"{CONFIG_FILE}: [analysis] has no setting {printable(unknown[0])!r}")
    return _engine_of(wished.get(_ENGINE, Engine.STANDARD))


def _engine_of(value: object) -> Engine:
    known = [str(engine) for engine in Engine]
    if value not in known:
        choice = " or ".join(f'"{name}"' for name in known)
        told = f"[analysis] engine is {printable(repr(value))}; it may be {choice}"
        raise InputError(f"{CONFIG_FILE}: {told}")
    return Engine(str(value))
