"""Keeps fetched pages and texts with what the reader wrote in them."""
