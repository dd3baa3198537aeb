"""Coverage-guided fuzzing of every loader with atheris: `python -m bench.fuzz --minutes N`."""
