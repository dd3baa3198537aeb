"""PDF to articles, read by a process within bounds."""
