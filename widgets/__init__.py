"""Widgets: model values in, messages out; no I/O and no knowledge of the app."""
