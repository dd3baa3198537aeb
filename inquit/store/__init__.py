"""Where what the reader wrote is kept: TinyDB on a storage that never loses a write."""
