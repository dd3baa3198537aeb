"""Mail and saved pages in MIME to articles."""
