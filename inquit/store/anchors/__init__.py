"""Passages found again in articles that may have changed."""
