"""How fast the reader is under the fingers, as ratios to a bare Textual app in the same run."""
