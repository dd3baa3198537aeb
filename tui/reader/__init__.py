"""The reader: its screen, its state, its keys."""
