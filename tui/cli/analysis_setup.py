"""What a command analyses with: as its options say, else as the user has set it."""

from __future__ import annotations

from inquit.model.engine import AnalysisSetup, Engine
from inquit.service.analysis import DEFAULT_MODEL
from inquit.service.folders import config_path
from inquit.service.settings import analysis_settings
from tui.cli.user_store import tell


def analysis_setup(model: str = DEFAULT_MODEL, engine: Engine | None = None) -> AnalysisSetup:
    """Return what articles are to be analysed with.

    Args:
        model: a spaCy pipeline's name or folder.
        engine: as the option names it; None where config.toml decides.

    Raises:
        InputError: config.toml asks for an engine that there is not.
    """
    return AnalysisSetup(
        model=model, engine=engine or analysis_settings(config_path(), tell).engine
    )
