"""Dossiers: all that a person or body said, over all articles in the index."""
