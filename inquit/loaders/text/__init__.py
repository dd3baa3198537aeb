"""Plain text, Markdown and corpora to articles."""
