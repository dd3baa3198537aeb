"""The finder that works by rules, on marks, words and the parse."""
