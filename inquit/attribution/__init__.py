"""Text in; quotes, mentions, sources and attributions out. Pure."""
