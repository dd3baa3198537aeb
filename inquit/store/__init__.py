"""Keeps what the reader wrote: TinyDB on a storage that never loses a write."""
