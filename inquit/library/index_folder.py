"""The name of the library's folder; apart from the index, so that it imports no SQLite."""

FOLDER = "library"
"""The folder within the cache folder."""
