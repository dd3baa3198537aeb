"""From reports to quotes, mentions and sources: who each source span refers to."""
