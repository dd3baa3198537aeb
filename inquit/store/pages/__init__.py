"""Fetched pages and texts, kept with what the reader wrote in them."""
