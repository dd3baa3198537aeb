"""A wheel of inquit-deep without weights would only pretend: none is built before training."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RequireWeights(BuildHookInterface[Any]):
    """Looks for the files that `make train ENGINE=deep` writes."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Stop the build where there is no file of weights, or no vocabulary.

        Raises:
            FileNotFoundError: the engine has not been trained.
        """
        folder = Path(self.root) / "inquit_deep"
        if not any(folder.glob("*.npz")) or not (folder / "vocabulary.txt").is_file():
            told = "inquit_deep holds no weights; make them with `make train ENGINE=deep`"
            raise FileNotFoundError(told)
