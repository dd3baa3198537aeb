"""Feeds: their source bounded, parsed and cleaned."""
