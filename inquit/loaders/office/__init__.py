"""Turning DOCX and EPUB into articles."""
