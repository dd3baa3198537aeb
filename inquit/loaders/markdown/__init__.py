"""Markdown to an article."""
