"""DOCX and EPUB to articles."""
