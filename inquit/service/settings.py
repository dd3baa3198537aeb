"""What the user sets for the analysis: the table ``[analysis]`` of ``config.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from inquit.errors import InputError
from inquit.model.engine import Engine
from inquit.model.printable import printable

CONFIG_FILE = "config.toml"
"""In the configuration folder; the reader's keys are in it, too."""
_TABLE, _ENGINE, _KEEP_WARM = "analysis", "engine", "keep_warm"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisSettings:
    """What the user sets for the analysis.

    Attributes:
        engine: which encoder reads.
        keep_warm: whether the process that analyses stays for the next article, and one that
            stayed is used.
    """

    engine: Engine = Engine.STANDARD
    keep_warm: bool = True


def analysis_settings(folder: Path, warn: Callable[[str], None]) -> AnalysisSettings:
    """Return what a configuration folder asks for.

    Args:
        folder: where config.toml may be.
        warn: told why the file cannot be read at all; the standard engine reads then, and no
            process stays, as that may be what the file was to say.

    Raises:
        InputError: there is no such engine, or no such setting.
    """
    path = folder / CONFIG_FILE
    if not path.is_file():
        return AnalysisSettings()
    try:
        wished = tomllib.loads(path.read_text("utf-8")).get(_TABLE, {})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        warn(f"{CONFIG_FILE}: {printable(str(error))}")
        return AnalysisSettings(keep_warm=False)
    if not isinstance(wished, dict):
        raise InputError(f"{CONFIG_FILE}: analysis must be a table, [analysis]")
    if unknown := [name for name in wished if name not in (_ENGINE, _KEEP_WARM)]:
        raise InputError(f"{CONFIG_FILE}: [analysis] has no setting {printable(unknown[0])!r}")
    keep_warm = wished.get(_KEEP_WARM, True)
    if not isinstance(keep_warm, bool):
        raise InputError(f"{CONFIG_FILE}: [analysis] keep_warm is neither true nor false")
    return AnalysisSettings(
        engine=_engine_of(wished.get(_ENGINE, Engine.STANDARD)), keep_warm=keep_warm
    )


def _engine_of(value: object) -> Engine:
    known = [str(engine) for engine in Engine]
    if value not in known:
        choice = " or ".join(f'"{name}"' for name in known)
        told = f"[analysis] engine is {printable(repr(value))}; it may be {choice}"
        raise InputError(f"{CONFIG_FILE}: {told}")
    return Engine(str(value))
