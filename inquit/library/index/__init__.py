"""The index of the library: SQLite's full-text search over all that is remembered.

It is derived from the kept pages, their analyses and what the reader wrote, and can be made anew
from them at any time; nothing is kept here alone.
"""
