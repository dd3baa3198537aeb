"""The dialogs and the screens on top of the reader, one a file."""
