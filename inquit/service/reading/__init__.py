"""The windows of an article, read here, in a second process, or at an earlier time."""
