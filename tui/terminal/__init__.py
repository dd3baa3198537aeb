"""The terminal: its input, its signals, its colours."""
