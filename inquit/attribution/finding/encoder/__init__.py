"""A fine-tuned transformer encoder that finds cues, contents and sources, run in numpy."""
