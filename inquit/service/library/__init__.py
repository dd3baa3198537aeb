"""The library: all that is remembered of what was read, indexed, searched and forgotten.

Importing this package costs nothing; SQLite is imported by the first use of the index.
"""
