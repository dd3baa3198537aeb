"""Web pages to articles: the tree, the main text, the metadata."""
