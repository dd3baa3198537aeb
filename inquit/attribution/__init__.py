"""Text in; quotes, mentions, sources and attributions out. Pure.

Importing this package costs nothing; spaCy is imported by the modules that need it.
"""

ENGINE_VERSION = "9"
"""Changes whenever the same text may give another result; stored analyses carry it."""

DEFAULT_MODEL = "inquit_en"
"""The spaCy pipeline that the engine is tuned for; it comes with inquit (`packaged_model`)."""
