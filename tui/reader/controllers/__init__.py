"""What can be done in the reader, one kind a file."""
