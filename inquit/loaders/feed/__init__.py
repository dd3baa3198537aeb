"""Feeds: limiting, parsing and cleaning their source."""
