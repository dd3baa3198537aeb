"""Text in; quotes, mentions, sources and attributions out. Pure.

Importing this package costs nothing; spaCy is imported by the modules that need it.
"""

from inquit.model.engine import Engine

ENGINE_VERSION = "11"
"""Changes whenever the same text may give another result; stored analyses carry it."""

DEFAULT_MODEL = "inquit_en"
"""The spaCy pipeline that the engine is tuned for; it comes with inquit (`packaged_model`)."""


def version_of(engine: Engine) -> str:
    """Return what a stored analysis carries, so that no engine is given the work of another."""
    return f"{ENGINE_VERSION}-{engine}"
