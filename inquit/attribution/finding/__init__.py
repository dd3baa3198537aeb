"""The learned finder: networks in numpy that mark cues, and each cue's source and content."""
