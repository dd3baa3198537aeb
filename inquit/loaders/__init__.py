"""Loaders: one module a kind of input, each of which makes an Article of it."""
